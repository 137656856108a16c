import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TRAINING } from './recipe.ts';
import { PYTHON } from './render.ts';

/** Programs, and Debian's package of each. */
const PROGRAMS: Record<string, string> = {
  tesseract: 'tesseract-ocr',
  lstmtraining: 'tesseract-ocr',
  combine_lang_model: 'tesseract-ocr',
  combine_tessdata: 'tesseract-ocr',
  unicharset_extractor: 'tesseract-ocr',
  msgunfmt: 'gettext',
  unzip: 'unzip',
};

const PYTHON_MODULES: Record<string, string> = {
  cv2: 'python3-opencv',
  numpy: 'python3-numpy',
  PIL: 'python3-pil',
  bidi: 'python3-bidi',
  fontTools: 'python3-fonttools',
};

/** Files with text, below the root that packages are unpacked to, and Debian's package of each. */
const TEXTS: Record<string, string> = {
  'usr/lib/thunderbird/extensions/langpack-kk@*.xpi': 'thunderbird-l10n-kk',
  'usr/lib/thunderbird/extensions/langpack-ru@*.xpi': 'thunderbird-l10n-ru',
  'usr/lib/thunderbird/extensions/langpack-ar@*.xpi': 'thunderbird-l10n-ar',
  'usr/lib/firefox-esr/browser/extensions/langpack-kk@*.xpi': 'firefox-esr-l10n-kk',
  'usr/lib/libreoffice/program/resource/kk/LC_MESSAGES/*.mo': 'libreoffice-l10n-kk',
  'usr/lib/libreoffice/program/resource/ar/LC_MESSAGES/*.mo': 'libreoffice-l10n-ar',
  'usr/lib/libreoffice/program/resource/ug/LC_MESSAGES/*.mo': 'libreoffice-l10n-ug',
  'usr/share/libreoffice/help/ru/text/*': 'libreoffice-help-ru',
  'usr/share/hunspell/kk_KZ.dic': 'hunspell-kk',
  'usr/share/hunspell/ru_RU.dic': 'hunspell-ru',
  'usr/share/hunspell/ar.dic': 'hunspell-ar',
};

/** Debian packages that training needs and that are not there. */
export interface Missing {
  /** To be installed: programs, Python modules, fonts. */
  install: string[];
  /** Of these only the files are read, so that they may be unpacked without being installed. */
  texts: string[];
}

/**
 * Looks for all that training needs.
 * @param root where the packages with texts are: `/`, or a folder that they were unpacked to
 */
export function findMissing(root: string): Missing {
  const install = new Set<string>();
  for (const [program, name] of Object.entries(PROGRAMS))
    if (spawnSync(program, ['--version']).error) install.add(name);
  for (const [module, name] of Object.entries(PYTHON_MODULES))
    if (spawnSync(PYTHON, ['-c', `import ${module}`]).status !== 0) install.add(name);
  const fonts = JSON.parse(readFileSync(join(TRAINING, 'fonts.json'), 'utf8')) as {
    file: string;
    package: string;
  }[];
  for (const font of fonts) if (!existsSync(font.file)) install.add(font.package);
  const texts = Object.entries(TEXTS).filter(([pattern]) => globSync(pattern, { cwd: root }).length === 0);
  return { install: [...install], texts: texts.map(([, name]) => name) };
}

/** What to type to get what is missing, or an empty text. */
export function howToGet({ install, texts }: Missing, root: string): string {
  const lines: string[] = [];
  if (install.length > 0) lines.push(`apt-get install --no-install-recommends ${install.join(' ')}`);
  if (texts.length > 0) {
    const unpack = `for package in *.deb; do dpkg-deb -x "$package" ${root}; done`;
    lines.push(`mkdir -p ${root} && apt-get download ${texts.join(' ')} && ${unpack}`);
  }
  return lines.join('\n');
}
