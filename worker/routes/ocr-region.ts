import { boxAround } from '../domain/picture/turn.ts';
import { ProblemError } from '../http/problem.ts';
import type { Box } from '../shapes/common.ts';
import type { OcrRegion } from '../shapes/ocr.ts';

/** A region of fewer pixels has no letter. */
const LEAST_SIDE = 8;

/** The box of a region, or the box around its polygon. @throws ProblemError where it is not on the scan */
export function toBox(region: OcrRegion, { width, height }: { width: number; height: number }): Box {
  const [x, y, w, h] = Array.isArray(region) ? region : boxAround(region.polygon);
  if (w < LEAST_SIDE || h < LEAST_SIDE || x + w > width || y + h > height) {
    const message = `A region lies on the scan, which has ${width} × ${height} pixels, and is at least ${LEAST_SIDE} pixels wide and high.`;
    throw fieldProblem('region', 'not-on-scan', message);
  }
  return [x, y, w, h];
}

export function fieldProblem(field: string, code: string, message: string): ProblemError {
  return new ProblemError('invalid-request', message, { errors: [{ path: [field], code, message }] });
}
