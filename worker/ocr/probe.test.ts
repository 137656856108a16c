import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import jpegScan from '../../fixtures/samples/rizhskoe-utro/1915-1-war-5.jpg?inline';
import tiffScan from '../../fixtures/samples/al-muqtabas/1-1-p001.tif?inline';
import { ImageError, MAX_BYTES, type Probe, probeBytes, probeFile } from './probe.ts';
import { buildPng, bytesOf, concat, pngChunk, u16, u32 } from './testing/bytes.ts';

async function refusal(bytes: Uint8Array): Promise<{ code: string; message: string }> {
  try {
    await probeBytes(bytes);
  } catch (error) {
    if (error instanceof ImageError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

async function neverRead(): Promise<Uint8Array> {
  throw new Error('it was read');
}

function jpegHeader(
  width: number,
  height: number,
  { marker = 0xc0, channels = 1, exif = [] as number[] } = {},
): Uint8Array {
  const components = Array.from({ length: channels }, (_, index) => [index + 1, 0x11, 0]).flat();
  return concat(
    [0xff, 0xd8],
    exif.length > 0 ? concat([0xff, 0xe1], u16(exif.length + 8), 'Exif\0\0', exif) : [],
    concat([0xff, marker], u16(8 + components.length), [8], u16(height), u16(width), [channels], components),
    [0xff, 0xd9],
  );
}

it('reads the size and resolution of a real newspaper scan', async () => {
  expect(await probeBytes(await bytesOf(jpegScan))).toMatchObject({
    type: 'image/jpeg',
    width: 1209,
    height: 1047,
    channels: 1,
    progressive: false,
    dpi: 400,
    readable: true,
  } satisfies Partial<Probe>);
});

it('reads a bilevel TIFF whose directory is not at its beginning', async () => {
  expect(await probeBytes(await bytesOf(tiffScan))).toMatchObject({
    type: 'image/tiff',
    width: 3408,
    height: 5452,
    bitsPerSample: 1,
    dpi: 600,
    compression: 'CCITT Group 4',
    pages: 1,
  } satisfies Partial<Probe>);
});

it('knows PNG, GIF and WebP by their content', async () => {
  const png = await buildPng({ width: 3, height: 2, interlaced: true }, new Uint8Array(8));
  expect(await probeBytes(png)).toMatchObject({ type: 'image/png', width: 3, height: 2, interlaced: true });
  const gif = concat('GIF89a', [4, 1, 2, 0], [0, 0, 0, 0x3b]);
  expect(await probeBytes(gif)).toMatchObject({ type: 'image/gif', width: 260, height: 2 });
  const webp = concat('RIFF', [22, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0], [99, 0, 0, 49, 0, 0]);
  expect(await probeBytes(webp)).toMatchObject({ type: 'image/webp', width: 100, height: 50 });
});

it('gives the sides as the picture is shown when a phone noted that it lies on its side', async () => {
  const orientation = 6;
  const exif = concat(
    'MM',
    [0, 42],
    u32(8),
    u16(1),
    u16(274),
    u16(3),
    u32(1),
    u16(orientation),
    [0, 0],
    u32(0),
  );
  const probe = await probeBytes(jpegHeader(400, 300, { exif: [...exif] }));
  expect(probe).toMatchObject({ width: 300, height: 400, orientation: 6 });
});

it('tells progressive JPEG apart, and refuses kinds of JPEG that nothing here decodes', async () => {
  expect(await probeBytes(jpegHeader(10, 10, { marker: 0xc2, channels: 3 }))).toMatchObject({
    progressive: true,
  });
  expect(await refusal(jpegHeader(10, 10, { marker: 0xc3 }))).toMatchObject({ code: 'unsupported-type' });
});

it.each([
  ['a PDF', concat('%PDF-1.7\n'), /Export its pages/],
  ['a JPEG 2000', concat([0, 0, 0, 12], 'jP  ', [13, 10, 0x87, 10]), /JPEG 2000/],
  ['a HEIC photo', concat([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), /HEIC/],
  ['an AVIF', concat([0, 0, 0, 24], 'ftypavif', [0, 0, 0, 0]), /AVIF/],
  ['a BMP', concat('BM', [1, 2, 3, 4, 5, 6]), /BMP/],
  ['a web page', concat('  <!DOCTYPE html><html>'), /web page/],
  ['a text', concat('hello, this is no picture'), /text/],
  ['a BigTIFF', concat('II', [43, 0, 8, 0, 0, 0]), /BigTIFF/],
])('refuses %s and says what to do', async (_, bytes, message) => {
  const { code, message: said } = await refusal(bytes);
  expect(code).toBe('unsupported-type');
  expect(said).toMatch(message);
});

it('refuses an empty file', async () => {
  expect(await refusal(new Uint8Array(0))).toMatchObject({ code: 'empty-file' });
});

it('refuses a file over the limit without reading it', async () => {
  await expect(probeFile(neverRead, MAX_BYTES + 1)).rejects.toMatchObject({ code: 'too-many-bytes' });
});

it('refuses 200 megapixels, whatever the file weighs', async () => {
  expect(await refusal(jpegHeader(16000, 12500))).toMatchObject({ code: 'too-many-pixels' });
  const bomb = await buildPng({ width: 60_000, height: 60_000 }, new Uint8Array(10));
  expect(await refusal(bomb)).toMatchObject({ code: 'too-many-pixels' });
});

it('refuses pictures without width or height', async () => {
  expect(await refusal(jpegHeader(0, 10))).toMatchObject({ code: 'damaged-image' });
});

it('notices that a JPEG, a PNG or a TIFF was cut off', async () => {
  const jpeg = await bytesOf(jpegScan);
  expect(await refusal(jpeg.subarray(0, jpeg.length - 5000))).toMatchObject({ code: 'damaged-image' });
  const png = await buildPng({ width: 3, height: 2 }, new Uint8Array(8));
  expect(await refusal(png.subarray(0, png.length - 12))).toMatchObject({ code: 'damaged-image' });
  const tiff = await bytesOf(tiffScan);
  expect(await refusal(tiff.subarray(0, tiff.length >> 1))).toMatchObject({ code: 'damaged-image' });
});

it('takes a PNG with text after its end mark', async () => {
  const png = concat(await buildPng({ width: 3, height: 2 }, new Uint8Array(8)), 'made by a scanner');
  expect(await probeBytes(png)).toMatchObject({ width: 3 });
});

it('answers or refuses any bytes, and nothing else', async () => {
  const starts = [
    [],
    [0xff, 0xd8, 0xff],
    [0x49, 0x49, 42, 0],
    [0x4d, 0x4d, 0, 42],
    [...concat('RIFF', u32(0), 'WEBPVP8')],
  ];
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...pngChunk('IHDR', [])];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts, png),
      fc.uint8Array({ maxLength: 200 }),
      async (start, rest) => {
        await probeBytes(concat(start, rest)).catch((error: unknown) =>
          expect(error).toBeInstanceOf(ImageError),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

it('answers or refuses a real TIFF and JPEG with any damage to their headers', async () => {
  const files = [await bytesOf(tiffScan), (await bytesOf(jpegScan)).slice(0, 2000)];
  const size = Math.max(...files.map((file) => file.length));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.nat({ max: size }),
      fc.nat({ max: 255 }),
      async (file, at, value) => {
        const copy = file.slice();
        // Most of a TIFF's header lies at one of its ends.
        copy[at % 2 === 0 ? at % 400 : copy.length - 1 - (at % 400)] = value;
        await probeBytes(copy).catch((error: unknown) => expect(error).toBeInstanceOf(ImageError));
      },
    ),
    { numRuns: 300 },
  );
});
