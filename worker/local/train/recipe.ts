import { fileURLToPath } from 'node:url';
import type { ModelName } from '../../ocr/models.ts';
import type { Script } from './render.ts';

/** What differs between the two models. */
export interface Recipe {
  script: Script;
  /** The model's name, and its file's. */
  model: Extract<ModelName, `qalam_${string}`>;
  /** Stock model of Tesseract that the first of our models was made from, and Debian's package of it. */
  stock: string;
  /** `--norm_mode` of unicharset_extractor: 1 joins letter and mark, 2 keeps them apart. */
  normalisation: 1 | 2;
  rightToLeft: boolean;
  /** The first seed of the training data; each chunk takes the next. */
  seed: number;
  /** Learning rate until so many lines have been seen; the last one to the end. */
  rates: readonly { untilLines: number; rate: number }[];
}

export const RECIPES: Record<'cyrl' | 'arab', Recipe> = {
  cyrl: {
    script: 'Cyrl',
    model: 'qalam_cyrl',
    stock: 'Cyrillic',
    normalisation: 1,
    rightToLeft: false,
    seed: 101,
    rates: [
      { untilLines: 20_000, rate: 0.0008 },
      { untilLines: 30_000, rate: 0.0003 },
      { untilLines: Infinity, rate: 0.0001 },
    ],
  },
  arab: {
    script: 'Arab',
    model: 'qalam_arab',
    stock: 'Arabic',
    normalisation: 2,
    rightToLeft: true,
    seed: 101,
    rates: [
      { untilLines: 20_000, rate: 0.001 },
      { untilLines: 30_000, rate: 0.0003 },
      { untilLines: Infinity, rate: 0.0001 },
    ],
  },
};

/**
 * The learning rate where one of our own models is gone on with. At the rates of a new beginning it forgot for 15,000
 * lines what it knew (newspaper of 1915: from 1.6 to 2.0 % of letters wrong); at this one it had 1.0 after 7,500.
 */
export const GOING_ON_RATE = 0.0002;

/** Lines of text that are rendered at a time, and how many such chunks are trained on at a time. */
export const CHUNK_LINES = 2500;
export const CHUNKS_KEPT = 8;

/** `fixtures/training/`, with the alphabets, the fonts and what renders them. */
export const TRAINING = fileURLToPath(new URL('../../../fixtures/training/', import.meta.url));
/** `fixtures/models/`, where the service takes its own models from. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../../fixtures/models/', import.meta.url));
