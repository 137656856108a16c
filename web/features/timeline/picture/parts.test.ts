import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberOf, makeAxis, ticksOf } from './axis.ts';
import { heightAt, marksOf } from './draw-corpus.ts';
import { packLanes } from './lanes.ts';
import { moveFrom } from './moves.ts';
import { trackOf } from './stage-tracks.ts';
import { toXml, el } from './svg-node.ts';
import { cutText, textWidth } from './text-width.ts';

const stage = (key: string, earliest: string | null, latest: string | null, parent?: string) => ({
  id: key,
  key,
  earliest,
  latest,
  parent,
});

describe('the axis', () => {
  it('begins years in the old style 13 days later, until the calendar changed', () => {
    const axis = makeAxis(1916, 1919, 0, 1461);
    const years = (style: 'gregorian' | 'julian') =>
      ticksOf(axis, 'year', style).map(({ x, year }) => [year, Math.round(x)]);
    expect(years('gregorian')).toEqual([
      [1916, 0],
      [1917, 366],
      [1918, 731],
      [1919, 1096],
    ]);
    expect(years('julian')).toEqual([
      [1916, 13],
      [1917, 379],
      [1918, 744],
      [1919, 1096],
    ]);
  });
});

describe('the stages of a scheme', () => {
  it('stand side by side where they share a month only, and the month is known as shared', () => {
    const { bars, lanes } = trackOf([
      stage('1', '1905-01-14', '1917-08-13'),
      stage('2', '1917-07-14', '1918-01-13'),
    ]);
    expect(lanes).toBe(1);
    expect(bars[1]?.sharedUntil).toBe(dayNumberOf('1917-08-14'));
    expect(bars[0]?.sharedFrom).toBe(dayNumberOf('1917-07-14'));
  });

  it('stand in lanes of their own where they claim the same year', () => {
    const { bars } = trackOf([stage('1', null, '1918-01-13'), stage('2', '1917-02-14', null)]);
    expect(bars.map(({ lane }) => lane)).toEqual([0, 1]);
  });

  it('leave a gap where no stage claims the time, which substages do not fill', () => {
    const { gaps } = trackOf([
      stage('1', '1905-01-14', '1908-01-13'),
      stage('2', '1917-01-14', '1920-12-31'),
      stage('1.1', '1909-01-01', '1910-01-01', '1'),
    ]);
    expect(gaps).toEqual([{ start: dayNumberOf('1908-01-14'), end: dayNumberOf('1917-01-14'), lane: 0 }]);
  });

  it('do not hang on stages that are each other’s parents', () => {
    expect(
      trackOf([stage('1', '1905-01-01', null, '2'), stage('2', '1906-01-01', null, '1')]).bars,
    ).toHaveLength(2);
  });
});

describe('labels', () => {
  it('never stand on another one in their lane', () => {
    const extents = fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 120 })), { maxLength: 40 });
    fc.assert(
      fc.property(extents, (pairs) => {
        const things = pairs.map(([left, width]) => [{ left, right: left + width }]);
        const packed = packLanes(things, 8);
        packed.forEach((one, index) =>
          packed.slice(index + 1).forEach((other) => {
            if (one.lane < 0 || one.lane !== other.lane || !one.extent || !other.extent) return;
            expect(one.extent.right <= other.extent.left || other.extent.right <= one.extent.left).toBe(true);
          }),
        );
      }),
    );
  });

  it('are cut between words to the room there is, and left out where nothing fits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 0, max: 300 }),
        (text, room) => {
          const cut = cutText(text, room, 12);
          expect(cut === '' || textWidth(cut, 12) <= room).toBe(true);
          expect(cut === text || cut === '' || text.startsWith(cut.slice(0, -1))).toBe(true);
        },
      ),
    );
    expect(cutText('Қазақ газеті', 1000, 12)).toBe('Қазақ газеті');
    expect(cutText('Қазақ газеті', 70, 12)).toBe('Қазақ…');
    expect(cutText('Қазақ газеті', 20, 12)).toBe('');
  });
});

describe('the counts', () => {
  it('are seen from one on, on either scale, and never higher than the chart', () => {
    for (const scale of ['linear', 'log'] as const) {
      expect(heightAt(0, 5000, scale)).toBe(0);
      expect(heightAt(1, 5000, scale)).toBeGreaterThan(0.01);
      expect(heightAt(5000, 5000, scale)).toBe(1);
    }
  });

  it('are measured at round numbers', () => {
    expect(marksOf(5, 'linear')).toEqual([2, 4]);
    expect(marksOf(60, 'linear')).toEqual([20, 40, 60]);
    expect(marksOf(1, 'linear')).toEqual([1]);
    expect(marksOf(1200, 'log')).toEqual([1, 10, 100, 1000]);
  });
});

describe('the arrow keys', () => {
  const spots = [
    { key: 'a', row: 0, left: 0, right: 50 },
    { key: 'b', row: 0, left: 50, right: 100 },
    { key: 'c', row: 2, left: 60, right: 70 },
    { key: 'd', row: 2, left: 0, right: 10 },
  ];

  it('lead along a row, and to what lies nearest in the next one', () => {
    expect(moveFrom(spots, 'a', 'ArrowRight')).toBe('b');
    expect(moveFrom(spots, 'b', 'ArrowRight')).toBe('b');
    expect(moveFrom(spots, 'b', 'Home')).toBe('a');
    expect(moveFrom(spots, 'b', 'ArrowDown')).toBe('c');
    expect(moveFrom(spots, 'd', 'ArrowUp')).toBe('a');
    expect(moveFrom(spots, 'a', 'x')).toBeNull();
  });
});

describe('XML', () => {
  it('escapes what people wrote', () => {
    expect(toXml(el('text', { 'aria-label': '"<&>' }, 'a < b & \u0001c'))).toBe(
      '<text aria-label="&quot;&lt;&amp;&gt;">a &lt; b &amp; c</text>',
    );
  });
});
