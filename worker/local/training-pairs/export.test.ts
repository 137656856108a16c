import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { greyRows } from '../../ocr/decode/rows.ts';
import { encodePng } from '../../ocr/encode-png.ts';
import { decodeScan } from './cut-lines.ts';
import { exportPairs } from './export.ts';

const WIDTH = 300;
const HEIGHT = 200;
/** Each pixel's grey tells its row, so that a piece of the scan tells where it was cut. */
const scan = await encodePng(
  greyRows({
    width: WIDTH,
    height: HEIGHT,
    data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, at) => Math.floor(at / WIDTH)),
  }),
  8,
);
const pair = (page: string, line: string, top: number) => ({
  page,
  line,
  text: `строка ${line}`,
  box: [20, top, 200, 20],
  scan: { url: `/scan/${page}` },
  rights: { statement: 'free', licence: 'CC0' },
});
const PARTS: Record<string, object> = {
  '': { items: [pair('p1', 'a', 40)], next: 'more' },
  more: { items: [pair('p1', 'b', 0), pair('p2', 'c', 0)], next: null },
};

let folder: string;
let server: Server;
let url: string;
const asked: string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qalam-pairs-'));
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://local');
    asked.push(request.url ?? '');
    if (pathname === '/api/v1/training-pairs')
      response.end(JSON.stringify(PARTS[searchParams.get('cursor') ?? '']));
    else if (pathname === '/scan/p1') response.end(scan);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test('each line becomes a picture with its text; a page without its scan is told, and a second run adds nothing', async () => {
  const told: string[] = [];
  const wish = { url, out: folder, query: { script: 'Cyrl' }, say: (words: string) => told.push(words) };
  expect(await exportPairs(wish)).toEqual({ written: 2, there: 0, failedPages: 1 });
  expect(asked[0]).toContain('script=Cyrl');
  expect(asked.filter((path) => path === '/scan/p1')).toHaveLength(1);
  expect(told.at(-1)).toMatch(/p2 is left out.*404/);
  expect((await readdir(folder)).toSorted()).toEqual([
    'p1-a.gt.txt',
    'p1-a.png',
    'p1-b.gt.txt',
    'p1-b.png',
    'pairs.jsonl',
  ]);
  expect(await readFile(join(folder, 'p1-a.gt.txt'), 'utf8')).toBe('строка a\n');
  const line = await decodeScan(await readFile(join(folder, 'p1-a.png')));
  // A tenth of its height around it.
  expect([line.width, line.height, line.data[0], line.data.at(-1)]).toEqual([204, 24, 38, 61]);
  const rights = (await readFile(join(folder, 'pairs.jsonl'), 'utf8')).trim().split('\n');
  expect(rights.map((row) => JSON.parse(row) as object)).toMatchObject([
    { name: 'p1-a', rights: { licence: 'CC0' } },
    { name: 'p1-b' },
  ]);
  expect(await exportPairs(wish)).toEqual({ written: 0, there: 2, failedPages: 1 });
});
