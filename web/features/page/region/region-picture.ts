/** Cuts a region out of the picture of its page: grey, its contrast stretched as the service does before it reads. */
import { stretchContrast } from '../../../../worker/domain/picture/contrast.ts';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { Size } from '../scan/boxes/box-geometry.ts';
import type { PicturePlace } from './read-lines.ts';

export interface RegionPicture extends PicturePlace {
  /** A PNG. */
  file: Blob;
}

/** Paper around the region, in pixels of the picture: Tesseract misses letters that touch the edge. */
const MARGIN = 10;
/** Most pixels that are read at once: about a column of a newspaper, some 60 MB in Tesseract. */
const MOST_PIXELS = 8_000_000;
/** Letters lower than this are made larger, to what the models were trained on. */
const LEAST_LINE = 36;
const MOST_ENLARGED = 4;

/**
 * @param picture the shown rendition; it may have fewer pixels than the scan
 * @param lineHeight about how high a line is, in pixels of the scan
 */
export async function cutRegion(
  picture: HTMLImageElement,
  [x, y, width, height]: Box,
  scan: Size,
  lineHeight: number,
): Promise<RegionPicture> {
  const detail = picture.naturalWidth / scan.width;
  const enlarged = Math.min(MOST_ENLARGED, Math.max(detail, LEAST_LINE / lineHeight));
  const scale = Math.min(enlarged, Math.sqrt(MOST_PIXELS / (width * height)));
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  const canvas = new OffscreenCanvas(size.width + 2 * MARGIN, size.height + 2 * MARGIN);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    picture,
    x * detail,
    y * detail,
    width * detail,
    height * detail,
    MARGIN,
    MARGIN,
    size.width,
    size.height,
  );
  const region = context.getImageData(MARGIN, MARGIN, size.width, size.height);
  turnGrey(region.data);
  context.putImageData(region, MARGIN, MARGIN);
  return {
    file: await canvas.convertToBlob({ type: 'image/png' }),
    left: x - MARGIN / scale,
    top: y - MARGIN / scale,
    scale,
    scan,
  };
}

/** Luminance after ITU-R BT.601, as the service's decoders have it, then stretched; in place. */
function turnGrey(rgba: Uint8ClampedArray): void {
  const grey = new Uint8ClampedArray(rgba.length / 4);
  for (let i = 0; i < grey.length; i++) {
    const at = 4 * i;
    grey[i] = 0.299 * rgba[at]! + 0.587 * rgba[at + 1]! + 0.114 * rgba[at + 2]!;
  }
  stretchContrast({ data: grey });
  for (let i = 0; i < grey.length; i++) rgba.fill(grey[i]!, 4 * i, 4 * i + 3);
}
