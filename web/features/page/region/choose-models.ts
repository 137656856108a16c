/** Which models a part of a page is read with when nobody chose one. Pure. */
import type { OcrModel } from '../../../../worker/shapes/ocr.ts';
import { isZipped } from './browser-reader.ts';

interface Wanted {
  /** Models of the reading that the page shows; empty where it was never read. */
  used: readonly string[];
  /** ISO 15924, of the page. */
  script: string;
  /** BCP 47 */
  language: string;
}

/**
 * Those that the page was read with, as far as they read its script: a model of another script would only cost time
 * and memory. Of these one that was made for the language alone, as the service does for Arabic. Where there are
 * none, those made for the language, and else one for the script. All of them lie in files of one kind, because
 * tesseract.js takes no others.
 */
export function chooseModels(models: readonly OcrModel[], { used, script, language }: Wanted): OcrModel[] {
  const inScript = models.filter(({ scripts }) => scripts.includes(script));
  const before = inScript.filter(({ name }) => used.includes(name));
  const alone = before.filter(({ languages }) => languages.length === 1 && languages[0] === language);
  if (alone.length > 0) return alone;
  if (before.length > 0) return before.filter((model) => isZipped(model) === isZipped(before[0]!));
  const tag = language.toLowerCase();
  const made = inScript.filter(({ languages }) => languages.some((each) => each.toLowerCase() === tag));
  return [...made, ...inScript, ...models].slice(0, 1);
}
