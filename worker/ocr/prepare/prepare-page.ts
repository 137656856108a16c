/** Preparing a page for reading: how it lies, what is where on it, and the pictures of its tiles. */
import type { Box, Grey } from '../../domain/picture/grey.ts';
import { cleanUp } from '../../domain/picture/clean.ts';
import type { OcrNotice, OcrParameters } from '../../shapes/ocr.ts';
import type { Engine, LoadedModel } from '../engine.ts';
import { openRows } from '../decode/open-rows.ts';
import { pngRows } from '../decode/png.ts';
import { type Rows, collectRows, cropRows, greyRows, reduceRows, uprightRows } from '../decode/rows.ts';
import type { ModelName } from '../models.ts';
import { notice } from '../notices.ts';
import { type ReadingPlan, planReading } from '../plan.ts';
import type { Probe } from '../probe.ts';
import { type PageSource, holdSmall, readWhole } from '../source.ts';
import { cutTiles } from './cut-tiles.ts';
import { findUpright, sampleBox } from './find-upright.ts';
import { type Overview, lookAtPage } from './overview.ts';
import type { PagePlan } from './page-plan.ts';
import { planTiles } from './plan-tiles.ts';

/** Most pixels of the copy on which the layout is found. */
const OVERVIEW_PIXELS = 4_000_000;
/** A page of at most so many pixels stays in memory; a larger one is decoded again for its tiles. */
const HELD_PIXELS = 8_000_000;
/**
 * Letters lower than this on the scan are too small to be read well. The newspaper of 1915 has 36 pixels as it is; a
 * third of that is read as well, and at 72 dots per inch, with 9, every fourth letter is wrong.
 */
const SMALL_LETTER = 11;
/** The dots per inch at which small type has letters of one pixel. */
const DPI_OF_A_PIXEL = 16;

export interface PrepareInput {
  source: PageSource;
  probe: Probe;
  region: Box | null;
  parameters: OcrParameters;
  models: ModelName[];
  /** models of the other script; none where a person chose models */
  otherModels: ModelName[];
  /** models for what turns out to be in Arabic; none where a person chose models */
  arabicModels: ModelName[];
  rightToLeft: boolean;
}

export interface PreparedPage {
  plan: PagePlan;
  /** the tiles' pictures, clean and upright, in the order in which the scan passes them */
  tiles: () => AsyncGenerator<{ index: number; grey: Grey }>;
}

/** @throws OcrError where the scan cannot be decoded */
export async function preparePage(
  engine: Engine,
  input: PrepareInput,
  load: (name: ModelName) => Promise<LoadedModel>,
): Promise<PreparedPage> {
  const { probe, region } = input;
  const reading = planReading(probe, region);
  let rows = await openPicture(engine, input, reading);
  if (rows.width * rows.height <= HELD_PIXELS) rows = greyRows(await collectRows(rows));
  const copyFactor = Math.max(1, Math.ceil(Math.sqrt((rows.width * rows.height) / OVERVIEW_PIXELS)));
  const copy = await collectRows(reduceRows(rows, copyFactor));
  const parameters = isStrip(rows) ? { ...AS_IT_IS, ...input.parameters } : input.parameters;
  const first = await lookAtPage(copy, parameters, input.rightToLeft);
  const sample = await cutSample(rows, first, first.factor * copyFactor);
  const found = sample
    ? await findUpright(engine, first, sample, { ...input, parameters }, load)
    : { ...input, overview: first };
  const plan = toPlan(found.overview, { input, reading, rows, copyFactor });
  plan.models = found.models;
  plan.otherModels = found.otherModels;
  plan.rightToLeft = found.rightToLeft;
  const boxes = plan.tiles.map(({ box }) => box);
  return {
    plan,
    async *tiles() {
      for await (const { index, grey } of cutTiles(rows, boxes, plan.pose))
        yield { index, grey: cleanUp(grey, plan.steps) };
    },
  };
}

/** The page's sample as it is going to be read; null where there are no rows of text. */
async function cutSample(rows: Rows, overview: Overview, scale: number): Promise<Grey | null> {
  const box = sampleBox(overview)?.map((value) => value * scale) as Box | undefined;
  if (!box) return null;
  for await (const { grey } of cutTiles(rows, [box], overview.pose)) return cleanUp(grey, overview.steps);
  return null;
}

