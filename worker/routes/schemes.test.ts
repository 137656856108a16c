import { beforeAll, describe, expect, test } from 'vitest';
import type { RecordVersion } from '../shapes/history.ts';
import type { Scheme, Stage } from '../shapes/schemes.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, typeOf } from '../testing/api.ts';
import { makeEntity, makeIssue, makePage, makeScheme, stageOf } from '../testing/corpus.ts';

let accounts: Accounts;

beforeAll(async () => {
  accounts = await makeAccounts();
});

async function pathsRefused(method: string, path: string, json: unknown): Promise<string[]> {
  const answer = await call(method, path, { as: accounts.reviewer, json });
  expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
  return (answer.body.errors ?? []).map((error) => error.path.join('.'));
}

const change = async (scheme: Scheme, json: object) =>
  (await expectStatus<Scheme>(200, 'PATCH', scheme.url, { as: accounts.reviewer, json })).body;
const read = async (scheme: Scheme) => (await expectStatus<Scheme>(200, 'GET', scheme.url)).body;
const historyOf = async (scheme: Scheme) =>
  (await expectStatus<{ items: RecordVersion<Scheme>[] }>(200, 'GET', `${scheme.url}/history`)).body.items;

describe('a periodisation', () => {
  test('keeps its stages in order, with bounds as stated and as Gregorian days', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1', '1905', '1917-02-27', { calendar: 'julian' }),
      stageOf('1.1', '1905', '1911', { parent: '1' }),
      stageOf('2', '1917-02-28', null, { calendar: 'julian', printed: 'с Февраля' }),
    ]);
    expect(scheme.stages).toMatchObject([
      { key: '1', earliest: '1905-01-14', latest: '1917-03-12' },
      { key: '1.1', parent: '1', earliest: '1905-01-01', latest: '1911-12-31' },
      { key: '2', from: '1917-02-28', to: null, latest: null, printed: 'с Февраля' },
    ]);
    expect((await expectStatus<Scheme>(200, 'GET', scheme.url)).body).toEqual(scheme);
    const { body } = await expectStatus<Stage>(200, 'GET', scheme.stages[1]?.url ?? '');
    expect(body).toEqual(scheme.stages[1]);
  });

  test('counts its versions', async () => {
    const scheme = await makeScheme(accounts.reviewer);
    const change = (note: string) =>
      expectStatus<Scheme>(200, 'PATCH', scheme.url, { as: accounts.reviewer, json: { note } });
    await change('а');
    const { body } = await change('б');
    expect([body.version, body.note]).toEqual([3, 'б']);
    expect((await expectStatus<Scheme>(200, 'GET', scheme.url)).body).toEqual(body);
  });

  test('gets another bound of a stage, as a new version; what cannot be is refused and changes nothing', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1', '1905', null, { calendar: 'julian' }),
      stageOf('1.1', '1905', '1913', { parent: '1', calendar: 'julian' }),
    ]);
    const url = scheme.stages[1]?.url ?? '';
    const sent = { to: null, note: 'open end' };
    const { body } = await expectStatus<Stage>(200, 'PATCH', url, { as: accounts.reviewer, json: sent });
    expect(body).toMatchObject({
      key: '1.1',
      parent: '1',
      from: '1905',
      to: null,
      latest: null,
      note: 'open end',
    });
    expect(await pathsRefused('PATCH', url, { to: '1904' })).toContain('to');
    expect(await pathsRefused('PATCH', url, { from: '1913-13' })).toContain('from.edtf');
    expect((await expectStatus<Stage>(200, 'GET', url)).body).toEqual(body);
    expect((await expectStatus<Scheme>(200, 'GET', scheme.url)).body).toMatchObject({
      version: 2,
      stages: [{}, body],
    });
  });

  test.each<[string, object[], string]>([
    ['two stages of one key', [stageOf('1', '1905', '1906'), stageOf('1', '1907', '1908')], 'stages.1.key'],
    ['a parent that is not there', [stageOf('1', '1905', '1906', { parent: '9' })], 'stages.0.parent'],
    ['a stage within itself', [stageOf('1', '1905', '1906', { parent: '1' })], 'stages.0.parent'],
    [
      'stages within each other',
      [stageOf('1', null, null, { parent: '2' }), stageOf('2', null, null, { parent: '1' })],
      'stages.0.parent',
    ],
    ['an end before its beginning', [stageOf('1', '1917', '1905')], 'stages.0.to'],
    ['a bound that is no date', [stageOf('1', '1917-13', null)], 'stages.0.from.edtf'],
    [
      'an end that is no date in its own calendar',
      [stageOf('1', '1900', '1900-02-29', { calendar: 'julian', toCalendar: 'gregorian' })],
      'stages.0.to.edtf',
    ],
    [
      'a substage that begins before its stage',
      [stageOf('1', '1905', '1917'), stageOf('1.1', '1904', '1906', { parent: '1' })],
      'stages.1.from',
    ],
    [
      'a substage that ends after its stage',
      [stageOf('1', '1905', '1917'), stageOf('1.1', '1905', '1918', { parent: '1' })],
      'stages.1.to',
    ],
    [
      'a substage without an end in a stage that has one',
      [stageOf('1', '1905', '1917'), stageOf('1.1', '1905', null, { parent: '1' })],
      'stages.1.to',
    ],
    ['a scholar that nobody knows', [], 'scholars.0'],
  ])('with %s is refused by its path', async (_, stages, path) => {
    expect(
      await pathsRefused('POST', '/schemes', {
        title: { en: 'x' },
        attribution: 'y',
        stages,
        ...(path === 'scholars.0' ? { scholars: ['unknown'] } : {}),
      }),
    ).toContain(path);
  });

  test('may have its substages before their stage', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1.1', '1905', '1906', { parent: '1' }),
      stageOf('1', '1905', '1917'),
    ]);
    expect(scheme.stages.map(({ key, parent }) => [key, parent])).toEqual([
      ['1.1', '1'],
      ['1', undefined],
    ]);
  });
});

