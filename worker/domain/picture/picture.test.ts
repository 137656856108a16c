import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sheet } from '../layout/testing/draw-page.ts';
import { binarise } from './binarise.ts';
import { cleanAsNeeded, cleanUp } from './clean.ts';
import { findPieces } from './components.ts';
import { withoutGrain } from './contrast.ts';
import type { Grey } from './grey.ts';
import { findSkew, sidewaysness } from './skew.ts';
import { clearSurround } from './surround.ts';
import { type Quarter, boxAround, cornersBefore, levelGrey, toBefore, turnQuarter } from './turn.ts';

function page(): Grey {
  const sheet = new Sheet(700, 800);
  sheet.column('a', 60, 60, 270, 30);
  sheet.column('b', 370, 60, 270, 30);
  return { ...sheet.mask, data: sheet.mask.data.map((ink) => (ink === 1 ? 40 : 235)) };
}

const STEPS = { light: 0, showThrough: 0, noise: 0 };

const share = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, value, at) => sum + (value === b[at] ? 1 : 0), 0) / a.length;

/** What a picture needs; it stays as it is. */
const neededBy = (grey: Grey, asked: Parameters<typeof cleanAsNeeded>[1] = {}) =>
  cleanAsNeeded({ ...grey, data: grey.data.slice() }, asked);

describe('skew', () => {
  test.each([-5, -2.3, -0.6, 0, 0.4, 1.7, 5])(
    'of %d degrees is found within a quarter, and undone',
    (degrees) => {
      // Levelling by the opposite skews.
      const skewed = levelGrey(page(), -degrees);
      const found = findSkew(binarise(skewed));
      expect(Math.abs(found - degrees)).toBeLessThan(0.25);
      expect(Math.abs(findSkew(binarise(levelGrey(skewed, found))))).toBeLessThan(0.25);
    },
  );

  test('is none on a page with next to nothing on it', () => {
    expect(findSkew({ width: 300, height: 300, data: new Uint8Array(90_000) })).toBe(0);
  });
});

describe('what is beside the page', () => {
  /** The page on something brighter or darker, the way a scanner sees it, skewed. */
  function on(surround: number, paper: number, degrees: number): Grey {
    const { width, height, data } = page();
    const wide = { width: width + 160, height: height + 160 };
    const out = new Uint8Array(wide.width * wide.height).fill(255);
    // 1 for the surround: what levelling adds is white, and becomes it.
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        out[(y + 80) * wide.width + x + 80] = data[y * width + x] === 40 ? 40 : 120;
    const skewed = levelGrey({ ...wide, data: out }, -degrees).data;
    return { ...wide, data: skewed.map((value) => (value > 200 ? surround : value > 80 ? paper : value)) };
  }

  test.each([
    ['the white lid of a scanner', 255, 190],
    ['the black bed of a scanner', 12, 200],
  ])('%s is neither paper nor ink', (_, surround, paper) => {
    const scan = on(surround, paper, 3);
    expect(neededBy(scan)).toEqual({ light: 0, showThrough: 0, noise: 0 });
    const clean = cleanUp(scan, { light: 1, showThrough: 0, noise: 0 });
    expect(Math.abs(findSkew(binarise(clean)) - 3)).toBeLessThan(0.25);
    // Nothing but the letters is ink: about a tenth of the page.
    const ink = binarise(clean).data.reduce((sum, value) => sum + value, 0) / clean.data.length;
    const letters = binarise(page()).data.reduce((sum, value) => sum + value, 0) / clean.data.length;
    expect(Math.abs(ink - letters)).toBeLessThan(0.01);
  });

  test.each([
    ['a lid that takes most of the scan', 255, 190, 400],
    ['a lid that is not white', 225, 160, 300],
    ['a bed that takes most of the scan', 5, 190, 400],
    ['a bed of which next to nothing is seen', 5, 190, 7],
    ['a bed that ends within a square', 5, 190, 19],
  ])('%s changes nothing', (_, surround, paper, margin) => {
    const { width, height, data } = page();
    const scan = { width: width + 2 * margin, height: height + 2 * margin };
    const greys = new Uint8Array(scan.width * scan.height).fill(surround);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const grain = (x * 7 + y * 13) % 11;
        greys[(y + margin) * scan.width + x + margin] =
          data[y * width + x] === 40 ? 40 : paper + (margin === 400 ? grain : 0);
      }
    const inkOf = (grey: Grey) => binarise(cleanUp(grey, STEPS)).data.reduce((sum, value) => sum + value, 0);
    expect(inkOf({ ...scan, data: greys })).toBe(inkOf(page()));
  });

  test('is not the margin on which more light falls, nor a gutter in the shade, nor what white letters stand on', () => {
    const { width, height, data } = page();
    const lit = data.map((value, at) => (value === 40 ? 40 : 245 - Math.floor((60 * (at % width)) / width)));
    expect(clearSurround({ width, height, data: lit.slice() }).data).toEqual(lit);
    const gutter = data.map((value, at) => value * Math.min(1, 0.3 + (at % width) / 150));
    expect(clearSurround({ width, height, data: gutter.slice() }).data).toEqual(gutter);
    const negative = data.map((value) => (value === 40 ? 240 : 10));
    expect(clearSurround({ width, height, data: negative.slice() }).data).toEqual(negative);
  });

  test('is not looked for in a page that fills its scan, whose letters may touch the edge', () => {
    const { width, height, data } = page();
    const cut: Grey = { width: width - 60, height, data: new Uint8Array((width - 60) * height) };
    for (let y = 0; y < height; y++)
      cut.data.set(data.subarray(y * width + 60, (y + 1) * width), y * cut.width);
    expect(clearSurround({ ...cut, data: cut.data.slice() })).toEqual(cut);
  });
});