/** The picture that is read, as rows that can be gone through twice. */
export async function openPicture(
  engine: Engine,
  { source, probe, region }: Pick<PrepareInput, 'source' | 'probe' | 'region'>,
  { way, factor }: ReadingPlan,
): Promise<Rows> {
  const held = await holdSmall(source);
  let rows: Rows;
  if (way === 'direct') {
    const png = engine.decode(await readWhole(held), probe.orientation);
    rows = pngRows(png, probe.width, probe.height);
  } else rows = await uprightRows(reduceRows(openRows(held, probe), factor), probe.orientation);
  if (!region) return rows;
  const [x, y, w, h] = region.map((value) => Math.floor(value / factor)) as Box;
  return cropRows(rows, [
    x,
    y,
    Math.min(Math.max(1, w), rows.width - x),
    Math.min(Math.max(1, h), rows.height - y),
  ]);
}

interface Measures {
  input: PrepareInput;
  reading: ReadingPlan;
  rows: Rows;
  copyFactor: number;
}

/** A picture lower than this, in pixels, is a strip of a line or two that was cut out of a page. */
const STRIP = 120;
/** It has no layout, and too little on it to tell how it lies or what of it is noise. */
const AS_IT_IS: OcrParameters = { turn: 0, deskew: 0, showThrough: 0, noise: 0 };
const isStrip = ({ height }: { height: number }) => height < STRIP;

function toPlan(overview: Overview, { input, reading, rows, copyFactor }: Measures): PagePlan {
  const { layout, pose, steps } = overview;
  const scale = overview.factor * copyFactor;
  const enlarge = (box: Box) => box.map((value) => value * scale) as Box;
  const size =
    pose.quarter === 90 || pose.quarter === 270
      ? { width: rows.height, height: rows.width }
      : { width: rows.width, height: rows.height };
  const blocks = layout.blocks.map((block) => ({
    ...block,
    box: enlarge(block.box),
    room: [block.room[0] * scale, block.room[1] * scale] as [number, number],
    rows: block.rows.map(enlarge),
  }));
  // Tesseract's single line, 7, reads the rests of neighbours at the edge of a region as a part of the line: it is
  // for pictures that are strips themselves.
  const ways = { tesseract: '3', column: '6', line: '6', sparse: '11' } as const;
  const asked = input.parameters.layout ?? 'auto';
  const whole: Box = [0, 0, size.width, size.height];
  // A person who says what the picture is gets it read as that, in one piece.
  const own = asked === 'auto' && !isStrip(rows);
  const planned = own
    ? blocks.map(({ kind, box }) => ({ kind, box }))
    : [{ kind: 'text' as const, box: whole }];
  const [x, y] = input.region ?? [0, 0];
  return {
    original: { width: input.probe.width, height: input.probe.height },
    origin: [x, y],
    width: rows.width,
    height: rows.height,
    factor: reading.factor,
    dpi: reading.dpi,
    pose,
    steps,
    segmentation: asked === 'auto' ? (own || input.region ? '6' : '7') : ways[asked],
    blocks: planned,
    tiles: own ? planTiles(blocks, layout.letter * scale, size) : [{ box: whole, blocks: [0] }],
    models: input.models,
    otherModels: input.otherModels,
    arabicModels: input.arabicModels,
    rightToLeft: input.rightToLeft,
    notices: noticesOf(overview, scale * reading.factor, input),
    warnings: [],
    parameters: input.parameters,
  };
}

function noticesOf(
  { layout, pose, ink }: Overview,
  scale: number,
  { probe, region }: PrepareInput,
): OcrNotice[] {
  const notices: OcrNotice[] = [];
  const texts = layout.blocks.filter(({ kind }) => kind !== 'picture');
  if (texts.length === 0)
    notices.push(notice(layout.pictureShare > 0.05 || ink > 0.15 ? 'picture-only' : 'blank'));
  if (pose.quarter !== 0) notices.push(notice(`turned-${pose.quarter}`));
  if (pose.degrees !== 0) notices.push(notice('deskewed', pose.degrees));
  const letter = layout.letter * scale;
  if (texts.length > 0 && letter < SMALL_LETTER)
    notices.push(notice('low-resolution', resolutionOf(letter, probe)));
  if ((probe.pages ?? 1) > 1 && !region) notices.push(notice('several-pictures', probe.pages));
  return notices;
}

/** What the file says may be what a program puts into every file: letters that small are not scanned with 300. */
function resolutionOf(letter: number, { dpi }: Probe): number {
  const seen = Math.round(letter * DPI_OF_A_PIXEL);
  return dpi === undefined ? seen : Math.min(dpi, seen);
}
