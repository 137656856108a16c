import { undecodable } from '../errors.ts';
import type { Probe } from '../probe.ts';
import type { PageSource } from '../source.ts';
import { jpegRows } from './jpeg.ts';
import { pngRows } from './png.ts';
import type { Rows } from './rows.ts';
import { tiffRows } from './tiff.ts';

/** The rows of a scan as it is stored, that is before its EXIF orientation. */
export function openRows(source: PageSource, probe: Probe): Rows {
  const [width, height] = probe.orientation >= 5 ? [probe.height, probe.width] : [probe.width, probe.height];
  if (probe.type === 'image/jpeg') return jpegRows(source, width, height);
  if (probe.type === 'image/png') return pngRows(source, width, height);
  if (probe.type === 'image/tiff') return tiffRows(source, width, height);
  throw undecodable(`${probe.type} is not decoded row by row`);
}
