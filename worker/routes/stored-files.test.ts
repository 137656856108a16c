import { beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, makeAccounts } from '../testing/accounts.ts';
import { call, send } from '../testing/api.ts';
import { makeIssue, uploadScan } from '../testing/corpus.ts';
import { makeUniquePng } from '../testing/images.ts';

let accounts: Accounts;
let issueId: string;

beforeAll(async () => {
  accounts = await makeAccounts();
  issueId = (await makeIssue(accounts.reviewer)).id;
});

describe('the scan is given out', () => {
  test('byte for byte, as the type that was found in it, never sniffed, never as a page', async () => {
    const file = await makeUniquePng();
    const { body: page } = await uploadScan(accounts.volunteer, issueId, file);
    const response = await send('GET', page.scan.url);
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(file);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(file.length),
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'cache-control': expect.stringContaining('immutable') as string,
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
  });

  test('in ranges, and not again to whoever has it', async () => {
    const file = await makeUniquePng();
    const { body: page } = await uploadScan(accounts.volunteer, issueId, file);
    const get = (headers: Record<string, string>) => send('GET', page.scan.url, { headers });
    const range = await get({ range: 'bytes=10-19' });
    expect([range.status, range.headers.get('content-range')]).toEqual([206, `bytes 10-19/${file.length}`]);
    expect(new Uint8Array(await range.arrayBuffer())).toEqual(file.slice(10, 20));
    const suffix = await get({ range: 'bytes=-5' });
    expect(suffix.status).toBe(206);
    expect(new Uint8Array(await suffix.arrayBuffer())).toEqual(file.slice(-5));
    const open = await get({ range: 'bytes=20-' });
    expect(new Uint8Array(await open.arrayBuffer())).toEqual(file.slice(20));
    expect((await get({ range: `bytes=${file.length}-` })).status).toBe(416);
    const whole = await get({});
    await whole.body?.cancel();
    const again = await get({ 'if-none-match': whole.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('by HEAD without its bytes', async () => {
    const file = await makeUniquePng();
    const { body: page } = await uploadScan(accounts.volunteer, issueId, file);
    const response = await send('HEAD', page.scan.url);
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      String(file.length),
      '',
    ]);
  });

  test('renditions that are not there yet are not found', async () => {
    const { body: page } = await uploadScan(accounts.volunteer, issueId, await makeUniquePng());
    for (const path of ['view', 'thumbnail', 'ocr/unknown']) {
      expect((await call('GET', `/pages/${page.id}/${path}`)).status).toBe(404);
    }
  });
});
