/** The reading of a page out of those of its tiles. */
import type { OcrNotice } from '../shapes/ocr.ts';
import { orderByDirection } from '../domain/layout/order.ts';
import { withoutCutLines } from '../domain/reading/cut-lines.ts';
import { areScraps } from '../domain/reading/scraps.ts';
import { type Box, type ReadLine, meanConfidence } from './lines.ts';
import { notice } from './notices.ts';
import { type PagePlan, toOriginal } from './prepare/page-plan.ts';
import type { EngineUse } from './read-page.ts';
import type { TileReading } from './read-tile.ts';
import type { ReadResult } from './result.ts';

/** A page read less surely than this is not to be relied on. */
const UNRELIABLE = 55;
/** Below this, even a few letters are none: a picture was taken for print. */
const NONSENSE = 30;
/** A reading of fewer letters says nothing about its page. */
const LEAST_LETTERS = 20;
/** Lines without a letter or digit below this confidence are specks and rules. */
const SPECKS = 50;
/** How near to the edge of a region a line is cut, in pixels of the picture that is read. */
const EDGE = 3;

/** What was told of letters that turn out to be none. */
const ABOUT_LETTERS = new Set<OcrNotice['code']>(['low-resolution', 'deskewed']);

/** Tiles that are missing were not read; the page is then incomplete. */
export function assemblePage(
  plan: PagePlan,
  readings: ReadonlyMap<number, TileReading>,
  use: EngineUse,
  milliseconds: number,
): ReadResult {
  const read = plan.tiles.flatMap((_, index) => readings.get(index)?.lines ?? []);
  const region = regionOf(plan);
  const found = (region ? withoutCutLines(read, region, EDGE * plan.factor) : read).filter(
    (line) => /[\p{L}\p{N}]/u.test(line.text) || line.confidence >= SPECKS,
  );
  const isPicture = areScraps(found, plan.blocks.filter(({ kind }) => kind !== 'picture').length);
  const lines = isPicture ? [] : inOrderOfScript(found, plan);
  const blocks = plan.blocks.map(({ kind, box }, number) => {
    const own = lines.filter((line) => line.block === number);
    const script = own.length === 0 ? {} : { script: scriptOfLines(own) };
    return { kind, box: toOriginal(box, plan).box, ...script };
  });
  return {
    lines,
    blocks,
    width: plan.original.width,
    height: plan.original.height,
    engine: 'tesseract.js-core',
    ...use,
    models: modelsOf(plan, readings),
    parameters: recorded(plan),
    milliseconds,
    warnings: plan.warnings,
    notices: isPicture
      ? [...plan.notices.filter(({ code }) => !ABOUT_LETTERS.has(code)), notice('picture-only')]
      : [...plan.notices, ...noticesOf(plan, lines, readings)],
  };
}

/** The lines in the order in which their blocks are read, where some are in a script that goes the other way. */
function inOrderOfScript(lines: ReadLine[], { blocks, rightToLeft }: PagePlan): ReadLine[] {
  const ofBlock = Map.groupBy(lines, ({ block }) => block);
  const placed = [...ofBlock].map(([number, own]) => {
    const { kind, box } = blocks[number] ?? { kind: 'text', box: [0, 0, 0, 0] };
    const [left, top, width, height] = box;
    const letters = own.reduce((sum, { text }) => sum + text.length, 0);
    const tells = letters >= LEAST_LETTERS && kind !== 'running-head';
    const direction = tells ? scriptOfLines(own) === 'Arab' : null;
    return { left, top, right: left + width, bottom: top + height, rightToLeft: direction, own };
  });
  return orderByDirection(placed, rightToLeft).flatMap(({ own }) => own);
}

/** What of the scan is read, in its pixels, where it is not the whole of its height. */
function regionOf({ origin: [x, y], width, height, factor, original }: PagePlan): Box | null {
  return (height + 1) * factor < original.height ? [x, y, width * factor, height * factor] : null;
}

/** Of all tiles; those of the page where there was nothing to read. */
function modelsOf(plan: PagePlan, readings: ReadonlyMap<number, TileReading>): ReadResult['models'] {
  const used = new Map(
    [...readings.values()].flatMap(({ models }) => models.map((model) => [model.name, model])),
  );
  return used.size > 0 ? [...used.values()] : plan.models.map((name) => ({ name, sha256: '' }));
}

function noticesOf(
  plan: PagePlan,
  lines: ReadLine[],
  readings: ReadonlyMap<number, TileReading>,
): OcrNotice[] {
  const notices: OcrNotice[] = [];
  if (readings.size < plan.tiles.length) notices.push(notice('incomplete'));
  if (lines.length === 0) return plan.tiles.length > 0 ? [...notices, notice('nothing-read')] : notices;
  const text = lines.map((line) => line.text).join('');
  if (meanConfidence(lines) < (text.length >= LEAST_LETTERS ? UNRELIABLE : NONSENSE))
    notices.push(notice('unreliable'));
  const other = otherScript(text);
  if (other) notices.push(notice('other-script', other));
  const scripts = new Set(lines.filter((line) => line.text.length > 8).map((line) => line.rtl));
  if (scripts.size > 1) notices.push(notice('mixed-scripts'));
  return notices;
}

/** Most letters are of no script that the periodicals are printed in. */
function otherScript(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const known = text.match(/[\p{Script=Cyrillic}\p{Script=Arabic}]/gu)?.length ?? 0;
  if (letters < LEAST_LETTERS || known * 2 > letters) return null;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 > letters ? 'Latn' : 'Zyyy';
}

const scriptOfLines = (lines: ReadLine[]) =>
  lines.filter((line) => line.rtl).length * 2 > lines.length ? 'Arab' : 'Cyrl';

/** Flat, so that a person can read it beside the run. */
function recorded({
  segmentation,
  factor,
  pose,
  steps,
  tiles,
  parameters,
}: PagePlan): ReadResult['parameters'] {
  return {
    layout: parameters.layout ?? 'auto',
    pageSegmentation: segmentation,
    scale: factor,
    turn: pose.quarter,
    deskew: pose.degrees,
    light: steps.light,
    contrast: 'stretched',
    showThrough: steps.showThrough,
    noise: steps.noise,
    script: parameters.script ?? 'auto',
    tiles: tiles.length,
    lookAlikes: 'ə ӛ → ә; one script in a word',
  };
}
