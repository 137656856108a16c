/** What of a page is read a second time, with which models, and when that reading counts. */
import { isArabicLanguage } from '../domain/reading/arabic-language.ts';
import { type ReadLine, meanConfidence } from './lines.ts';
import type { ModelName } from './models.ts';
import type { PagePlan } from './prepare/page-plan.ts';

/** A second reading of a block. */
interface SecondReading {
  models: readonly ModelName[];
  /**
   * @param own lines of the block as they were read first, or by an earlier second reading
   * @param all those of its tile
   */
  isWanted: (own: readonly ReadLine[], all: readonly ReadLine[]) => boolean;
  /** Whether it takes the place of `own`. */
  isBetter: (other: readonly ReadLine[], own: readonly ReadLine[]) => boolean;
}

/** Below this mean confidence another script's models may know better, and must by so much. */
const UNSURE = 65;
const BETTER_BY = 12;
/**
 * Worn type is read unsurely by its own model as well, and then the other must be far surer: Arabic journals had 50 to 58
 * with our Arabic-script model and 0 to 6 with the Cyrillic one, books of the 18th century 45 to 75 and 10 to 14; Latin
 * and Georgian print had 0 to 24 with both, handwriting 40 and 4.
 */
const UNSURE_EITHER_WAY = 45;
const FAR_BETTER_BY = 30;
/** Specks read as a letter or two are no script. */
const LEAST_LETTERS = 6;
const LETTERS_OF_A_LINE = 20;

export function secondReadings({ otherModels, arabicModels = [] }: PagePlan): SecondReading[] {
  const both = [inOtherScript(otherModels), inArabic(arabicModels)];
  return both.filter(({ models }) => models.length > 0);
}

const inOtherScript = (models: readonly ModelName[]): SecondReading => ({
  models,
  isWanted: (own) => own.length === 0 || meanConfidence(own) < UNSURE,
  isBetter: (other, own) =>
    lettersOf(other) >= LEAST_LETTERS &&
    (meanConfidence(other) >= Math.max(UNSURE, meanConfidence(own) + BETTER_BY) ||
      (lettersOf(other) >= LETTERS_OF_A_LINE &&
        meanConfidence(other) >= Math.max(UNSURE_EITHER_WAY, meanConfidence(own) + FAR_BETTER_BY))),
});

/** Our own model knows Kazakh better than any other, and Arabic less well than the stock model, which is five times as large. */
const inArabic = (models: readonly ModelName[]): SecondReading => ({
  models,
  // A heading is too short to tell by, and is in the language of what stands around it.
  isWanted: (own, all) =>
    !own.some(({ text }) => /\p{Script=Cyrillic}/u.test(text)) &&
    isArabicLanguage(all.map(({ text }) => text).join(' ')),
  isBetter: (other) => other.length > 0,
});

const lettersOf = (lines: readonly ReadLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0);