describe('stages that cross the change of calendar', () => {
  test('begin in one calendar and end in the other', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('3', '1917-12', '1918-04', { calendar: 'julian', toCalendar: 'gregorian' }),
    ]);
    const [stage] = (await read(scheme)).stages;
    expect(stage).toMatchObject({
      calendar: 'julian',
      toCalendar: 'gregorian',
      earliest: '1917-12-14',
      latest: '1918-04-30',
    });
    const sent = { as: accounts.reviewer, json: { toCalendar: null } };
    const { body } = await expectStatus<Stage>(200, 'PATCH', stage?.url ?? '', sent);
    expect([body.toCalendar, body.latest]).toEqual([undefined, '1918-05-13']);
  });

  test('do not make a substage stated in the other calendar begin too early', async () => {
    const scheme = await makeScheme(accounts.reviewer, [
      stageOf('1', '1905', '1917', { calendar: 'julian' }),
      stageOf('1.1', '1905', '1913', { parent: '1', calendar: 'gregorian' }),
    ]);
    expect(scheme.stages).toHaveLength(2);
  });
});

describe('a change of the stages', () => {
  const three = [
    stageOf('1', '1905', '1912', { note: 'first' }),
    stageOf('1.1', '1905', '1908', { parent: '1' }),
    stageOf('2', '1913', '1917'),
  ];

  test('keeps the stages whose keys it names, adds new ones, retires the rest, and revives what comes back', async () => {
    const scheme = await makeScheme(accounts.reviewer, three);
    const ids = new Map(scheme.stages.map(({ key, id }) => [key, id]));
    const changed = await change(scheme, {
      stages: [stageOf('3', '1918', null), stageOf('1', '1906', '1912')],
    });
    expect(changed.stages.map(({ key }) => key)).toEqual(['3', '1']);
    expect(changed.stages[1]).toMatchObject({ id: ids.get('1'), from: '1906' });
    expect(changed.stages[1]?.note).toBeUndefined();
    expect(await read(scheme)).toEqual(changed);

    const { body: retired } = await expectStatus<Stage>(200, 'GET', `/stages/${ids.get('1.1')}`);
    expect(retired.retiredAt).toBeDefined();
    expect(await pathsRefused('PATCH', `/stages/${ids.get('1.1')}`, { note: 'x' })).toEqual([]);

    const back = await change(scheme, { stages: three });
    expect(new Map(back.stages.map(({ key, id }) => [key, id]))).toEqual(ids);
    expect(back.stages[1]).toEqual(scheme.stages[1]);
    expect((await expectStatus<Stage>(200, 'GET', `/stages/${ids.get('1.1')}`)).body).toEqual(back.stages[1]);
  });

  test('leaves the tags on a retired stage, and what lies in it can still be listed', async () => {
    const scheme = await makeScheme(accounts.reviewer, three);
    const issue = await makeIssue(accounts.reviewer, { date: { calendar: 'gregorian', edtf: '1914-05' } });
    const page = await makePage(issue.id);
    const stage = scheme.stages[2]?.id ?? '';
    const json = { target: { type: 'page' }, body: { stage } };
    const tag = await expectStatus<{ id: string }>(201, 'POST', `/pages/${page}/tags`, {
      as: accounts.volunteer,
      json,
    });
    await change(scheme, { stages: three.slice(0, 2) });
    const { body } = await expectStatus<{ body: object }>(200, 'GET', `/tags/${tag.body.id}`);
    expect(body.body).toMatchObject({ stage });
    const issues = await expectStatus<{ items: { issue: string; fit: string }[] }>(
      200,
      'GET',
      `/stages/${stage}/issues`,
    );
    expect(issues.body.items).toContainEqual(expect.objectContaining({ issue: issue.id, fit: 'inside' }));
    // New ones belong on a stage that its scheme still has.
    await expectStatus(422, 'POST', `/pages/${page}/tags`, { as: accounts.volunteer, json });
  });

  test('that cannot be is refused and changes nothing', async () => {
    const scheme = await makeScheme(accounts.reviewer, three);
    const stages = [stageOf('1', '1905', '1912'), stageOf('1.1', '1905', '1913', { parent: '1' })];
    expect(await pathsRefused('PATCH', scheme.url, { stages })).toEqual(['stages.1.to']);
    const url = scheme.stages[0]?.url ?? '';
    expect(await pathsRefused('PATCH', url, { to: '1907' })).toEqual(['to']);
    expect(await read(scheme)).toEqual(scheme);
  });
});

