/** A page at a glance: on a small copy, how it lies, what is on it, and in which order. */
import { type PageLayout, analysePage } from '../../domain/layout/analyse-page.ts';
import { sortInk } from '../../domain/layout/page-ink.ts';
import { binarise } from '../../domain/picture/binarise.ts';
import { type CleanUp, chooseCleanUp, cleanUp } from '../../domain/picture/clean.ts';
import type { Grey } from '../../domain/picture/grey.ts';
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

/** @param copy of the page, as it was scanned */
export async function lookAtPage(
  copy: Grey,
  parameters: OcrParameters,
  rightToLeft: boolean,
): Promise<Overview> {
  const steps = chooseCleanUp(copy, parameters);
  const first = cleanUp({ ...copy, data: copy.data.slice() }, { ...steps, noise: 0 });
  const letter = sortInk(binarise(first)).letter;
  const factor = letter >= 2 * LETTER ? Math.round(letter / LETTER) : 1;
  const small = factor === 1 ? first : await collectRows(reduceRows(greyRows(first), factor));
  const quarter =
    parameters.turn === undefined || parameters.turn === 'auto' ? onItsSide(small) : parameters.turn;
  return layOut(small, { quarter, degrees: 0 }, { steps, factor, parameters, rightToLeft });
}

/** The same page the other way up. */
export function turnOver(overview: Overview, rightToLeft: boolean): Overview {
  const { pose } = overview;
  const quarter = ((pose.quarter + 180) % 360) as Quarter;
  const turned = turnQuarter(overview.grey, 180);
  const layout = analysePage(binarise(turned), rightToLeft);
  return { ...overview, grey: turned, pose: { quarter, degrees: pose.degrees }, layout };
}

/** The same page with its columns from the other side. */
export function reorder(overview: Overview, rightToLeft: boolean): Overview {
  return { ...overview, layout: analysePage(binarise(overview.grey), rightToLeft) };
}

function onItsSide(grey: Grey): Quarter {
  const mask = binarise(grey);
  return sidewaysness(mask, sortInk(mask).letter) > 1.5 ? 90 : 0;
}

function layOut(
  small: Grey,
  pose: Pose,
  {
    steps,
    factor,
    parameters,
    rightToLeft,
  }: { steps: CleanUp; factor: number; parameters: OcrParameters; rightToLeft: boolean },
): Overview {
  const turned = turnQuarter(small, pose.quarter);
  const mask = binarise(turned);
  const asked = parameters.deskew;
  const found = typeof asked === 'number' ? asked : findSkew(mask);
  const degrees = typeof asked === 'number' || Math.abs(found) >= LEAST_SKEW ? found : 0;
  const level = levelGrey(turned, degrees);
  const upright = degrees === 0 ? mask : binarise(level);
  const inked = upright.data.reduce((sum, value) => sum + value, 0);
  return {
    grey: level,
    pose: { ...pose, degrees },
    steps,
    layout: analysePage(upright, rightToLeft),
    factor,
    ink: inked / upright.data.length,
  };
}
