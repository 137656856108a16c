/** Writes accepted lines to a folder: NAME.png with NAME.gt.txt, as `npm run train -- --pairs` takes them. */
import { existsSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrainingPair } from '../../shapes/training-pairs.ts';
import { cutLine, decodeScan } from './cut-lines.ts';

export interface ExportWish {
  /** Address of the service, without a path. */
  url: string;
  out: string;
  /** Parameters of GET /training-pairs, such as `script`. */
  query: Record<string, string>;
  say: (words: string) => void;
}

export interface Exported {
  written: number;
  /** Pairs that an earlier run has written. */
  there: number;
  /** Pages whose scan could not be fetched or decoded; each was told. */
  failedPages: number;
}

/** Which pairs lie in the folder, from where and under which rights: a licence may ask for a name. */
const SOURCES = 'pairs.jsonl';

/**
 * Goes through all pairs, page by page, so that each scan is fetched once. What is there already is left, so that a
 * run that was stopped goes on; names never change, so that what was held out of a training stays held out.
 * @throws Error where the service does not answer
 */
export async function exportPairs({ url, out, query, say }: ExportWish): Promise<Exported> {
  await mkdir(out, { recursive: true });
  const done: Exported = { written: 0, there: 0, failedPages: 0 };
  for await (const pairs of pairsByPage(url, query)) {
    const missing = pairs.filter((pair) => !existsSync(join(out, `${nameOf(pair)}.gt.txt`)));
    done.there += pairs.length - missing.length;
    const [first] = missing;
    if (!first) continue;
    try {
      const scan = await decodeScan(await fetchBytes(new URL(first.scan.url, url)));
      for (const pair of missing) await writePair(out, pair, await cutLine(scan, pair.box));
      done.written += missing.length;
      say(`${pairs.length} lines of page ${first.page}`);
    } catch (error) {
      done.failedPages += 1;
      say(`Page ${first.page} is left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return done;
}

const nameOf = ({ page, line }: TrainingPair) => `${page}-${line}`;

/** The text comes last: a pair without it is made anew. */
async function writePair(out: string, pair: TrainingPair, png: Uint8Array): Promise<void> {
  await writeFile(join(out, `${nameOf(pair)}.png`), png);
  await appendFile(join(out, SOURCES), `${JSON.stringify({ name: nameOf(pair), ...pair })}\n`);
  await writeFile(join(out, `${nameOf(pair)}.gt.txt`), `${pair.text}\n`);
}

async function* pairsByPage(url: string, query: Record<string, string>): AsyncGenerator<TrainingPair[]> {
  let page: TrainingPair[] = [];
  for await (const pair of allPairs(url, query)) {
    if (page[0] && page[0].page !== pair.page) {
      yield page;
      page = [];
    }
    page.push(pair);
  }
  if (page.length > 0) yield page;
}

async function* allPairs(url: string, query: Record<string, string>): AsyncGenerator<TrainingPair> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const address = new URL(`/api/v1/training-pairs?${new URLSearchParams(query)}`, url);
    address.searchParams.set('limit', '200');
    address.searchParams.set('cursor', cursor);
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address.href}: ${response.status} ${await response.text()}`);
    const { items, next } = (await response.json()) as { items: TrainingPair[]; next: string | null };
    yield* items;
    cursor = next;
  }
}

async function fetchBytes(address: URL): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`its scan is not there (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}
