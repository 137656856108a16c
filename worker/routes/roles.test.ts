import { beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, typeOf } from '../testing/api.ts';
import { type DocumentedOperation, listOperations } from '../testing/operations.ts';

type Minimum = 'anybody' | 'volunteer' | 'reviewer' | 'admin';

/** Who may do what. An operation that is missing here, or no longer exists, fails the test. */
const MINIMUM: Record<string, Minimum> = {
  listPublications: 'anybody',
  getPublication: 'anybody',
  createPublication: 'reviewer',
  changePublication: 'reviewer',
  listIssues: 'anybody',
  getIssue: 'anybody',
  createIssue: 'reviewer',
  changeIssue: 'reviewer',
  uploadPage: 'volunteer',
  listPages: 'anybody',
  listIssuePages: 'anybody',
  getPage: 'anybody',
  getScan: 'anybody',
  getView: 'anybody',
  getThumbnail: 'anybody',
  listOcrRuns: 'anybody',
  getOcrRunLines: 'anybody',
  createOcrJob: 'volunteer',
  createOcrChoice: 'volunteer',
  getCleanUp: 'volunteer',
  getJob: 'anybody',
  listModels: 'anybody',
  listTrainingPairs: 'anybody',
  getReadingErrors: 'anybody',
  getTranscription: 'anybody',
  saveTranscription: 'volunteer',
  listRevisions: 'anybody',
  getRevision: 'anybody',
  restoreRevision: 'volunteer',
  reviewRevision: 'reviewer',
  deleteRevisionReview: 'reviewer',
  listSecondReviews: 'reviewer',
  createSecondOpinion: 'reviewer',
  createThanks: 'volunteer',
  getNextPage: 'volunteer',
  saveReservation: 'volunteer',
  deleteReservation: 'volunteer',
  listContributions: 'volunteer',
  getPublicationProgress: 'anybody',
  listTags: 'anybody',
  listPageTags: 'anybody',
  createTag: 'volunteer',
  getTag: 'anybody',
  deleteTag: 'volunteer',
  reviewTag: 'reviewer',
  deleteTagReview: 'reviewer',
  reviewTags: 'reviewer',
  deleteTagReviews: 'reviewer',
  saveTagPlacement: 'volunteer',
  listTagGroups: 'anybody',
  listTagRules: 'anybody',
  listEntities: 'anybody',
  getEntity: 'anybody',
  listMentions: 'anybody',
  createEntity: 'reviewer',
  changeEntity: 'reviewer',
  listEntityVersions: 'anybody',
  createMerge: 'reviewer',
  deleteMerge: 'reviewer',
  listSchemes: 'anybody',
  getScheme: 'anybody',
  listSchemeVersions: 'anybody',
  createScheme: 'reviewer',
  changeScheme: 'reviewer',
  getStage: 'anybody',
  changeStage: 'reviewer',
  listStageIssues: 'anybody',
  getPlacements: 'anybody',
  getIssueStages: 'anybody',
  getSchemeComparison: 'anybody',
  listComparedIssues: 'anybody',
  getTimeline: 'anybody',
  search: 'anybody',
  getConcordance: 'anybody',
  getNgrams: 'anybody',
  listSearches: 'volunteer',
  createSearch: 'volunteer',
  deleteSearch: 'volunteer',
  getStats: 'anybody',
  getMe: 'volunteer',
  listKeys: 'volunteer',
  createKey: 'volunteer',
  deleteKey: 'volunteer',
  listUsers: 'admin',
  changeUser: 'admin',
  listActions: 'admin',
};

const RANK = { anybody: 0, volunteer: 1, reviewer: 2, admin: 3 };
const CALLERS = ['anybody', 'volunteer', 'reviewer', 'admin'] as const;

let accounts: Accounts;
let operations: DocumentedOperation[];

beforeAll(async () => {
  accounts = await makeAccounts();
  operations = await listOperations();
});

test('the table and the API know the same operations', () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(MINIMUM).sort());
});

test('the document says of every operation who may do it', () => {
  for (const { operationId, role, security } of operations) {
    const minimum = MINIMUM[operationId];
    expect([operationId, role]).toEqual([operationId, minimum === 'anybody' ? 'public' : minimum]);
    expect([operationId, security.length > 0]).toEqual([operationId, minimum !== 'anybody']);
  }
});

describe.each(CALLERS)('%s', (caller) => {
  test.each(Object.entries(MINIMUM))('%s (from %s on)', async (operationId, minimum) => {
    const operation = operations.find((candidate) => candidate.operationId === operationId);
    if (!operation) throw new Error(`there is no operation ${operationId}`);
    const as = caller === 'anybody' ? undefined : accounts[caller];
    const answer = await call(operation.method, operation.pathWith('unknown'), {
      as,
      ...(operation.takesJson ? { json: {} } : {}),
    });
    if (RANK[caller] >= RANK[minimum]) {
      // What comes after the door is not this test's: an unknown id, a body that lacks everything.
      expect([200, 202, 400, 404, 415, 422]).toContain(answer.status);
    } else if (caller === 'anybody') {
      expect([answer.status, typeOf(answer)]).toEqual([401, 'not-signed-in']);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    } else {
      expect([answer.status, typeOf(answer)]).toEqual([403, 'not-allowed']);
      expect(answer.body.detail).toContain(minimum);
    }
  });
});
