import { beforeAll, describe, expect, test } from 'vitest';
import { countDatabaseRequests } from '../local/testing/database-requests.ts';
import type { Page } from '../shapes/pages.ts';
import type { Tag } from '../shapes/tags.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { SITE, call, env, expectStatus, fullPath, send } from '../testing/api.ts';
import {
  acceptText,
  linesOf,
  makeEntity,
  makeIssue,
  makeScannedPage,
  makeScheme,
  putText,
  readText,
  stageOf,
} from '../testing/corpus.ts';
import { listOperations } from '../testing/operations.ts';

const MOST_FOR_A_READ = 2;
const MOST_FOR_A_SAVE = 3;

let accounts: Accounts;
/** An id for each `{id}`, by the path before it. */
let ids: Record<string, string>;
let page: Page;

const operations = await listOperations();

beforeAll(async () => {
  accounts = await makeAccounts();
  const { reviewer, volunteer } = accounts;
  const issue = await makeIssue(reviewer);
  const scheme = await makeScheme(reviewer);
  const entity = await makeEntity(reviewer);
  page = await makeScannedPage(volunteer, issue.id);
  const { id: revision } = await acceptText(volunteer, reviewer, page.id, linesOf('текст', 'вторая'));
  const json = { target: { type: 'page' }, body: { entity: entity.id } };
  const { body: tag } = await expectStatus<Tag>(201, 'POST', `/pages/${page.id}/tags`, {
    as: volunteer,
    json,
  });
  ids = {
    publications: issue.publication,
    issues: issue.id,
    pages: page.id,
    jobs: page.job?.id ?? '',
    revisions: revision,
    tags: tag.id,
    entities: entity.id,
    schemes: scheme.id,
    stages: scheme.stages[0]?.id ?? '',
  };
});

const reads = operations.filter(({ method }) => method === 'GET');
const resourceOf = (path: string) => path.split('/')[3] ?? '';
/** These have nothing to give for the page above; that, too, is a read. */
const NOT_THERE = ['getView', 'getThumbnail', 'getOcrRunLines'];

/** What some reads do not answer without. */
const QUERIES: Record<string, string> = {
  search: '?q=текст',
  getConcordance: '?q=текст',
  getNgrams: '?q=текст',
  getPlacements: '?calendar=julian&edtf=1917-07',
};

describe('a read asks the database at most twice', () => {
  test.each(reads.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    async (name, operation) => {
      const path = operation.path
        .replace('{run}', 'unknown')
        .replace('{other}', ids['schemes'] ?? '')
        .replace('{id}', ids[resourceOf(operation.path)] ?? 'unknown');
      const { requests, result } = await countDatabaseRequests(env, async () => {
        const response = await send('GET', `${path}${QUERIES[name] ?? ''}`, {
          as: accounts.admin,
        });
        await response.arrayBuffer();
        return response.status;
      });
      expect(result).toBe(NOT_THERE.includes(name) ? 404 : 200);
      expect(requests).toBeLessThanOrEqual(MOST_FOR_A_READ);
    },
  );

  test('with a query for names too, and for what is not there', async () => {
    for (const path of [
      '/entities?q=Ахмет&kind=person',
      '/entities?q=Ахмит',
      '/issues/unknown/pages',
      '/pages/unknown/revisions',
      '/pages/unknown/tags',
      `/schemes/${ids['schemes']}?version=1`,
      `/schemes/${ids['schemes']}?version=2`,
      `/timeline?entity=${ids['entities']}&publication=${ids['publications']}`,
      '/timeline?format=csv',
      '/search?q=текст&format=csv',
      '/concordance?q=текст&sort=left',
      '/ngrams?q=текст,вторая&format=csv',
      `/schemes/${ids['schemes']}/compare/${ids['schemes']}?level=all&format=csv`,
      `/schemes/${ids['schemes']}/compare/unknown/issues`,
    ]) {
      const { requests } = await countDatabaseRequests(env, () => call('GET', path));
      expect([path, requests <= MOST_FOR_A_READ]).toEqual([path, true]);
    }
  });
});