test('a page on its side is told from one that stands', () => {
  expect(sidewaysness(binarise(page()), 10)).toBeLessThan(0.7);
  expect(sidewaysness(binarise(turnQuarter(page(), 90)), 10)).toBeGreaterThan(1.5);
});

describe('a turned picture', () => {
  const quarter = fc.constantFrom<Quarter[]>(0, 90, 180, 270);

  test('stands as before after the rest of the round', () => {
    const back = { 0: 0, 90: 270, 180: 180, 270: 90 } as const;
    fc.assert(
      fc.property(quarter, (turn) => {
        expect(turnQuarter(turnQuarter(page(), turn), back[turn])).toEqual(page());
      }),
      { numRuns: 4 },
    );
  });

  test('has its boxes where they stood before it was turned', () => {
    const { width, height } = page();
    const dot: [number, number] = [123, 45];
    fc.assert(
      fc.property(quarter, (turn) => {
        const grey = { width, height, data: new Uint8Array(width * height) };
        grey.data[dot[1] * width + dot[0]] = 1;
        const turned = turnQuarter(grey, turn);
        const at = turned.data.indexOf(1);
        const found = [at % turned.width, Math.floor(at / turned.width)] as const;
        const pose = { quarter: turn, degrees: 0 };
        expect(boxAround(cornersBefore([found[0], found[1], 1, 1], pose, width, height))).toEqual([
          ...dot,
          1,
          1,
        ]);
      }),
    );
  });

  test('maps points by the same slope that levels it', () => {
    const [x, y] = toBefore([700, 400], { quarter: 0, degrees: 2 }, 700, 800);
    expect(y - 400).toBeCloseTo(350 * Math.sin((2 * Math.PI) / 180), 5);
    expect(x).toBeLessThan(700);
  });
});

describe('clean-up', () => {
  const shaded = (): Grey => {
    const grey = page();
    for (let y = 0; y < grey.height; y++)
      for (let x = 0; x < grey.width; x++) {
        const at = y * grey.width + x;
        grey.data[at] = (grey.data[at] as number) * (1 - (0.65 * x) / grey.width);
      }
    return grey;
  };

  test('evens out light that falls from one side, and finds by itself that it must', () => {
    const steps = neededBy(shaded());
    expect(steps).toMatchObject({ light: 1, noise: 0 });
    const wanted = binarise(page()).data;
    expect(share(binarise(cleanUp(shaded(), { ...steps, light: 0 })).data, wanted)).toBeLessThan(0.95);
    expect(share(binarise(cleanUp(shaded(), steps)).data, wanted)).toBeGreaterThan(0.995);
  });

  test('that a page is found to need is taken on it at once, but for its specks', () => {
    const speckled = shaded();
    for (let at = 7; at < speckled.data.length; at += 17) speckled.data[at] = 0;
    const clean = { ...speckled, data: speckled.data.slice() };
    const steps = cleanAsNeeded(clean, {});
    expect(steps).toMatchObject({ light: 1, noise: 1 });
    expect(clean).toEqual(cleanUp(speckled, { ...steps, noise: 0 }));
  });

  test('leaves a clean page as it is', () => {
    expect(neededBy(page())).toEqual({ light: 0, showThrough: 0, noise: 0 });
  });

  test('takes specks away where there are many, and only as far as it is asked to', () => {
    const speckled = page();
    for (let at = 7; at < speckled.data.length; at += 17) speckled.data[at] = 0;
    const steps = neededBy(speckled);
    expect(steps.noise).toBe(1);
    expect(neededBy(speckled, { noise: 0 }).noise).toBe(0);
    const clean = cleanUp({ ...speckled, data: speckled.data.slice() }, steps);
    expect(share(binarise(clean).data, binarise(page()).data)).toBeGreaterThan(0.97);
  });

  test('makes white what shows through', () => {
    const grey = page();
    const back = turnQuarter(page(), 180);
    for (let at = 0; at < grey.data.length; at++)
      if ((back.data[at] as number) < 128) grey.data[at] = Math.min(grey.data[at] as number, 185);
    const clean = cleanUp(grey, neededBy(grey, { showThrough: 0.7 }));
    const faint = clean.data.filter((value) => value > 120 && value < 230).length / clean.data.length;
    expect(faint).toBeLessThan(0.01);
  });
});

test('grain of paper goes, and ink keeps its order', () => {
  const picture = { width: 256, height: 1, data: Uint8Array.from({ length: 256 }, (_, grey) => grey) };
  const { data } = withoutGrain(picture, 0.9);
  expect(data.subarray(230).every((grey) => grey === 255)).toBe(true);
  expect([data[0], data[90], data[180]]).toEqual([0, 100, 200]);
  expect(data.toSorted()).toEqual(data);
  expect(withoutGrain(picture, 1)).toEqual(picture);
});

test('pieces of ink are found with their boxes, joined over corners', () => {
  const mask = { width: 6, height: 4, data: new Uint8Array(24) };
  for (const at of [0, 7, 14, 5, 11, 21]) mask.data[at] = 1;
  const boxes = findPieces(mask).map(({ left, top, right, bottom, ink }) => [left, top, right, bottom, ink]);
  expect(boxes).toHaveLength(2);
  expect(boxes).toContainEqual([0, 0, 4, 4, 4]);
  expect(boxes).toContainEqual([5, 0, 6, 2, 2]);
});
