import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hex } from '../auth/secrets.ts';
import type { Page } from '../shapes/pages.ts';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { type Answer, type Sent, call, env, expectStatus, typeOf } from '../testing/api.ts';
import { formOf, makeIssue } from '../testing/corpus.ts';
import { joinBytes, makePng, makeUniquePng } from '../testing/images.ts';

let accounts: Accounts;
let issueId: string;

beforeAll(async () => {
  accounts = await makeAccounts();
});

beforeEach(async () => {
  issueId = (await makeIssue(accounts.reviewer)).id;
});

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => hex(await crypto.subtle.digest('SHA-256', bytes));
const keysUnder = async (prefix: string) => (await env.SCANS.list({ prefix })).objects.map(({ key }) => key);

function upload<T = Page>(body: BodyInit, sent: Sent = {}): Promise<Answer<T>> {
  return call<T>('POST', `/issues/${issueId}/pages`, { as: accounts.volunteer, body, ...sent });
}

/** A multipart body by hand, so that it can be wrong. */
function multipart(parts: (string | Uint8Array<ArrayBuffer>)[]): {
  body: Blob;
  headers: Record<string, string>;
} {
  return { body: new Blob(parts), headers: { 'content-type': 'multipart/form-data; boundary=frame' } };
}
const FILE_HEAD =
  '--frame\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';
const END = '\r\n--frame--\r\n';

/** Nothing of a refused upload may be left: no page, no object under a provisional name. */
async function expectNothingLeft() {
  expect(await keysUnder('incoming/')).toEqual([]);
  const { body } = await expectStatus<{ items: Page[] }>(200, 'GET', `/issues/${issueId}/pages`);
  expect(body.items).toEqual([]);
}

