import { beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../db/client.ts';
import { claimConflicts, entities } from '../db/schema.ts';
import { eq } from 'drizzle-orm';
import type { Entity } from '../shapes/entities.ts';
import type { Scheme } from '../shapes/schemes.ts';
import type { Timeline } from '../shapes/timeline.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, env, expectStatus } from '../testing/api.ts';
import { makeEntity, makeIssue, makePage, makePublication, makeScheme, stageOf } from '../testing/corpus.ts';

let accounts: Accounts;
let scheme: Scheme;
let publication: string;

const read = async (query = '') => (await expectStatus<Timeline>(200, 'GET', `/timeline${query}`)).body;
const readCsv = async (query: string) => {
  const answer = await expectStatus<string>(200, 'GET', `/timeline?format=csv&${query}`);
  return { text: answer.body, headers: answer.headers, rows: answer.body.split('\r\n') };
};
const gregorian = (edtf: string) => ({ date: { calendar: 'gregorian', edtf } });
const issueOf = (edtf: string) => makeIssue(accounts.reviewer, { publication, ...gregorian(edtf) });

beforeAll(async () => {
  accounts = await makeAccounts();
  const { reviewer } = accounts;
  scheme = await makeScheme(reviewer, [
    stageOf('1', '1905', null),
    stageOf('1.1', '1905', '1913', { parent: '1', label: { kk: 'Бірінші', ru: 'Первый, "ранний"' } }),
  ]);
  publication = (await makePublication(reviewer)).id;
  const february = await issueOf('1913-02-08');
  const later = await issueOf('1913-02');
  await issueOf('1913-04-01');
  for (const layer of ['none', 'ocr', 'transcribed', 'reviewed', 'reviewed'] as const) {
    await makePage(february.id, { layer });
  }
  await makePage(later.id, { layer: 'ocr' });
  const vague = await makeIssue(reviewer, { publication, date: { calendar: 'julian', edtf: '1917-07' } });
  await makePage(vague.id);
  await makePage((await issueOf('1930-01-01')).id);
  await makePage((await issueOf('1904-12-31')).id);
  const elsewhere = await makeIssue(reviewer, gregorian('1913-02-09'));
  await makePage(elsewhere.id, { layer: 'reviewed' });
});

describe('the corpus on the axis', () => {
  test('stands in Gregorian months, each count a part of the one before', async () => {
    const { from, to, months } = await read(`?publication=${publication}`);
    expect([from, to]).toEqual(['1905-01-01', '1920-12-31']);
    expect(months).toEqual([
      { month: '1913-02', issues: 2, scanned: 6, read: 5, transcribed: 3, reviewed: 2 },
      { month: '1913-04', issues: 1, scanned: 0, read: 0, transcribed: 0, reviewed: 0 },
    ]);
    expect((await read()).months[0]).toMatchObject({ month: '1913-02', issues: 3, scanned: 7, reviewed: 3 });
  });

  test('says of what is dated vaguely between which days it lies, and what lies beside the axis', async () => {
    const { vague, outside, undated } = await read(`?publication=${publication}`);
    expect(vague).toEqual([
      {
        from: '1917-07-14',
        to: '1917-08-13',
        issues: 1,
        scanned: 1,
        read: 0,
        transcribed: 0,
        reviewed: 0,
      },
    ]);
    expect([outside, undated]).toEqual([
      { issues: 2, pages: 2 },
      { issues: 0, pages: 0 },
    ]);
  });

  test('goes as far as is asked for', async () => {
    const { months, outside } = await read(`?publication=${publication}&from=1913-03-01&to=1930-12-31`);
    expect(months.map(({ month }) => month)).toEqual(['1913-04', '1930-01']);
    expect(outside.issues).toBe(3);
    const answer = await call('GET', '/timeline?from=1920-01-01&to=1905-01-01');
    expect([answer.status, answer.body.detail]).toEqual([
      422,
      'The axis ends (1905-01-01) before it begins (1920-01-01).',
    ]);
  });
});

test('every scheme is there with its stages', async () => {
  const { schemes } = await read();
  expect(schemes.find(({ id }) => id === scheme.id)?.stages).toMatchObject([
    { key: '1', earliest: '1905-01-01', latest: null },
    { key: '1.1', parent: '1', latest: '1913-12-31' },
  ]);
});

describe('events', () => {
  const claim = (property: string, edtf: string) => ({
    property,
    date: { calendar: 'julian', edtf },
    source: { source: 'Қазақ', locator: '№ 1' },
  });
  const makeEvent = (...claims: object[]) => makeEntity(accounts.reviewer, { kind: 'event', claims });
  const eventsOf = async (entity: Entity) =>
    (await read()).events
      .filter((event) => event.entity === entity.id)
      .map(({ property, date, conflicts }) => [property, date.edtf, conflicts]);

  test('are marks with their source, in conflict where two claims cannot both hold', async () => {
    const announced = await makeEvent(
      claim('date', '1917-07-05'),
      claim('date', '1917-07-21'),
      claim('date', '1917-07'),
      claim('end', '1917-08'),
      claim('date', '1850'),
    );
    expect(await eventsOf(announced)).toEqual([
      ['date', '1917-07', true],
      ['date', '1917-07-05', true],
      ['date', '1917-07-21', true],
      ['end', '1917-08', false],
    ]);
    const [mark] = (await read()).events.filter(({ entity }) => entity === announced.id);
    expect(mark).toMatchObject({
      label: announced.label,
      earliest: '1917-07-14',
      source: { locator: '№ 1' },
    });
  });

  test('conflict with another event where somebody says so', async () => {
    const one = await makeEvent(claim('date', '1917-07-05'));
    const other = await makeEvent(claim('date', '1917-07'));
    expect([await eventsOf(one), await eventsOf(other)]).toEqual([
      [['date', '1917-07-05', false]],
      [['date', '1917-07', false]],
    ]);
    const { events } = await read();
    const [claimId = '', otherId = ''] = events
      .filter(({ entity }) => [one.id, other.id].includes(entity))
      .map(({ claim }) => claim)
      .sort();
    await connect(env).insert(claimConflicts).values({ claimId, otherId });
    expect([await eventsOf(one), await eventsOf(other)]).toEqual([
      [['date', '1917-07-05', true]],
      [['date', '1917-07', true]],
    ]);
  });

  test('are no people', async () => {
    const person = await makeEntity(accounts.reviewer, { claims: [claim('birth', '1906')] });
    expect(await eventsOf(person)).toEqual([]);
  });
});

describe('mentions of an entity', () => {
  async function mention(entity: Entity, edtf: string, approve = true) {
    const page = await makePage((await makeIssue(accounts.reviewer, gregorian(edtf))).id);
    const json = { target: { type: 'page' }, body: { entity: entity.id } };
    const { body } = await expectStatus<{ id: string }>(201, 'POST', `/pages/${page}/tags`, {
      as: accounts.volunteer,
      json,
    });
    const review = { as: accounts.reviewer, json: { decision: 'approve' } };
    if (approve) await expectStatus(200, 'POST', `/tags/${body.id}/review`, review);
  }

  test('are counted by month when approved, those of merged records with them', async () => {
    const [kept, merged] = [await makeEntity(accounts.reviewer), await makeEntity(accounts.reviewer)];
    await mention(kept, '1914-05-01');
    await mention(kept, '1914-05-30');
    await mention(kept, '1914-06-01', false);
    await mention(merged, '1914-07-01');
    await mention(kept, '1915');
    await mention(kept, '1930-01-01');
    const ofKept = await read(`?entity=${kept.id}`);
    expect(ofKept.mentions).toEqual([{ month: '1914-05', count: 2 }]);
    expect(ofKept.mentionsElsewhere).toBe(2);
    await connect(env).update(entities).set({ mergedInto: kept.id }).where(eq(entities.id, merged.id));
    for (const { id } of [kept, merged]) {
      expect((await read(`?entity=${id}`)).mentions).toEqual([
        { month: '1914-05', count: 2 },
        { month: '1914-07', count: 1 },
      ]);
    }
    expect((await readCsv(`part=mentions&entity=${kept.id}`)).text).toBe(
      'month,count\r\n1914-05,2\r\n1914-07,1\r\n',
    );
  });

  test('are none where nobody is asked for', async () => {
    expect((await read()).mentions).toEqual([]);
  });
});

describe('as CSV', () => {
  test('the months come with what is vague, as a file', async () => {
    const { rows, headers } = await readCsv(`publication=${publication}`);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toBe('attachment; filename="timeline-months.csv"');
    expect(rows).toEqual([
      'month,from,to,issues,scanned,read,transcribed,reviewed',
      '1913-02,,,2,6,5,3,2',
      '1913-04,,,1,0,0,0,0',
      ',1917-07-14,1917-08-13,1,1,0,0,0',
      '',
    ]);
  });

  test('quotes what has commas or quotes', async () => {
    const { rows } = await readCsv('part=stages');
    expect(rows[0]).toMatch(/^scheme,attribution,title_kk,.*,earliest,latest$/);
    expect(rows.find((row) => row.includes('1.1'))).toContain(
      ',1.1,1,Бірінші,"Первый, ""ранний""",,1905-01-01,',
    );
  });

  test('events have a line for each claim', async () => {
    const { rows } = await readCsv('part=events');
    expect(rows.length - 2).toBe((await read()).events.length);
  });
});
