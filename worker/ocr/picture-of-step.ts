/** What a page looks like after a step of its clean-up, so that people can see what the reader saw. */
import { type CleanUp, cleanUp } from '../domain/picture/clean.ts';
import { type Pose, levelGrey, turnQuarter } from '../domain/picture/turn.ts';
import type { OcrParameters } from '../shapes/ocr.ts';
import { openRows } from './decode/open-rows.ts';
import { type Box, collectRows, cropRows, greyRows, reduceRows, uprightRows } from './decode/rows.ts';
import { encodePng } from './encode-png.ts';
import { OcrError } from './errors.ts';
import { planReading } from './plan.ts';
import { lookAtPage } from './prepare/overview.ts';
import type { Probe } from './probe.ts';
import type { PageSource } from './source.ts';

/** The steps in the order in which they are taken; each picture has those before it too. */
export const STEPS = ['turn', 'deskew', 'light', 'showThrough', 'noise'] as const;
export type Step = (typeof STEPS)[number];

/** Most pixels of such a picture; larger parts are shown smaller. */
const MOST_PIXELS = 4_000_000;

export interface StepPicture {
  png: Uint8Array<ArrayBuffer>;
  /** what was done, chosen by the page where it was not asked for */
  pose: Pose;
  steps: CleanUp;
}

/**
 * Whether the page stands upside down is found by reading it, and is not seen here.
 * @throws OcrError where the scan cannot be decoded row by row
 */
export async function pictureOfStep(
  source: PageSource,
  probe: Probe,
  { region, parameters, step }: { region: Box | null; parameters: OcrParameters; step: Step },
): Promise<StepPicture> {
  const { way, factor } = planReading(probe, region);
  if (way === 'direct')
    throw new OcrError('too-large-for-format', 'The steps are shown of JPEG, PNG and TIFF scans only.');
  let rows = await uprightRows(reduceRows(openRows(source, probe), factor), probe.orientation);
  if (region) {
    const [x, y, w, h] = region.map((value) => Math.floor(value / factor)) as Box;
    rows = cropRows(rows, [x, y, Math.min(w, rows.width - x), Math.min(h, rows.height - y)]);
  }
  const smaller = Math.max(1, Math.ceil(Math.sqrt((rows.width * rows.height) / MOST_PIXELS)));
  const copy = await collectRows(reduceRows(rows, smaller));
  const { pose, steps } = await lookAtPage(copy, parameters, false);
  const turned = turnQuarter(copy, pose.quarter);
  const level = step === 'turn' ? turned : levelGrey(turned, pose.degrees);
  const shown = step === 'turn' || step === 'deskew' ? level : cleanUp(level, steps, step);
  return { png: await encodePng(greyRows(shown), 8), pose, steps };
}