describe('a scan', () => {
  test('becomes a page that is queued, with its size, type and hash', async () => {
    const file = await makeUniquePng();
    const { status, headers, body } = await upload(formOf(file, ' 2-бет '));
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/pages/${body.id}`);
    expect(body).toMatchObject({
      issue: issueId,
      sequence: 1,
      label: '2-бет',
      scan: { sha256: await sha256(file), bytes: file.length, type: 'image/png', width: 40, height: 30 },
      status: 'queued',
      layer: 'none',
      job: { state: 'queued', progress: 0 },
    });
    expect((await expectStatus<Page>(200, 'GET', `/pages/${body.id}`)).body).toEqual(body);
    expect(await keysUnder('incoming/')).toEqual([]);
  });

  test('may come after its label', async () => {
    const form = new FormData();
    form.append('label', 'supplement');
    form.append('file', new File([await makeUniquePng()], 'x'));
    expect((await upload(form)).body.label).toBe('supplement');
  });

  test('goes behind the others, also when several come at once', async () => {
    const files = await Promise.all(Array.from({ length: 5 }, makeUniquePng));
    const answers = await Promise.all(files.map((file) => upload(formOf(file))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(answers.map(({ body }) => body.sequence).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('that comes twice is stored once, and the second page says so', async () => {
    const file = await makeUniquePng();
    const first = await upload(formOf(file));
    const stored = await env.SCANS.head(`scans/${await sha256(file)}`);
    const second = await upload(formOf(file));
    expect(second.status).toBe(201);
    expect(second.body.sameScanAs).toEqual([first.body.id]);
    expect((await env.SCANS.head(`scans/${await sha256(file)}`))?.version).toBe(stored?.version);
  });

  test('of 12 MiB comes out as it went in', async () => {
    const padding = new Uint8Array(12 * 2 ** 20);
    for (let at = 0; at < padding.length; at += 65_536)
      crypto.getRandomValues(padding.subarray(at, at + 65_536));
    const file = await makePng({ padding });
    const { status, body } = await upload(formOf(file));
    expect(status).toBe(201);
    expect(body.scan).toMatchObject({ sha256: await sha256(file), bytes: file.length });
    const object = await env.SCANS.get(`scans/${body.scan.sha256}`);
    expect(await sha256(new Uint8Array(await object!.arrayBuffer()))).toBe(body.scan.sha256);
    expect(await keysUnder('incoming/')).toEqual([]);
  });
});

describe('what is no scan is refused with advice, and nothing of it stays', () => {
  const text = (value: string) => new TextEncoder().encode(value) as Uint8Array<ArrayBuffer>;
  const png = () => makeUniquePng();
  const hugePng = async () => makePng({ width: 20_000, height: 10_000, rows: new Uint8Array(10) });
  const cases: [string, () => Promise<Uint8Array<ArrayBuffer>>, number, string, RegExp][] = [
    ['an empty file', async () => new Uint8Array(0), 422, 'empty-file', /empty/i],
    [
      'a truncated file',
      async () => (await png()).slice(0, -20),
      422,
      'damaged-image',
      /ends early|damaged|incomplete/i,
    ],
    ['the first bytes of a file', async () => (await png()).slice(0, 20), 422, 'damaged-image', /./],
    ['text named .jpg', async () => text('Это не картинка, а текст.'), 415, 'unsupported-type', /./],
    ['a PDF', async () => text('%PDF-1.7\n1 0 obj'), 415, 'unsupported-type', /PDF/],
    [
      'JPEG 2000',
      async () => joinBytes([new Uint8Array([0, 0, 0, 12]), text('jP  \r\n\x87\n')]),
      415,
      'unsupported-type',
      /./,
    ],
    [
      'HEIC',
      async () => joinBytes([new Uint8Array([0, 0, 0, 24]), text('ftypheic\0\0\0\0mif1heic')]),
      415,
      'unsupported-type',
      /HEIC/,
    ],
    ['200 megapixels', hugePng, 413, 'too-many-pixels', /megapixels/],
  ];

  test.each(cases)('%s', async (_, makeFile, status, type, advice) => {
    const answer = await upload<{ detail: string }>(formOf(await makeFile(), undefined, 'scan.jpg'));
    expect([answer.status, typeOf(answer)]).toEqual([status, type]);
    expect(answer.body.detail).toMatch(advice);
    await expectNothingLeft();
  });

  test('a file whose header was damaged on the way', async () => {
    const file = await makeUniquePng();
    for (const at of [1, 12, 17, 24, 25]) {
      const damaged = file.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const answer = await upload(formOf(damaged));
      expect([413, 415, 422]).toContain(answer.status);
    }
    await expectNothingLeft();
  });

  test('no file, or another field', async () => {
    const empty = new FormData();
    empty.append('label', '1');
    const other = new FormData();
    other.append('scan', new File([await makeUniquePng()], 'a.png'));
    for (const form of [empty, other]) {
      const answer = await upload<{ errors: object[] }>(form);
      expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
      expect(answer.body.errors).toMatchObject([{ path: ['file'], code: 'required' }]);
    }
    await expectNothingLeft();
  });

  test.each(['x'.repeat(101), 'а\u202eб', 'x'.repeat(10_000)])(
    'a label that cannot be kept',
    async (label) => {
      const file = await makeUniquePng();
      const answer = await upload(formOf(file, label));
      expect([answer.status, typeOf(answer)]).toEqual([422, 'invalid-request']);
      expect(await keysUnder(`scans/${await sha256(file)}`)).toEqual([]);
      await expectNothingLeft();
    },
  );

  test('an issue that there is not', async () => {
    for (const id of ['unknown', '%00']) {
      const answer = await call('POST', `/issues/${id}/pages`, {
        as: accounts.volunteer,
        body: formOf(await makeUniquePng()),
      });
      expect([answer.status, typeOf(answer)]).toEqual([404, 'not-found']);
    }
  });
});

describe('bodies that are broken are answered and leave nothing', () => {
  test.each<[string, (file: Uint8Array<ArrayBuffer>) => (string | Uint8Array<ArrayBuffer>)[]]>([
    ['cut within the file', (file) => [FILE_HEAD, file.slice(0, 40)]],
    ['cut right after the file', (file) => [FILE_HEAD, file]],
    ['cut in the headers of the part', () => [FILE_HEAD.slice(0, 60)]],
    ['without any frame', () => ['nothing of the kind']],
    ['empty', () => []],
    [
      'cut within the field after the file',
      (file) => [FILE_HEAD, file, '\r\n--frame\r\nContent-Disposition: form-data; name="label"\r\n\r\n1'],
    ],
  ])('%s', async (_, parts) => {
    const answer = await upload('', multipart(parts(await makeUniquePng())));
    expect([answer.status, typeOf(answer)]).toEqual([400, 'malformed-body']);
    await expectNothingLeft();
  });

  test('a large file that breaks off is not left in parts', async () => {
    const answer = await upload(
      '',
      multipart([FILE_HEAD, (await makePng({ padding: new Uint8Array(11 * 2 ** 20) })).slice(0, -100)]),
    );
    expect([answer.status, typeOf(answer)]).toEqual([400, 'malformed-body']);
    await expectNothingLeft();
  });

  test('a stream that fails in the middle', async () => {
    const file = await makePng({ padding: new Uint8Array(100_000) });
    const chunks = [new TextEncoder().encode(FILE_HEAD), file.slice(0, 50_000)];
    const body = new ReadableStream({
      pull(controller) {
        const chunk = chunks.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.error(new Error('the line went dead'));
      },
    });
    const answer = await upload(body, { headers: multipart([]).headers });
    expect([answer.status, typeOf(answer)]).toEqual([400, 'malformed-body']);
    await expectNothingLeft();
  });

  test('other types than multipart', async () => {
    for (const type of [
      'application/json',
      'image/png',
      'multipart/form-data',
      'multipart/mixed; boundary=x',
    ]) {
      const answer = await upload('{}', { headers: { 'content-type': type } });
      expect([answer.status, typeOf(answer)]).toEqual([415, 'unsupported-media-type']);
    }
  });

  test('a good file within a hand-made frame is taken', async () => {
    const answer = await upload('', multipart([FILE_HEAD, await makeUniquePng(), END]));
    expect(answer.status).toBe(201);
  });
});

describe('more than 64 MiB', () => {
  test('announced, is refused before it is read', async () => {
    const answer = await upload('', {
      ...multipart([FILE_HEAD]),
      headers: { ...multipart([]).headers, 'content-length': String(70 * 2 ** 20) },
    });
    expect([answer.status, typeOf(answer)]).toEqual([413, 'body-too-large']);
    await expectNothingLeft();
  });

  test.each([66, 200])('unannounced (%i MiB), is refused while it comes', async (mebibytes) => {
    const head = (await makePng()).slice(0, 41);
    const filler = new Uint8Array(2 ** 20);
    let left = mebibytes;
    let began = false;
    const body = new ReadableStream({
      pull(controller) {
        if (!began) {
          began = true;
          controller.enqueue(joinBytes([new TextEncoder().encode(FILE_HEAD), head]));
        } else if (left-- > 0) {
          controller.enqueue(filler);
        } else {
          controller.enqueue(new TextEncoder().encode(END));
          controller.close();
        }
      },
    });
    const answer = await upload(body, { headers: multipart([]).headers });
    expect([answer.status, typeOf(answer)]).toEqual([413, 'body-too-large']);
    // Much more than is allowed is not even read to its end.
    if (mebibytes > 100) expect(left).toBeGreaterThan(50);
    await expectNothingLeft();
  });
});

test('too many uploads in a short time are refused with the time to wait', async () => {
  const UPLOAD_LIMIT = { limit: async () => ({ success: false }) } as unknown as RateLimit;
  const answer = await upload(formOf(await makeUniquePng()), { env: { UPLOAD_LIMIT } });
  expect([answer.status, typeOf(answer), answer.headers.get('retry-after')]).toEqual([
    429,
    'too-many-requests',
    '60',
  ]);
  await expectNothingLeft();
});

test('a queue that takes no message does not undo the upload', async () => {
  const OCR_QUEUE = { send: () => Promise.reject(new Error('queue down')) } as unknown as Queue<{
    job: string;
  }>;
  const answer = await upload(formOf(await makeUniquePng()), { env: { OCR_QUEUE } });
  expect([answer.status, answer.body.job?.state]).toEqual([201, 'queued']);
});
