import { expect, it } from 'vitest';
import tiffScan from '../../fixtures/samples/al-muqtabas/1-1-p001.tif?inline';
import jpegScan from '../../fixtures/samples/rizhskoe-utro/1915-1-war-5.jpg?inline';
import { openRows } from './decode/open-rows.ts';
import { collectRows } from './decode/rows.ts';
import { probeBytes } from './probe.ts';
import { bytesOf } from './testing/bytes.ts';
import { makeViewImage } from './view.ts';

it('shows a bilevel TIFF as a PNG of the same pixels, smaller than a megabyte', async () => {
  const scan = await bytesOf(tiffScan);
  const probe = await probeBytes(scan);
  const view = await makeViewImage(scan, probe);
  if (!view) throw new Error('there is no view');
  expect(view).toMatchObject({ type: 'image/png', width: 3408, height: 5452 });
  expect(view.bytes.length).toBeLessThan(1_000_000);
  const shown = await collectRows(openRows(view.bytes, await probeBytes(view.bytes)));
  const stored = await collectRows(openRows(scan, probe));
  expect(shown.data.every((value, index) => value === stored.data[index])).toBe(true);
});

it('makes no view of what browsers show as it is', async () => {
  const scan = await bytesOf(jpegScan);
  expect(await makeViewImage(scan, await probeBytes(scan))).toBeNull();
});
