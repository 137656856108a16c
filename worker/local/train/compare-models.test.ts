import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formatCompared, worseOn } from './compare-models.ts';
import { splitPairs } from './pairs.ts';

const folder = mkdtempSync(join(tmpdir(), 'qalam-pairs-'));
afterAll(() => rmSync(folder, { recursive: true }));

const row = (set: string, old: number | undefined, now: number) => ({
  set,
  of: 1000,
  by: 'letters' as const,
  new: now,
  ...(old === undefined ? {} : { old }),
});

it('finds a model worse that is worse on any set, by more than chance', () => {
  expect(worseOn([row('a', 2, 1.5), row('b', 1, 1.05), row('c', undefined, 9)])).toEqual([]);
  const compared = [row('newspaper', 2, 1), row('töte', 3, 3.4)];
  expect(worseOn(compared).map(({ set }) => set)).toEqual(['töte']);
  expect(worseOn([{ ...row('columns', 20, 20.4), by: 'words' }])).toEqual([]);
  expect(worseOn([{ ...row('columns', 20, 20.6), by: 'words' }])).toHaveLength(1);
  // One letter more in a small set.
  expect(worseOn([{ ...row('small', 0.2, 0.5), of: 300 }])).toEqual([]);
  expect(worseOn([{ ...row('small', 0.2, 1.4), of: 300 }])).toHaveLength(1);
  expect(formatCompared(compared)).toMatch(/newspaper .*2\.00 %.*1\.00 %.*no worse\ntöte .*WORSE$/);
});

it('keeps the same lines from training however many are exported', () => {
  const write = (from: number, to: number) => {
    for (let line = from; line < to; line++) {
      writeFileSync(join(folder, `line-${line}.png`), '');
      writeFileSync(join(folder, `line-${line}.gt.txt`), 'text');
    }
  };
  write(0, 100);
  const first = splitPairs([folder]);
  expect(first.train.length + first.held.length).toBe(100);
  expect(first.held.length).toBeGreaterThan(2);
  write(100, 200);
  const held = new Set(splitPairs([folder]).held.map(({ picture }) => basename(picture)));
  for (const { picture } of first.held) expect(held).toContain(basename(picture));
  for (const { picture } of first.train) expect(held).not.toContain(basename(picture));
});

it('says when a folder of pairs is missing or empty', () => {
  expect(() => splitPairs([join(folder, 'none')])).toThrow('There is no folder');
  const empty = mkdtempSync(join(folder, 'empty-'));
  expect(() => splitPairs([empty])).toThrow('has no line images');
});
