import { readFileSync } from 'node:fs';
import { chooseModels, isModelName, MODELS } from '../../ocr/models.ts';
import type { ReadResult } from '../../ocr/result.ts';
import { addCounts, countAllErrors, type ErrorCounts, percent } from '../measure/error-rates.ts';
import { debianModel, hasNativeTesseract, readNatively } from '../measure/native-tesseract.ts';
import { folderOf, itemsOf, TEST_SETS, type TestItem, type TestSet } from '../measure/test-sets.ts';
import { modelFile } from '../model-files.ts';
import type { OcrWorkerd } from './ocr-workerd.ts';
import type { Row } from './row.ts';

/** Stock models that the service does not have and that native Tesseract is measured with. */
const DEBIAN_ONLY: Record<TestSet['script'], readonly string[]> = {
  Cyrl: ['Cyrillic', 'rus'],
  Arab: ['Arabic'],
};
/** A whole set of pages takes hours; `QALAM_SETS_MOST` changes how many items of each are read. */
const MOST = { pages: 4, lines: 40 };

/** Errors by set and model: read by the service's engine in workerd, and by native Tesseract. */
export async function errorRows(workerd: OcrWorkerd): Promise<Row[]> {
  const rows: Row[] = [];
  for (const set of TEST_SETS) {
    const found = folderOf(set);
    if ('missing' in found) {
      rows.push({ name: `errors, ${set.name}`, value: 0, unit: '%', missing: found.missing });
      continue;
    }
    const items = itemsOf(found.folder, Number(process.env.QALAM_SETS_MOST ?? MOST[set.kind]));
    const usual = chooseModels({ language: 'und', script: set.script });
    const read = (scan: Uint8Array) => workerd.readFreely(scan, usual);
    rows.push(row(set, items, 'the service, nobody choosing', await readInWorkerd(items, read)));
    for (const { name } of MODELS.filter(({ scripts }) => scripts.includes(set.script)))
      rows.push(
        row(set, items, `workerd, ${name}`, await readInWorkerd(items, (scan) => workerd.read(scan, [name]))),
      );
    rows.push(...nativeRows(set, items));
  }
  return rows;
}

async function readInWorkerd(
  items: readonly TestItem[],
  read: (scan: Uint8Array) => Promise<ReadResult>,
): Promise<string[]> {
  const texts: string[] = [];
  for (const { picture } of items) {
    const { lines } = await read(readFileSync(picture));
    texts.push(lines.map((line) => line.text).join('\n'));
  }
  return texts;
}

function nativeRows(set: TestSet, items: readonly TestItem[]): Row[] {
  if (!hasNativeTesseract())
    return [missing(set, 'native', 'needs native Tesseract: apt-get install tesseract-ocr')];
  const ours = MODELS.filter(({ scripts }) => scripts.includes(set.script)).map(({ name }) => name);
  return [...ours, ...DEBIAN_ONLY[set.script]].map((name) => {
    const file = isModelName(name) ? modelFile(name) : debianModel(name);
    if (!file) return missing(set, `native, ${name}`, `needs Debian's package of the model ${name}`);
    const texts = readNatively(
      items.map(({ picture }) => picture),
      file,
      set.psm,
    );
    return row(set, items, `native, ${name}`, texts);
  });
}

function row(set: TestSet, items: readonly TestItem[], reader: string, texts: readonly string[]): Row {
  const counts = addCounts(items.map(({ reference }, at) => countAllErrors(reference, texts[at] ?? '')));
  const value = percent(counts.letterErrors, counts.letters);
  return { name: nameOf(set, reader), value, unit: '%', more: describe(set, items, counts) };
}

function describe({ kind, note }: TestSet, items: readonly TestItem[], counts: ErrorCounts): string {
  const folded = percent(counts.foldedErrors, counts.letters).toFixed(2);
  const words = percent(counts.wordErrors, counts.words).toFixed(1);
  const bag = percent(counts.bagErrors, counts.words).toFixed(1);
  const size = `${items.length} ${kind}, ${counts.letters} letters`;
  return `folded ${folded}, words ${words}${kind === 'pages' ? `, bag of words ${bag}` : ''} (${size}${note ? `; ${note}` : ''})`;
}

function missing(set: TestSet, reader: string, why: string): Row {
  return { name: nameOf(set, reader), value: 0, unit: '%', missing: why };
}

function nameOf(set: TestSet, reader: string): string {
  return `errors, ${set.name}: ${reader}`;
}
