/** Whether a page stands upright, and in which script it is, by reading a sample of it. */
import type { Box, Grey } from '../../domain/picture/grey.ts';
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
/** A sample of fewer letters says nothing. */
const LEAST_LETTERS = 12;

export interface Upright {
  overview: Overview;
  models: ModelName[];
  otherModels: ModelName[];
  rightToLeft: boolean;
}

/**
 * Reads a few rows as they stand; where that is unsure also upside down and with the other script's models, and takes
 * what is read best.
 */
export async function findUpright(
  engine: Engine,
  first: Overview,
  { models, otherModels, rightToLeft, parameters }: PrepareInput,
  load: (name: ModelName) => Promise<LoadedModel>,
): Promise<Upright> {
  const asIs: Upright = { overview: first, models, otherModels, rightToLeft };
  const sure = await sampleConfidence(engine, first, models, load);
  if (sure === null || sure >= SURE) return asIs;
  const ways: (() => Upright)[] = [];
  const other = { models: otherModels, otherModels: models, rightToLeft: !rightToLeft };
  const mayTurn = parameters.turn === undefined || parameters.turn === 'auto';
  const over = mayTurn ? turnOver(first, rightToLeft) : null;
  if (otherModels.length > 0) ways.push(() => ({ ...asIs, ...other }));
  if (over) ways.push(() => ({ ...asIs, overview: over }));
  if (over && otherModels.length > 0) ways.push(() => ({ ...asIs, ...other, overview: over }));
  let best = asIs;
  let bestSure = sure + BETTER_BY;
  for (const way of ways) {
    const candidate = way();
    const confidence = await sampleConfidence(engine, candidate.overview, candidate.models, load);
    if (confidence === null || confidence < bestSure) continue;
    [best, bestSure] = [candidate, confidence];
  }
  // The order of the columns depends on the script.
  return best.rightToLeft === rightToLeft
    ? best
    : { ...best, overview: reorder(best.overview, best.rightToLeft) };
}

/** How surely the widest rows of the largest block are read; null where they are too few to tell. */
async function sampleConfidence(
  engine: Engine,
  { grey, layout }: Overview,
  models: readonly ModelName[],
  load: (name: ModelName) => Promise<LoadedModel>,
): Promise<number | null> {
  const block = layout.blocks
    .filter(({ kind, rows }) => kind !== 'picture' && rows.length > 0)
    .toSorted((a, b) => b.rows.length * b.box[2] - a.rows.length * a.box[2])[0];
  if (!block) return null;
  const from = Math.max(0, Math.floor((block.rows.length - SAMPLE_ROWS) / 2));
  const rows = block.rows.toSorted((a, b) => a[1] - b[1]).slice(from, from + SAMPLE_ROWS);
  const picture = enlarge(cut(grey, rows, layout.letter));
  await useModels(engine, models, load);
  engine.setGrey(picture, 300);
  const tsv = engine.recognise({ tessedit_pageseg_mode: '6' });
  const lines = parseTsv(tsv, { left: 0, top: 0, scale: 1 }, picture.width, picture.height);
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0);
  return letters < LEAST_LETTERS ? null : meanConfidence(lines);
}

function cut(grey: Grey, rows: Box[], letter: number): Grey {
  const left = Math.max(0, Math.min(...rows.map(([x]) => x)) - letter);
  const top = Math.max(0, Math.min(...rows.map(([, y]) => y)) - letter);
  const right = Math.min(grey.width, Math.max(...rows.map(([x, , w]) => x + w)) + letter);
  const bottom = Math.min(grey.height, Math.max(...rows.map(([, y, , h]) => y + h)) + letter);
  const [width, height] = [right - left, bottom - top];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * grey.width + left;
    data.set(grey.data.subarray(start, start + width), y * width);
  }
  return { width, height, data };
}

/** Twice as large: the copy on which the layout is found has small letters. */
function enlarge({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(4 * data.length);
  for (let y = 0; y < 2 * height; y++) {
    for (let x = 0; x < 2 * width; x++) {
      const [u, v] = [Math.min(width - 1, (x + (x & 1)) >> 1), Math.min(height - 1, (y + (y & 1)) >> 1)];
      const at = (y >> 1) * width + (x >> 1);
      out[y * 2 * width + x] = ((data[at] as number) + (data[v * width + u] as number)) >> 1;
    }
  }
  return { width: 2 * width, height: 2 * height, data: out };
}
