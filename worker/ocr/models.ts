/** A model's name, which is also what Tesseract calls it. */
export type ModelName = 'qalam_cyrl' | 'qalam_arab' | 'kaz' | 'uig' | 'ara';

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
    name: 'qalam_cyrl',
    title: 'Cyrillic: Kazakh, Russian before and after 1918 (own model)',
    scripts: ['Cyrl'],
    languages: ['kk-Cyrl', 'ru-petr1708', 'ru', 'kv'],
    source: 'own training on script/Cyrillic of tesseract-ocr; see fixtures/models/README.md',
    licence: 'Apache-2.0',
    bytes: 329973,
    file: 'qalam_cyrl.traineddata',
  },
  {
    name: 'qalam_arab',
    title: 'Arabic script: Kazakh before and after 1912, Arabic, Tatar (own model)',
    scripts: ['Arab'],
    languages: ['kk-Arab', 'ar', 'tt-Arab', 'ug-Arab'],
    source: 'own training on script/Arabic of tesseract-ocr; see fixtures/models/README.md',
    licence: 'Apache-2.0',
    bytes: 305683,
    file: 'qalam_arab.traineddata',
  },
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
}

/** Scripts that each of our models reads, whatever the language. */
const OWN: Record<string, ModelName> = { cyrl: 'qalam_cyrl', arab: 'qalam_arab' };
/** Languages that are written in Arabic script where their tag says nothing else. */
const ARABIC_SCRIPT = /^(?:ar|fa|ota|ug|ur)$/;

/**
 * Chooses the models for an issue: one of our own for each script. Why these: fixtures/models/README.md. Most of the
 * periodicals are printed in Cyrillic, so that is what stands for a script that is not known.
 */
export function chooseModels({ language, script }: Writing): ModelName[] {
  const subtags = language.toLowerCase().split('-');
  const tagged = subtags.find((subtag) => subtag.length === 4 && /^[a-z]+$/.test(subtag));
  const usual = ARABIC_SCRIPT.test(subtags[0] ?? '') ? 'arab' : 'cyrl';
  return [OWN[tagged ?? script?.toLowerCase() ?? usual] ?? 'qalam_cyrl'];
}

/** Models that earlier versions had, by which their runs and waiting jobs name them, and what reads in their place. */
const RETIRED = new Map<string, ModelName>([
  ['rus_old', 'qalam_cyrl'],
  ['kaz_arab', 'qalam_arab'],
]);

/** The models of a job as there are now: one that waited through an update may name models that are gone. */
export function presentModels(names: readonly string[]): ModelName[] {
  return [...new Set(names.map((name) => RETIRED.get(name) ?? (name as ModelName)))];
}
