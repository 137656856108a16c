import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transliterate } from '../../domain/text/transliterate.ts';
import { cutLine } from './cut-line.ts';
import { chance } from './random.ts';
import { renderImages } from './render.ts';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

/** The sets of rendered lines under fixtures/test-lines, each in a font that is never trained on. */
const SETS = [
  {
    folder: 'tote-scheherazade',
    script: 'Arab',
    font: 'Scheherazade-Regular.ttf',
    text: 'test-lines/kazakh.txt',
    seed: 11,
  },
  {
    folder: 'tote-amiri',
    script: 'Arab',
    font: 'Amiri-Regular.ttf',
    text: 'test-lines/kazakh.txt',
    seed: 12,
  },
  { folder: 'kazakh', script: 'Cyrl', font: 'PTF55F.ttf', text: 'test-lines/kazakh.txt', seed: 13 },
  { folder: 'russian', script: 'Cyrl', font: 'C059-Roman.otf', text: 'oracles/udhr_rus.txt', seed: 14 },
] as const;
const LINES = 40;

/**
 * Draws the test lines again: the same fonts give the same pictures.
 * @param out the folder to put the sets into
 * @throws Error when a font or a program is missing
 */
export function makeTestLines(out: string): void {
  for (const { folder, script, font, text, seed } of SETS) {
    const by = chance(seed);
    const words = readFileSync(join(FIXTURES, text), 'utf8').split(/\s+/).filter(Boolean);
    const lines: { text: string; kind: string }[] = [];
    for (let at = 0; lines.length < LINES && at < words.length;) {
      const line = cutLine(words.slice(at), by, { divide: false });
      at += line.split(' ').length;
      lines.push({
        text: script === 'Arab' ? inTote(line) : line,
        kind: script === 'Arab' ? 'tote' : 'kazakh',
      });
    }
    const target = join(out, folder);
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target, { recursive: true });
    renderImages(lines, { script, seed, font, out: target });
    console.log(`${target}: ${lines.length} lines`);
  }
}

function inTote(text: string): string {
  return transliterate(text, { from: 'kk-Cyrl', to: 'kk-Arab' })
    .text.replaceAll('—', '-')
    .replaceAll(',', '،')
    .replaceAll(';', '؛')
    .replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
}
