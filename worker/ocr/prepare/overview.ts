/** A page at a glance: on a small copy, how it lies, what is on it, and in which order. */
import { type PageLayout, layOutInk } from '../../domain/layout/analyse-page.ts';
import { type PageInk, sortInk } from '../../domain/layout/page-ink.ts';
import { binarise } from '../../domain/picture/binarise.ts';
import { type CleanUp, cleanAsNeeded } from '../../domain/picture/clean.ts';
import type { Grey, Mask } from '../../domain/picture/grey.ts';
import { findSkew, sidewaysness } from '../../domain/picture/skew.ts';
import { type Pose, type Quarter, levelGrey, turnQuarter } from '../../domain/picture/turn.ts';
import type { OcrParameters } from '../../shapes/ocr.ts';
import { collectRows, greyRows, reduceRows } from '../decode/rows.ts';

/** Letters this high, in pixels, show the layout best; from twice as high on the copy is made smaller. */
const LETTER = 11;
/**
 * Less than so many degrees is left: levelling blurs, and Tesseract bears it. A crop of 1915 skewed by 0.28° was read with
 * 11 letters wrong where it was levelled, and with 5 where it was not.
 */
export const LEAST_SKEW = 0.5;

export interface Overview {
  /** upright, level and clean */
  grey: Grey;
  pose: Pose;
  steps: CleanUp;
  layout: PageLayout;
  /** pixels of the given copy to one of `grey` */
  factor: number;
  /** part of the copy that is ink */
  ink: number;
}

/** @param copy of the page, as it was scanned; it stays as it is */
export async function lookAtPage(
  copy: Grey,
  parameters: OcrParameters,
  rightToLeft: boolean,
): Promise<Overview> {
  const clean = { ...copy, data: copy.data.slice() };
  const steps = cleanAsNeeded(clean, parameters);
  let seen = see(clean);
  const factor = seen.ink.letter >= 2 * LETTER ? Math.round(seen.ink.letter / LETTER) : 1;
  if (factor > 1) seen = see(await collectRows(reduceRows(greyRows(clean), factor)));
  const quarter =
    parameters.turn === undefined || parameters.turn === 'auto' ? onItsSide(seen) : parameters.turn;
  if (quarter !== 0) seen = see(turnQuarter(seen.grey, quarter));
  const degrees = skewOf(seen, parameters.deskew);
  if (degrees !== 0) seen = see(levelGrey(seen.grey, degrees));
  const inked = countInk(seen.mask);
  return {
    grey: seen.grey,
    pose: { quarter, degrees },
    steps,
    layout: layOutInk(seen.ink, rightToLeft),
    factor,
    ink: inked / seen.mask.data.length,
  };
}

/** The same page the other way up. */
export function turnOver(overview: Overview, rightToLeft: boolean): Overview {
  const { pose } = overview;
  const quarter = ((pose.quarter + 180) % 360) as Quarter;
  const turned = turnQuarter(overview.grey, 180);
  const layout = layOutInk(see(turned).ink, rightToLeft);
  return { ...overview, grey: turned, pose: { quarter, degrees: pose.degrees }, layout };
}

/** The same page with its columns from the other side. */
export function reorder(overview: Overview, rightToLeft: boolean): Overview {
  return { ...overview, layout: layOutInk(see(overview.grey).ink, rightToLeft) };
}

/** A clean picture with what is ink on it, found once for all that is asked of it. */
interface Seen {
  grey: Grey;
  mask: Mask;
  ink: PageInk;
}

function see(grey: Grey): Seen {
  const mask = binarise(grey);
  return { grey, mask, ink: sortInk(mask) };
}

const onItsSide = ({ mask, ink }: Seen): Quarter => (sidewaysness(mask, ink.letter) > 1.5 ? 90 : 0);

function skewOf({ mask }: Seen, asked: OcrParameters['deskew']): number {
  if (typeof asked === 'number') return asked;
  const found = findSkew(mask);
  return Math.abs(found) >= LEAST_SKEW ? found : 0;
}

function countInk({ data }: Mask): number {
  let sum = 0;
  for (let at = 0; at < data.length; at++) sum += data[at] as number;
  return sum;
}
