/** Whether a page stands upright, and in which script it is, by reading a sample of it. */
import type { Box, Grey } from '../../domain/picture/grey.ts';
import { turnQuarter } from '../../domain/picture/turn.ts';
import { withoutCutLines } from '../../domain/reading/cut-lines.ts';
import type { Engine, LoadedModel } from '../engine.ts';
import { meanConfidence, parseTsv } from '../lines.ts';
import type { ModelName } from '../models.ts';
import { useModels } from '../read-tile.ts';
import { type Overview, reorder, turnOver } from './overview.ts';
import type { PrepareInput } from './prepare-page.ts';

/** A sample read as surely as this needs no second look. */
const SURE = 75;
/** Another way up, or other models, must be so much surer. */
const BETTER_BY = 12;
const SAMPLE_ROWS = 5;
/** Rows of the block above the sample: the first may be a heading, and what stands lower is decoded later. */
const ROWS_ABOVE = 8;
/** How near to the edge of the sample a line is cut, in pixels. */
const EDGE = 3;
/** A sample of fewer letters says nothing. */
const LEAST_LETTERS = 12;

export interface Upright {
  overview: Overview;
  models: ModelName[];
  otherModels: ModelName[];
  rightToLeft: boolean;
}

/** Where a sample of the page is, in pixels of its overview: a few rows of the largest block. Null: there are none. */
export function sampleBox({ grey, layout }: Overview): Box | null {
  const block = layout.blocks
    .filter(({ kind, rows }) => kind !== 'picture' && rows.length > 0)
    .toSorted((a, b) => b.rows.length * b.box[2] - a.rows.length * a.box[2])[0];
  if (!block) return null;
  const middle = Math.max(0, Math.floor((block.rows.length - SAMPLE_ROWS) / 2));
  const from = Math.min(middle, ROWS_ABOVE);
  const rows = block.rows.toSorted((a, b) => a[1] - b[1]).slice(from, from + SAMPLE_ROWS);
  const { letter } = layout;
  // Not as far as the letters of the rows above and below, which would be read as nonsense; all that there is elsewhere.
  const above = from === 0 ? letter : Math.floor(letter / 2);
  const below = from + SAMPLE_ROWS >= block.rows.length ? letter : Math.floor(letter / 2);
  const left = Math.max(0, Math.min(...rows.map(([x]) => x)) - letter);
  const top = Math.max(0, Math.min(...rows.map(([, y]) => y)) - above);
  const right = Math.min(grey.width, Math.max(...rows.map(([x, , w]) => x + w)) + letter);
  const bottom = Math.min(grey.height, Math.max(...rows.map(([, y, , h]) => y + h)) + below);
  return [left, top, right - left, bottom - top];
}

/**
 * Reads a sample as it stands; where that is unsure also upside down and with the other script's models, until one is
 * sure, and takes what is read best.
 * @param sample the page's `sampleBox`, clean and upright, with all the pixels that the page is read with
 */
export async function findUpright(
  engine: Engine,
  first: Overview,
  sample: Grey,
  { models, otherModels, rightToLeft, parameters }: PrepareInput,
  load: (name: ModelName) => Promise<LoadedModel>,
): Promise<Upright> {
  const mayTurn = parameters.turn === undefined || parameters.turn === 'auto';
  const own = { models, otherModels, rightToLeft };
  const other = { models: otherModels, otherModels: models, rightToLeft: !rightToLeft };
  const mayBeOther = otherModels.length > 0;
  const ways = [
    { ...own, isOver: false },
    ...(mayBeOther ? [{ ...other, isOver: false }] : []),
    ...(mayTurn ? [{ ...own, isOver: true }] : []),
    ...(mayTurn && mayBeOther ? [{ ...other, isOver: true }] : []),
  ];
  let best = ways[0]!;
  let bestSure = -Infinity;
  for (const way of ways) {
    const picture = way.isOver ? turnQuarter(sample, 180) : sample;
    const sure = await confidence(engine, picture, way.models, load);
    if (way === ways[0]) {
      // Too few letters to tell anything by.
      if (sure === null) break;
      bestSure = sure + BETTER_BY;
      if (sure >= SURE) break;
    } else if (sure !== null && sure >= bestSure) {
      [best, bestSure] = [way, sure];
      if (sure >= SURE) break;
    }
  }
  const { isOver, ...chosen } = best;
  const reordered = best.rightToLeft !== rightToLeft;
  if (isOver) return { ...chosen, overview: turnOver(first, best.rightToLeft) };
  // The order of the columns depends on the script.
  return { ...chosen, overview: reordered ? reorder(first, best.rightToLeft) : first };
}

/** How surely a sample is read, of 100; null where it has too few letters to tell. */
async function confidence(
  engine: Engine,
  sample: Grey,
  models: readonly ModelName[],
  load: (name: ModelName) => Promise<LoadedModel>,
): Promise<number | null> {
  await useModels(engine, models, load);
  engine.setGrey(sample, 300);
  // What is read badly is read badly white on black too: it is the wrong way up, or in another script.
  const tsv = engine.recognise({ tessedit_pageseg_mode: '6', invert_threshold: '0' });
  const { width, height } = sample;
  const read = parseTsv(tsv, { left: 0, top: 0, scale: 1 }, width, height);
  const lines = withoutCutLines(read, [0, 0, width, height], EDGE);
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return letters < LEAST_LETTERS ? null : meanConfidence(lines);
}
