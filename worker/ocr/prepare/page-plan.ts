/** How a page is going to be read: all that its tiles and whoever puts them together have to know. */
import type { BlockKind } from '../../domain/layout/kinds.ts';
import type { CleanUp } from '../../domain/picture/clean.ts';
import type { Box } from '../../domain/picture/grey.ts';
import { type Pose, boxAround, cornersBefore } from '../../domain/picture/turn.ts';
import type { OcrNotice, OcrParameters } from '../../shapes/ocr.ts';
import type { ModelName } from '../models.ts';
import type { Tile } from './plan-tiles.ts';

export interface PlannedBlock {
  kind: BlockKind;
  /** on the upright picture that is read */
  box: Box;
}

/** JSON: it travels to the readers of the tiles. */
export interface PagePlan {
  /** the scan as it is shown */
  original: { width: number; height: number };
  /** where on the scan the picture that is read begins; 0, 0 for a whole page */
  origin: [number, number];
  /** the picture that is read, before it was brought upright; `factor` times smaller than the scan */
  width: number;
  height: number;
  factor: number;
  dpi: number;
  pose: Pose;
  steps: CleanUp;
  segmentation: '3' | '6' | '7' | '11';
  blocks: PlannedBlock[];
  tiles: Tile[];
  models: ModelName[];
  /** what may be tried where these read badly; none where a person chose */
  otherModels: ModelName[];
  /** what reads Arabic, the language, better than these; none where a person chose models. Older plans lack it. */
  arabicModels?: ModelName[];
  rightToLeft: boolean;
  notices: OcrNotice[];
  warnings: string[];
  parameters: OcrParameters;
}

/** A box of the upright picture on the scan, within what was read, with its corners where it is not level there. */
export function toOriginal(box: Box, plan: PagePlan): { box: Box; polygon?: [number, number][] } {
  const { factor, origin, original, pose, width, height } = plan;
  const corners = cornersBefore(box, pose, width, height).map(([x, y]): [number, number] => [
    clamp(
      Math.round(x * factor + origin[0]),
      origin[0],
      Math.min(original.width, origin[0] + width * factor),
    ),
    clamp(
      Math.round(y * factor + origin[1]),
      origin[1],
      Math.min(original.height, origin[1] + height * factor),
    ),
  ]);
  const [x, y, w, h] = boxAround(corners);
  const left = Math.min(x, original.width - 1);
  const top = Math.min(y, original.height - 1);
  return {
    box: [left, top, Math.max(1, w), Math.max(1, h)],
    ...(pose.degrees === 0 ? {} : { polygon: corners }),
  };
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(Math.max(value, least), Math.ceil(most));
