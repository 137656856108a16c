import { beforeAll, describe, expect, test } from 'vitest';
import { makeAccounts } from '../testing/accounts.ts';
import { call, expectStatus, send } from '../testing/api.ts';
import {
  linesOf,
  makeEntity,
  makeIssue,
  makePage,
  makePublication,
  makeScheme,
  putText,
} from '../testing/corpus.ts';

const COUNT = 5;
let key: { key: string };
let paths: string[];

beforeAll(async () => {
  const { reviewer, volunteer, reviewer2 } = await makeAccounts();
  key = reviewer;
  const publication = await makePublication(reviewer);
  const issue = await makeIssue(reviewer, { publication: publication.id });
  const scheme = await makeScheme(reviewer);
  const entity = await makeEntity(reviewer);
  const page = await makePage(issue.id, { sequence: 1 });
  for (let index = 1; index < COUNT; index++) {
    await makePublication(reviewer);
    await makeIssue(reviewer, {
      publication: publication.id,
      ...(index % 2 ? { date: { calendar: 'julian', edtf: '1916' } } : {}),
    });
    await makeScheme(reviewer);
    await makeEntity(reviewer);
    await makePage(issue.id, { sequence: index + 1, submittedAt: index % 2 });
    await call('POST', '/keys', { as: reviewer, json: { name: 'k' } });
  }
  for (let index = 0; index < COUNT; index++) {
    await putText(volunteer, page, linesOf(`${index}`));
    const json = { target: { type: 'page' }, body: { entity: entity.id } };
    const { body } = await expectStatus<{ id: string }>(201, 'POST', `/pages/${page}/tags`, {
      as: volunteer,
      json,
    });
    await expectStatus(200, 'POST', `/tags/${body.id}/review`, {
      as: reviewer2,
      json: { decision: 'approve' },
    });
  }
  paths = [
    '/publications',
    '/issues',
    '/schemes',
    '/entities',
    '/pages',
    '/tags',
    '/keys',
    '/entities?q=ахмет',
    `/issues/${issue.id}/pages`,
    `/pages/${page}/revisions`,
    `/pages/${page}/tags`,
    `/entities/${entity.id}/mentions`,
    `/stages/${scheme.stages[0]?.id}/issues`,
    `/issues?publication=${publication.id}`,
    `/schemes/${scheme.id}/compare/${scheme.id}/issues`,
  ];
});

interface List {
  items: { id?: string; tag?: string; issue?: string; publication?: string }[];
  next: string | null;
}

const nameOf = (item: List['items'][number]) => item.id ?? item.tag ?? item.issue ?? '';

test('every list can be gone through in parts, by cursor and by Link, each record once and in order', async () => {
  for (const path of paths) {
    const whole = (await expectStatus<List>(200, 'GET', path, { as: key })).body;
    expect([path, whole.items.length >= COUNT, whole.next]).toEqual([path, true, null]);
    const seen: string[] = [];
    let at: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=2`;
    while (at !== undefined) {
      const answer: Awaited<ReturnType<typeof expectStatus<List>>> = await expectStatus<List>(
        200,
        'GET',
        at,
        { as: key },
      );
      seen.push(...answer.body.items.map(nameOf));
      const link: string | undefined = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
      expect([path, link === undefined]).toEqual([path, answer.body.next === null]);
      if (link !== undefined)
        expect(new URL(link, 'http://x').searchParams.get('cursor')).toBe(answer.body.next);
      at = link;
    }
    expect([path, seen]).toEqual([path, whole.items.map(nameOf)]);
  }
});

describe('a JSON read', () => {
  test('has an ETag, and is not sent again to whoever has it', async () => {
    for (const path of paths.filter((candidate) => candidate !== '/keys')) {
      const first = await call('GET', path);
      expect([path, first.headers.get('cache-control')]).toEqual([path, 'no-cache']);
      const again = await send('GET', `/api/v1${path}`, {
        headers: { 'if-none-match': first.headers.get('etag') ?? '' },
      });
      expect([path, again.status, await again.text()]).toEqual([path, 304, '']);
      expect(again.headers.get('access-control-allow-origin')).toBe('*');
    }
  });

  test('changes its ETag when the record changes', async () => {
    const publication = await makePublication(key);
    const before = await call('GET', `/publications/${publication.id}`);
    await call('PATCH', `/publications/${publication.id}`, { as: key, json: { note: 'жаңа' } });
    const after = await send('GET', `/api/v1/publications/${publication.id}`, {
      headers: { 'if-none-match': before.headers.get('etag') ?? '' },
    });
    expect(after.status).toBe(200);
    await after.body?.cancel();
  });

  test('of one’s own is kept by nobody else', async () => {
    for (const path of ['/me', '/keys']) {
      expect((await call('GET', path, { as: key })).headers.get('cache-control')).toBe('private, no-cache');
    }
  });

  test('answers HEAD with its headers and no body', async () => {
    for (const path of ['/publications', '/stats', '/health', '/api/openapi.json']) {
      const get = await call('GET', path);
      const head = await call<string>('HEAD', path);
      expect([path, head.status, head.body]).toEqual([path, 200, '']);
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    }
  });
});

describe('other sites', () => {
  test('may read, and see what they need to go on', async () => {
    const answer = await call('GET', '/publications?limit=1', {
      headers: { origin: 'https://research.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    for (const name of ['etag', 'link', 'location']) {
      expect(answer.headers.get('access-control-expose-headers')?.toLowerCase()).toContain(name);
    }
    expect((await call('GET', '/api/openapi.json')).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('may ask first (preflight), for all that a save needs', async () => {
    const response = await send('OPTIONS', '/api/v1/pages/x/transcription', {
      headers: {
        origin: 'https://research.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization, content-type, if-match, idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
    for (const name of ['authorization', 'content-type', 'if-match', 'idempotency-key']) {
      expect(response.headers.get('access-control-allow-headers')).toContain(name);
    }
  });
});

test('every answer of the API is nosniff and may load nothing', async () => {
  for (const path of ['/publications', '/unknown', '/api/openapi.json', '/api/auth/get-session']) {
    const { headers } = await call('GET', path);
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  }
});
