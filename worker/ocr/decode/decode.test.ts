import { expect, it } from 'vitest';
import jpegScan from '../../../fixtures/samples/rizhskoe-utro/1915-1-war-5.jpg?inline';
import tiffScan from '../../../fixtures/samples/al-muqtabas/1-1-p001.tif?inline';
import { encodeJpeg } from '../../local/bench/encode-jpeg.ts';
import { OcrError } from '../errors.ts';
import { probeBytes } from '../probe.ts';
import { buildPng, buildTiff, bytesOf, concat } from '../testing/bytes.ts';
import { openRows } from './open-rows.ts';
import { collectRows, type Grey, greyRows, reduceRows, turnGrey } from './rows.ts';

/** The same files as other programs decode them: ImageMagick 6.9 with libjpeg-turbo and libtiff. */
const REFERENCE = {
  mean: 150.07,
  pixels: [
    [0, 0, 157],
    [100, 300, 148],
    [520, 600, 144],
    [1046, 1208, 160],
    [700, 77, 164],
    [333, 1111, 150],
  ] as const,
  group4: '6f7a138c1ded191c776450f2896ffb56a70231b5291ab273deade6b118f823d4',
};

async function decode(bytes: Uint8Array): Promise<Grey> {
  return await collectRows(openRows(bytes, await probeBytes(bytes)));
}

const slope = (x: number, y: number): number => (x % 16 < 4 ? 20 : (x * 3 + y * 2) % 256);

/** A picture with slopes and edges. */
function picture(width: number, height: number): Grey {
  const data = Uint8Array.from({ length: width * height }, (_, i) => slope(i % width, Math.floor(i / width)));
  return { width, height, data };
}

function smooth(width: number, height: number): Grey {
  const data = Uint8Array.from(
    { length: width * height },
    (_, i) => 128 + 100 * Math.sin((i % width) / 9 + i / width / 7),
  );
  return { width, height, data };
}

it('undoes all five filters of PNG', async () => {
  const { width, height, data } = picture(37, 10);
  const rows = new Uint8Array((width + 1) * height);
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (data[y * width + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const filter = y % 5;
    rows[y * (width + 1)] = filter;
    for (let x = 0; x < width; x++) {
      const [left, up, corner] = [at(x - 1, y), at(x, y - 1), at(x - 1, y - 1)];
      const estimate = left + up - corner;
      const nearest =
        [left, up, corner].toSorted((a, b) => Math.abs(estimate - a) - Math.abs(estimate - b))[0] ?? 0;
      const predicted = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
      rows[y * (width + 1) + 1 + x] = at(x, y) - predicted;
    }
  }
  expect((await decode(await buildPng({ width, height }, rows))).data).toEqual(data);
});

async function grey(options: Parameters<typeof buildPng>[0], row: number[]): Promise<number[]> {
  const { data } = await decode(await buildPng(options, new Uint8Array([0, ...row])));
  return [...data];
}

it('turns every kind of PNG pixel to grey', async () => {
  expect(await grey({ width: 4, height: 1, depth: 1 }, [0b10100000])).toEqual([255, 0, 255, 0]);
  expect(await grey({ width: 3, height: 1, depth: 4 }, [0x0f, 0x80])).toEqual([0, 255, 136]);
  expect(await grey({ width: 2, height: 1, depth: 16 }, [200, 1, 7, 255])).toEqual([200, 7]);
  expect(await grey({ width: 2, height: 1, colourType: 2 }, [255, 255, 255, 0, 255, 0])).toEqual([255, 149]);
  const palette = [0, 0, 0, 255, 255, 255];
  expect(await grey({ width: 2, height: 1, depth: 1, colourType: 3, palette }, [0b01000000])).toEqual([
    0, 255,
  ]);
  // Black that is quite transparent is shown as the paper below.
  expect(await grey({ width: 2, height: 1, colourType: 4 }, [0, 0, 0, 255])).toEqual([255, 0]);
});

it('decodes a JPEG with and without restart markers as it was encoded', async () => {
  const original = smooth(101, 67);
  for (const restartInterval of [0, 5]) {
    const { data } = await decode(encodeJpeg(original, { quality: 95, restartInterval }));
    const worst = data.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (original.data[i] ?? 0))),
      0,
    );
    expect(worst).toBeLessThanOrEqual(6);
  }
});

it('decodes a real JPEG to the same pixels as libjpeg', async () => {
  const { width, data } = await decode(await bytesOf(jpegScan));
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  expect(mean).toBeCloseTo(REFERENCE.mean, 1);
  for (const [y, x, value] of REFERENCE.pixels) {
    expect(Math.abs((data[y * width + x] ?? 0) - value)).toBeLessThanOrEqual(1);
  }
});

