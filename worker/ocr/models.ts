/** A model's name, which is also what Tesseract calls it. */
export type ModelName = 'kaz' | 'uig' | 'ara' | 'rus_old' | 'kaz_arab';

export interface Model {
  name: ModelName;
  title: string;
  /** ISO 15924 */
  scripts: string[];
  /** BCP 47 tags of what it was made for */
  languages: string[];
  source: string;
  licence: string;
  /** size of the file as it is served */
  bytes: number;
  /** file name under /models/ */
  file: string;
}

const TESSDATA = 'tessdata_best (integer) of tesseract-ocr, by the npm package';

export const MODELS: readonly Model[] = [
  {
    name: 'kaz',
    title: 'Kazakh, Cyrillic (stock)',
    scripts: ['Cyrl'],
    languages: ['kk-Cyrl'],
    source: `${TESSDATA} @tesseract.js-data/kaz`,
    licence: 'Apache-2.0',
    bytes: 2137822,
    file: 'kaz.traineddata.gz',
  },
  {
    name: 'uig',
    title: 'Uyghur, Arabic script (stock)',
    scripts: ['Arab'],
    languages: ['ug-Arab'],
    source: `${TESSDATA} @tesseract.js-data/uig`,
    licence: 'Apache-2.0',
    bytes: 1850426,
    file: 'uig.traineddata.gz',
  },
  {
    name: 'ara',
    title: 'Arabic (stock)',
    scripts: ['Arab'],
    languages: ['ar'],
    source: `${TESSDATA} @tesseract.js-data/ara`,
    licence: 'Apache-2.0',
    bytes: 1661906,
    file: 'ara.traineddata.gz',
  },
  {
    name: 'rus_old',
    title: 'Russian before the reform of 1918 (first own model)',
    scripts: ['Cyrl'],
    languages: ['ru-petr1708', 'ru'],
    source: 'own training on script/Cyrillic of tesseract-ocr; see fixtures/models/README.md',
    licence: 'Apache-2.0',
    bytes: 308428,
    file: 'rus_old.traineddata',
  },
  {
    name: 'kaz_arab',
    title: 'Kazakh in Arabic script (first own model)',
    scripts: ['Arab'],
    languages: ['kk-Arab'],
    source: 'own training on script/Arabic of tesseract-ocr; see fixtures/models/README.md',
    licence: 'Apache-2.0',
    bytes: 302444,
    file: 'kaz_arab.traineddata',
  },
];

/** Where Static Assets serve a model. */
export function modelAssetPath(name: ModelName): string {
  const model = MODELS.find((candidate) => candidate.name === name);
  if (!model) throw new Error(`There is no model ${name}.`);
  return `/models/${model.file}`;
}

/** Whether a string names a model. */
export function isModelName(name: string): name is ModelName {
  return MODELS.some((model) => model.name === name);
}

/** What is known of an issue's language; `language` may carry the script (`kk-Arab`). */
export interface Writing {
  /** BCP 47 */
  language: string;
  /** ISO 15924, when the tag does not say it */
  script?: string;
  orthography?: string;
}

/** What an issue is read with when nothing better is known: most of the periodicals are printed in Cyrillic. */
const OTHERWISE: ModelName[] = ['rus_old', 'kaz'];

/**
 * Chooses the models for an issue. Why these: fixtures/models/README.md, "Which model reads what".
 */
export function chooseModels({ language, script, orthography }: Writing): ModelName[] {
  const subtags = language.toLowerCase().split('-');
  const primary = subtags[0] ?? '';
  const inScript =
    subtags.find((subtag) => subtag.length === 4 && /^[a-z]+$/.test(subtag)) ?? script?.toLowerCase();
  if (primary === 'ar') return ['ara'];
  if (inScript === 'arab') return primary === 'kk' ? ['kaz_arab'] : arabicScript(primary);
  if (primary === 'ru') return ['rus_old'];
  if (primary === 'kk') return ['kaz'];
  if (orthography && /old|pre-reform|petr1708/.test(orthography)) return ['rus_old'];
  return OTHERWISE;
}

function arabicScript(primary: string): ModelName[] {
  return primary === 'fa' || primary === 'ota' ? ['ara'] : ['uig'];
}
