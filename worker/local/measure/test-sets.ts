import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Pictures with what stands in them, to measure reading with. */
export interface TestSet {
  name: string;
  /** ISO 15924 */
  script: 'Cyrl' | 'Arab';
  kind: 'pages' | 'lines';
  /** Tesseract's page segmentation mode for native reading. */
  psm: number;
  /** What of a page tells how well its letters were read: its words in any order, where the layout would spoil the letters. */
  by?: 'words';
  /** Below the repository's `fixtures/`, or below the folder that QALAM_SETS names. */
  folder: string;
  within: 'fixtures' | 'QALAM_SETS';
  /** What is at fault with the reference or the pictures, where a figure needs it. */
  note?: string;
}

export interface TestItem {
  picture: string;
  reference: string;
}

const FIXTURES = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

/** A set whose name begins with another's is of the same kind of material. */
export const TEST_SETS: readonly TestSet[] = [
  {
    name: 'newspaper of 1915',
    script: 'Cyrl',
    kind: 'pages',
    psm: 6,
    folder: 'samples/rizhskoe-utro',
    within: 'fixtures',
  },
  {
    name: 'rendered Kazakh, Cyrillic',
    script: 'Cyrl',
    kind: 'lines',
    psm: 7,
    folder: 'test-lines/kazakh',
    within: 'fixtures',
  },
  {
    name: 'rendered Russian',
    script: 'Cyrl',
    kind: 'lines',
    psm: 7,
    folder: 'test-lines/russian',
    within: 'fixtures',
  },
  {
    name: 'rendered töte, Scheherazade',
    script: 'Arab',
    kind: 'lines',
    psm: 7,
    folder: 'test-lines/tote-scheherazade',
    within: 'fixtures',
  },
  {
    name: 'rendered töte, Amiri',
    script: 'Arab',
    kind: 'lines',
    psm: 7,
    folder: 'test-lines/tote-amiri',
    within: 'fixtures',
  },
  {
    name: 'rendered töte, a page',
    script: 'Arab',
    kind: 'pages',
    psm: 4,
    by: 'words',
    folder: 'samples/qalam-sample',
    within: 'fixtures',
  },
  {
    name: 'al-Muqtabas 1906, 2 pages',
    script: 'Arab',
    kind: 'pages',
    psm: 4,
    by: 'words',
    folder: 'samples/al-muqtabas',
    within: 'fixtures',
    note: 'the reference modernises',
  },
  {
    name: 'newspaper of 1915, checked',
    script: 'Cyrl',
    kind: 'pages',
    psm: 6,
    folder: 'ru_news1915_gold',
    within: 'QALAM_SETS',
  },
  {
    name: 'Komi newspaper of 1939',
    script: 'Cyrl',
    kind: 'lines',
    psm: 7,
    folder: 'kpv_cyrl_news1939_lines',
    within: 'QALAM_SETS',
  },
  {
    name: 'Komi, alphabet of Molodtsov',
    script: 'Cyrl',
    kind: 'lines',
    psm: 7,
    folder: 'kpv_molodcov_news1939_lines',
    within: 'QALAM_SETS',
  },
  {
    name: 'Russian books 1752–1801',
    script: 'Cyrl',
    kind: 'pages',
    psm: 4,
    folder: 'ru_civil18_pages',
    within: 'QALAM_SETS',
  },
  {
    name: 'al-Muqtabas 1906',
    script: 'Arab',
    kind: 'pages',
    psm: 4,
    by: 'words',
    folder: 'ar_muqtabas1906_pages',
    within: 'QALAM_SETS',
    note: 'the reference modernises',
  },
  {
    name: 'al-Haqaiq 1910',
    script: 'Arab',
    kind: 'pages',
    psm: 4,
    by: 'words',
    folder: 'ar_haqaiq1910_pages',
    within: 'QALAM_SETS',
    note: 'the reference modernises',
  },
  {
    name: 'al-Ustadh 1892',
    script: 'Arab',
    kind: 'pages',
    psm: 4,
    by: 'words',
    folder: 'ar_ustadh1892_lowres_pages',
    within: 'QALAM_SETS',
    note: 'low resolution; the reference modernises',
  },
];

/** Where a set lies, or why it cannot be read. */
export function folderOf(set: TestSet): { folder: string } | { missing: string } {
  const root = set.within === 'fixtures' ? FIXTURES : process.env.QALAM_SETS;
  if (!root) return { missing: `QALAM_SETS is not set; the set is its folder ${set.folder}` };
  const folder = join(root, set.folder);
  return existsSync(folder) ? { folder } : { missing: `there is no folder ${set.folder} in ${set.within}` };
}

/**
 * The pictures of a folder that have a text beside them (`NAME.gt.txt`), by name.
 * @param most at most so many, spread evenly over the folder
 */
export function itemsOf(folder: string, most = Infinity): TestItem[] {
  const items = readdirSync(folder)
    .filter((name) => name.endsWith('.gt.txt'))
    .sort()
    .flatMap((name): TestItem[] => {
      const stem = join(folder, name.slice(0, -'.gt.txt'.length));
      const picture = ['.png', '.jpg', '.tif']
        .map((ending) => stem + ending)
        .find((path) => existsSync(path));
      return picture ? [{ picture, reference: readFileSync(`${stem}.gt.txt`, 'utf8') }] : [];
    });
  const step = Math.max(1, items.length / most);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
