/** Cuts a line out of the picture of its page, turned as the person has turned the page. */
import type { Box } from '../../../../worker/shapes/common.ts';
import { withMargin } from '../geometry.ts';
import { partsOf } from './look.ts';

interface Size {
  width: number;
  height: number;
}

/** How much of the line's height is shown around it. */
const MARGIN = 0.25;

function placeOf(box: Box, scan: Size): Box {
  return withMargin(box, Math.round(Math.min(box[2], box[3]) * MARGIN), scan);
}

/** The size of a strip in pixels of the scan: a line on a page that lies on its side stands upright in its strip. */
export function stripSize(box: Box, scan: Size, turn: number): Size {
  const [, , width, height] = placeOf(box, scan);
  const onItsSide = Math.abs(partsOf(turn).quarter) === 90;
  return onItsSide ? { width: height, height: width } : { width, height };
}

/** Draws the line into a canvas that already has its place on the screen. */
export function drawStrip(
  into: HTMLCanvasElement,
  picture: HTMLImageElement,
  box: Box,
  scan: Size,
  turn: number,
): void {
  const context = into.getContext('2d', { alpha: false });
  if (!context) return;
  const [x, y, width, height] = placeOf(box, scan);
  const size = stripSize(box, scan, turn);
  const shown = into.getBoundingClientRect().width * window.devicePixelRatio;
  // Never more pixels than the picture has.
  const detail = picture.naturalWidth / scan.width;
  const scale = Math.min(shown / size.width, detail);
  into.width = Math.max(1, Math.round(size.width * scale));
  into.height = Math.max(1, Math.round(size.height * scale));
  context.translate(into.width / 2, into.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.scale(scale, scale);
  // Around the line too, so that a fine turn shows no empty corners.
  const room = Math.ceil(Math.max(width, height) * Math.abs(Math.sin((partsOf(turn).fine * Math.PI) / 180)));
  const [left, top, wide, high] = withMargin([x, y, width, height], room, scan);
  context.drawImage(
    picture,
    left * detail,
    top * detail,
    wide * detail,
    high * detail,
    left - (x + width / 2),
    top - (y + height / 2),
    wide,
    high,
  );
}