describe('the history of a periodisation', () => {
  test('tells every version, newest first, with who made it, why, and what it was', async () => {
    const scheme = await makeScheme(accounts.reviewer, [stageOf('1', '1905', '1917')]);
    const second = await change(scheme, { attribution: 'Somebody else', changeNote: 'a misprint' });
    await expectStatus(200, 'PATCH', scheme.stages[0]?.url ?? '', {
      as: accounts.reviewer2,
      json: { to: '1916', changeNote: 'p. 12' },
    });
    const third = await read(scheme);
    expect(third.stages[0]?.to).toBe('1916');
    expect(await historyOf(scheme)).toMatchObject([
      { version: 3, action: 'stage:change', actor: { name: 'reviewer2' }, note: 'p. 12', record: third },
      {
        version: 2,
        action: 'scheme:change',
        actor: { name: 'reviewer' },
        fields: ['attribution'],
        note: 'a misprint',
        record: second,
      },
      { version: 1, action: 'scheme:create', record: scheme },
    ]);
    for (const record of [scheme, second, third]) {
      const { body } = await expectStatus<Scheme>(200, 'GET', `${scheme.url}?version=${record.version}`);
      expect(body).toEqual(record);
    }
    expect((await call('GET', `${scheme.url}?version=4`)).status).toBe(404);
    expect((await call('GET', '/schemes/unknown/history')).status).toBe(404);
  });

  test('has no version of a change that was made on an older one', async () => {
    const scheme = await makeScheme(accounts.reviewer);
    await change(scheme, { note: 'a', version: 1 });
    for (const url of [scheme.url, scheme.stages[0]?.url ?? '']) {
      const answer = await call('PATCH', url, { as: accounts.reviewer, json: { note: 'b', version: 1 } });
      expect([answer.status, typeOf(answer), answer.body]).toMatchObject([
        412,
        'precondition-failed',
        { version: 2 },
      ]);
    }
    expect((await historyOf(scheme)).map(({ version }) => version)).toEqual([2, 1]);
  });

  test('of two changes at one moment each is a version or is refused', async () => {
    const scheme = await makeScheme(accounts.reviewer);
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((note) => call('PATCH', scheme.url, { as: accounts.reviewer, json: { note } })),
    );
    const stored = answers.filter(({ status }) => status === 200).length;
    expect(answers.filter(({ status }) => status === 412).length).toBe(answers.length - stored);
    expect(stored).toBeGreaterThan(0);
    expect((await historyOf(scheme)).length).toBe(stored + 1);
    expect((await read(scheme)).version).toBe(stored + 1);
  });
});

test('a periodisation names its scholars as entities', async () => {
  const [one, two] = [await makeEntity(accounts.reviewer), await makeEntity(accounts.reviewer)];
  const json = { title: { en: 'x' }, attribution: 'y', stages: [], scholars: [two.id, one.id] };
  const { body: scheme } = await expectStatus<Scheme>(201, 'POST', '/schemes', {
    as: accounts.reviewer,
    json,
  });
  const named = ({ id, label }: { id: string; label: object }) => ({ id, label });
  expect(scheme.scholars).toEqual([named(two), named(one)]);
  expect(await read(scheme)).toEqual(scheme);
  const { body: list } = await expectStatus<{ items: Scheme[] }>(200, 'GET', '/schemes?limit=200');
  expect(list.items.find(({ id }) => id === scheme.id)).toEqual(scheme);
  expect((await change(scheme, { scholars: [one.id] })).scholars).toEqual([named(one)]);
  expect(await pathsRefused('PATCH', scheme.url, { scholars: [one.id, 'unknown'] })).toEqual(['scholars.1']);
});
