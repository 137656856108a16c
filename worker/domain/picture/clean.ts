/** Making a picture ready for reading, step by step. */
import { stretchContrast } from './contrast.ts';
import type { Grey } from './grey.ts';
import { clearSurround } from './surround.ts';
import { evenLight, measurePaper, unevenness } from './light.ts';
import { removeShowThrough, removeSpecks, showThrough, speckle } from './specks.ts';

/** The steps in their order, each with its strength from 0 (left out) to 1. */
export interface CleanUp {
  light: number;
  showThrough: number;
  noise: number;
}

type Asked = Partial<Record<keyof CleanUp, 'auto' | number | undefined>>;

/**
 * From how uneven light, how much showing through and how many specks on a step is taken. Newspapers of 1915 have
 * specks of 0 to 4 and 3 to 5 per cent of faint ink; a book page on which the back is seen has 7.
 */
const UNEVEN = 0.12;
const SHOWS_THROUGH = 6.5;
const SPECKLED = 20;

/**
 * Finds what a picture needs, where it is not said, and takes those steps but the last, in place: what is wanted
 * further on is where its letters stand, and specks are no letters.
 */
export function cleanAsNeeded(grey: Grey, asked: Asked): CleanUp {
  clearSurround(grey);
  const paper = measurePaper(grey);
  const light = pick(asked.light, unevenness(paper) > UNEVEN ? 1 : 0);
  if (light > 0) evenLight(grey, light, paper);
  stretchContrast(grey);
  // Before what shows through is taken away: faint specks would go with it.
  const noise = pick(asked.noise, speckle(grey) > SPECKLED ? 1 : 0);
  const through = pick(asked.showThrough, showThrough(grey) > SHOWS_THROUGH ? 0.6 : 0);
  if (through > 0) removeShowThrough(grey, through);
  return { light, showThrough: through, noise };
}

const pick = (asked: 'auto' | number | undefined, own: number) => (typeof asked === 'number' ? asked : own);

/** The steps up to and with `until`, in place. */
export function cleanUp(grey: Grey, steps: CleanUp, until: keyof CleanUp = 'noise'): Grey {
  clearSurround(grey);
  if (steps.light > 0) evenLight(grey, steps.light);
  stretchContrast(grey);
  if (until === 'light') return grey;
  if (steps.showThrough > 0) removeShowThrough(grey, steps.showThrough);
  if (until === 'showThrough') return grey;
  if (steps.noise > 0) removeSpecks(grey, steps.noise);
  return grey;
}