it('decodes CCITT Group 4 to exactly the pixels of libtiff', async () => {
  const { data } = await decode(await bytesOf(tiffScan));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  expect([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')).toBe(REFERENCE.group4);
});

it('decodes TIFF without compression, PackBits, LZW and deflate', async () => {
  const pixels = [10, 10, 10, 200, 30, 40, 250, 250];
  const shape = [
    [256, [4]],
    [257, [2]],
    [258, [8]],
    [262, [1]],
    [278, [2]],
  ] as [number, number[]][];
  const deflated = new Response(new Uint8Array(pixels)).body?.pipeThrough(new CompressionStream('deflate'));
  const strips: [number, Uint8Array][] = [
    [1, new Uint8Array(pixels)],
    [32773, concat([254, 10, 3, 200, 30, 40, 250, 0, 250])],
    [5, packLzw([256, 10, 258, 200, 30, 40, 250, 250, 257])],
    [8, new Uint8Array(await new Response(deflated).arrayBuffer())],
  ];
  for (const [compression, strip] of strips) {
    const { data } = await decode(buildTiff(strip, [...shape, [259, [compression]]]));
    expect([compression, ...data]).toEqual([compression, ...pixels]);
  }
});

function packLzw(codes: number[]): Uint8Array {
  const bits = codes.map((code) => code.toString(2).padStart(9, '0')).join('');
  return new Uint8Array((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

it('reads a stream in small pieces as it reads the whole file', async () => {
  const bytes = await bytesOf(jpegScan);
  const source = {
    size: bytes.length,
    open: async () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += 999) controller.enqueue(bytes.slice(at, at + 999));
          controller.close();
        },
      }),
  };
  const streamed = await collectRows(openRows(source, await probeBytes(bytes)));
  expect(streamed.data).toEqual((await decode(bytes)).data);
});

it('stops at the size a PNG claims, and fails clearly when there is less', async () => {
  const bomb = await buildPng({ width: 8, height: 2 }, new Uint8Array(20_000_000));
  expect((await decode(bomb)).data).toHaveLength(16);
  const short = await buildPng({ width: 1000, height: 1000 }, new Uint8Array(5000));
  await expect(decode(short)).rejects.toMatchObject({ code: 'undecodable-image' });
});

it('answers flipped bits with pixels or an OcrError, never with anything else', async () => {
  const jpeg = encodeJpeg(smooth(64, 64), { restartInterval: 7 });
  const png = await buildPng({ width: 20, height: 20 }, new Uint8Array(420));
  const tiff = (await bytesOf(tiffScan)).slice();
  for (const file of [jpeg, png, tiff]) {
    const probe = await probeBytes(file);
    // The sizes are known from before: damage comes after probing.
    const rounds = file === tiff ? 12 : 200;
    for (let round = 0; round < rounds; round++) {
      const copy = file.slice();
      const at = 20 + ((round * 7919) % (copy.length - 20));
      copy[at] = (copy[at] ?? 0) ^ (1 << (round % 8));
      try {
        await collectRows(openRows(copy, probe));
      } catch (error) {
        expect(error).toSatisfy(
          (thrown) => thrown instanceof OcrError || (thrown as Error).name === 'ImageError',
        );
      }
    }
  }
});

it('reduces by taking the mean', async () => {
  const grey = { width: 4, height: 2, data: new Uint8Array([0, 100, 50, 50, 100, 200, 50, 50]) };
  expect((await collectRows(reduceRows(greyRows(grey), 2))).data).toEqual(new Uint8Array([100, 50]));
});

it('turns a picture as EXIF asks', () => {
  // 1 2 3
  // 4 5 6
  const grey = { width: 3, height: 2, data: new Uint8Array([1, 2, 3, 4, 5, 6]) };
  const turned = (orientation: number): number[] => [...turnGrey(grey, orientation).data];
  expect(turned(2)).toEqual([3, 2, 1, 6, 5, 4]);
  expect(turned(3)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(turned(4)).toEqual([4, 5, 6, 1, 2, 3]);
  expect(turned(5)).toEqual([1, 4, 2, 5, 3, 6]);
  expect(turned(6)).toEqual([4, 1, 5, 2, 6, 3]);
  expect(turned(7)).toEqual([6, 3, 5, 2, 4, 1]);
  expect(turned(8)).toEqual([3, 6, 2, 5, 1, 4]);
});

it('reads a JPEG that comes as a stream, in small pieces or in one that is larger than its window', async () => {
  const scan = encodeJpeg(smooth(120, 80));
  // 34 comments of 64 KiB, as a program may keep its own data in.
  const comment = concat([0xff, 0xfe, 0xff, 0xff], new Uint8Array(0xfffd));
  const bytes = new Uint8Array(
    await new Blob([scan.slice(0, 2), ...Array(34).fill(comment), scan.slice(2)]).arrayBuffer(),
  );
  const inPiecesOf = (size: number) => ({
    size: bytes.length,
    open: async () =>
      new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      }),
  });
  const whole = await decode(scan);
  const probe = await probeBytes(scan);
  for (const size of [1000, 70_000, bytes.length])
    expect(await collectRows(openRows(inPiecesOf(size), probe))).toEqual(whole);
});
