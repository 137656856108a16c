/** Reading by machine: what may be asked of it, and what a reading gives. */
import { Box, Id, Problem, Time, z } from './common.ts';

/** `auto` lets the page decide; 0 leaves the step out; 1 is its full strength. */
const Strength = z.union([z.literal('auto'), z.number().min(0).max(1)]);

/** How the page is to be read. What is left out is `auto`. */
export const OcrParameters = z
  .strictObject({
    turn: z
      .union([z.literal('auto'), z.literal(0), z.literal(90), z.literal(180), z.literal(270)])
      .openapi({ description: 'Degrees clockwise by which the scan has to be turned to stand upright' }),
    deskew: z
      .union([z.literal('auto'), z.number().min(-15).max(15)])
      .openapi({ description: 'Degrees clockwise by which skewed lines are made level; 0 leaves them' }),
    light: Strength.openapi({ description: 'Evens out uneven light and grey paper' }),
    showThrough: Strength.openapi({ description: 'Takes away what shows through from the back' }),
    noise: Strength.openapi({ description: 'Takes away specks' }),
    layout: z.enum(['auto', 'tesseract', 'column', 'line', 'sparse']).openapi({
      description:
        'How the page is divided: by our own rules, by Tesseract’s, or taken for one column, for one line, for scattered words',
    }),
    script: z
      .enum(['auto', 'Cyrl', 'Arab'])
      .openapi({ description: 'Of all blocks (ISO 15924); `auto` decides for each block' }),
  })
  .partial()
  .openapi('OcrParameters');
export type OcrParameters = z.infer<typeof OcrParameters>;

const Coordinate = z.int().min(0);

/** A part of the scan: a box, or a polygon, of which the box around it is read. */
export const OcrRegion = z
  .union([
    Box,
    z.strictObject({
      polygon: z
        .array(z.tuple([Coordinate, Coordinate]))
        .min(3)
        .max(500),
    }),
  ])
  .openapi('OcrRegion');
export type OcrRegion = z.infer<typeof OcrRegion>;

/** Something about a page or a region that its reader must know. The codes are stable. */
export const OcrNoticeCode = z.enum([
  'blank',
  'picture-only',
  'nothing-read',
  'turned-90',
  'turned-180',
  'turned-270',
  'deskewed',
  'low-resolution',
  'unreliable',
  'other-script',
  'mixed-scripts',
  'several-pictures',
  'incomplete',
]);
export type OcrNoticeCode = z.infer<typeof OcrNoticeCode>;

export const OcrNotice = z
  .object({
    code: OcrNoticeCode,
    value: z
      .union([z.string(), z.number()])
      .optional()
      .openapi({ description: 'Degrees of deskewed, dots per inch of low-resolution, the script found' }),
    message: z
      .string()
      .openapi({ description: 'The same in plain English, for programs without words of their own' }),
  })
  .openapi('OcrNotice');
export type OcrNotice = z.infer<typeof OcrNotice>;

/** Who chose a run over the others, and why. */
export const OcrChoice = z
  .object({ by: z.object({ id: Id, name: z.string() }), reason: z.string(), at: Time })
  .openapi('OcrChoice');

export const NewOcrChoice = z
  .strictObject({ reason: z.string().trim().min(1).max(500) })
  .openapi('NewOcrChoice');

export const OcrRun = z
  .object({
    id: Id,
    page: Id,
    job: Id.optional(),
    engine: z.string(),
    engineVersion: z.string(),
    models: z.array(z.object({ name: z.string(), version: z.string() })),
    parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    startedAt: Time,
    finishedAt: Time,
    state: z.enum(['done', 'failed']),
    meanConfidence: z.number().nullable(),
    lineCount: z.int(),
    region: Box.nullable().openapi({ description: 'The part of the scan that was read; null: the whole' }),
    trial: z
      .boolean()
      .openapi({ description: 'Whether it was only a try: the text stayed until it was chosen' }),
    notices: z.array(OcrNotice),
    warnings: z.array(z.string()),
    error: Problem.optional(),
    current: z
      .boolean()
      .openapi({ description: 'Whether this run is the one whose text the page shows as its OCR layer' }),
    chosen: OcrChoice.optional().openapi({ description: 'The last time that somebody chose this run' }),
    linesUrl: z
      .string()
      .optional()
      .openapi({ description: 'Lines and words with boxes and confidences, JSON' }),
  })
  .openapi('OcrRun');
export type OcrRun = z.infer<typeof OcrRun>;

export const NewOcrJob = z
  .object({
    model: z
      .union([z.string().min(1).max(60), z.array(z.string().min(1).max(60)).min(1).max(3)])
      .optional()
      .openapi({
        description:
          'One or more models of /api/v1/models; without it the language, script and orthography decide',
        example: 'qalam_cyrl',
      }),
    region: OcrRegion.optional(),
    parameters: OcrParameters.optional(),
    trial: z.boolean().optional().openapi({
      description:
        'Only try: the run is kept beside the others, and the page’s text stays until it is chosen',
    }),
  })
  .openapi('NewOcrJob');
export type NewOcrJob = z.infer<typeof NewOcrJob>;

const Doubt = z.enum(['low-confidence', 'mixed-scripts', 'impossible-letters', 'unlikely']);

const BlockKind = z.enum([
  'text',
  'heading',
  'advertisement',
  'picture',
  'table',
  'running-head',
  'marginal',
]);

/** The lines of a run, in reading order, and the blocks that they stand in. */
export const OcrRunLines = z
  .object({
    run: Id,
    blocks: z.array(z.object({ kind: BlockKind, box: Box, script: z.string().optional() })).optional(),
    lines: z.array(
      z.object({
        id: Id,
        text: z.string(),
        box: Box,
        confidence: z.number(),
        rtl: z.boolean(),
        block: z.int().openapi({ description: 'Number of its block, from 0, in reading order' }),
        polygon: z
          .array(z.tuple([z.int(), z.int()]))
          .optional()
          .openapi({ description: 'Its four corners, where it is not level' }),
        raw: z
          .string()
          .optional()
          .openapi({ description: 'What the model gave, where look-alikes were normalised' }),
        words: z.array(
          z.object({
            text: z.string(),
            box: Box,
            confidence: z.number(),
            start: z.int().optional().openapi({ description: 'Where it begins in the line’s text' }),
            doubts: z
              .array(Doubt)
              .optional()
              .openapi({ description: 'Why a person should look at it; what was read is never changed' }),
          }),
        ),
      }),
    ),
  })
  .openapi('OcrRunLines');
export type OcrRunLines = z.infer<typeof OcrRunLines>;

export const OcrModel = z
  .object({
    name: z.string(),
    title: z.string(),
    languages: z.array(z.string()),
    scripts: z.array(z.string()),
    licence: z.string(),
    source: z.string(),
    bytes: z.int(),
    url: z.string().openapi({
      description: 'Its .traineddata file for Tesseract, gzipped where the name ends in .gz',
    }),
  })
  .openapi('OcrModel');
export type OcrModel = z.infer<typeof OcrModel>;