describe('a save asks the database at most three times', () => {
  async function expectCheap(status: number, method: string, path: string, sent: Parameters<typeof send>[2]) {
    const { requests, result } = await countDatabaseRequests(env, () => send(method, fullPath(path), sent));
    expect([path, result.status, requests <= MOST_FOR_A_SAVE, requests]).toEqual([
      path,
      status,
      true,
      requests,
    ]);
    return result;
  }
  const etagNow = async () => (await readText(page.id)).headers.get('etag') ?? '';

  test('by key, with tags to carry along', async () => {
    const headers = { 'if-match': await etagNow() };
    const json = { lines: linesOf('другой текст'), submit: true };
    await expectCheap(201, 'PUT', `/pages/${page.id}/transcription`, {
      as: accounts.volunteer,
      json,
      headers,
    });
  });

  test('with an Idempotency-Key, and again with the same', async () => {
    const headers = { 'if-match': await etagNow(), 'idempotency-key': crypto.randomUUID() };
    const sent = { as: accounts.volunteer, json: { lines: linesOf('ещё') }, headers };
    await expectCheap(201, 'PUT', `/pages/${page.id}/transcription`, sent);
    await expectCheap(201, 'PUT', `/pages/${page.id}/transcription`, sent);
  });

  test('by session', async () => {
    const json = { name: 'a', email: `${crypto.randomUUID()}@qalam.test`, password: 'a long password' };
    const signedUp = await send('POST', '/api/auth/sign-up/email', { json, headers: { origin: SITE } });
    const cookie = signedUp.headers
      .getSetCookie()
      .map((value) => value.split(';')[0])
      .join('; ');
    const headers = { 'if-match': await etagNow(), cookie, origin: SITE };
    await expectCheap(201, 'PUT', `/pages/${page.id}/transcription`, {
      json: { lines: linesOf('сеанс') },
      headers,
    });
  });

  test('that is stale', async () => {
    const sent = { as: accounts.volunteer, json: { lines: [] }, headers: { 'if-match': '"old"' } };
    await expectCheap(412, 'PUT', `/pages/${page.id}/transcription`, sent);
  });

  test('so do changes of schemes and their stages', async () => {
    const as = accounts.reviewer;
    const stages = [stageOf('1', '1905', null), stageOf('2', '1906', null)];
    const json = { stages, scholars: [ids['entities']], changeNote: 'почему' };
    await expectCheap(200, 'PATCH', `/schemes/${ids['schemes']}`, { as, json });
    await expectCheap(200, 'PATCH', `/stages/${ids['stages']}`, { as, json: { to: '1917' } });
    const more = { title: { ru: 'а' }, attribution: 'б', stages, scholars: [ids['entities']] };
    await expectCheap(201, 'POST', '/schemes', { as, json: more });
  });

  test('so do changing, merging and parting entities', async () => {
    const as = accounts.reviewer;
    const other = await makeEntity(as);
    const path = `/entities/${ids['entities']}`;
    const relations = [{ predicate: 'knows', object: other.id }];
    await expectCheap(201, 'POST', '/entities', {
      as,
      json: { kind: 'person', nameForms: other.nameForms.map(({ id: _id, ...form }) => form), relations },
    });
    await expectCheap(200, 'PATCH', path, { as, json: { relations, changeNote: 'why' } });
    await expectCheap(201, 'POST', `${path}/merge`, { as, json: { into: other.id } });
    await expectCheap(204, 'DELETE', `${path}/merge`, { as });
  });

  test('so do restoring, reviewing and tagging', async () => {
    const restore = { as: accounts.volunteer, headers: { 'if-match': await etagNow() } };
    await expectCheap(201, 'POST', `/revisions/${ids['revisions']}/restore`, restore);
    const { id } = await putText(accounts.volunteer, page.id, linesOf('на проверку'), { submit: true });
    await expectCheap(200, 'POST', `/revisions/${id}/review`, {
      as: accounts.reviewer,
      json: { decision: 'accept' },
    });
    const json = { target: { type: 'page' }, body: { entity: ids['entities'] } };
    await expectCheap(201, 'POST', `/pages/${page.id}/tags`, { as: accounts.volunteer, json });
    await expectCheap(200, 'POST', `/tags/${ids['tags']}/review`, {
      as: accounts.reviewer,
      json: { decision: 'approve' },
    });
    await expectCheap(200, 'DELETE', `/tags/${ids['tags']}/review`, { as: accounts.reviewer });
    await expectCheap(200, 'POST', '/tags/review', {
      as: accounts.reviewer,
      json: { decisions: [{ tag: ids['tags'], decision: 'reject' }] },
    });
  });
});
