import { formatNumber } from '../../../i18n/format.ts';
import { formatDate } from '../../../../worker/domain/time/format.ts';
import type { TimelineCounts, TimelineMonth, TimelineVague } from '../data.ts';
import { dayNumberOf, monthSpan } from './axis.ts';
import { type Frame, type Part, SMALL, choosable, heading, spanWords, wordsOf } from './frame.ts';
import { packLanes } from './lanes.ts';
import { el, px } from './svg-node.ts';
import { textWidth } from './text-width.ts';

export type Scale = 'linear' | 'log';

const TITLE = 24;
const CHART = 104;
const VAGUE = 20;

/** From outside to inside: each counts a part of the one before it, and is drawn narrower in it. */
export const LAYERS = [
  { name: 'scanned', width: 1 },
  { name: 'read', width: 0.76 },
  { name: 'transcribed', width: 0.52 },
  { name: 'reviewed', width: 0.28 },
] as const;

/** Pages by month as nested bars, and below them those whose date is vaguer than a month. */
export function drawCorpus(
  months: readonly TimelineMonth[],
  vague: readonly TimelineVague[],
  scale: Scale,
  frame: Frame,
  row: number,
): Part & { rows: number } {
  const t = wordsOf(frame);
  const { axis } = frame;
  const shown = months
    .map((month) => ({ month, ...placeOf(month.month, frame) }))
    .filter(({ left, right }) => right > axis.left && left < axis.right);
  const most = Math.max(1, ...shown.map(({ month }) => month.scanned));
  const base = TITLE + CHART;
  const heightOf = (count: number) => heightAt(count, most, scale) * (CHART - 8);
  const { lines, numbers } = drawScale(most, scale, base, heightOf, frame);
  const part: Part & { rows: number } = {
    nodes: [heading(t('corpus'), 16, t('corpusUnit')), ...lines],
    height: base + 8,
    spots: [],
    rows: 0,
  };
  for (const { month, left, right } of shown) {
    if (month.issues === 0 && month.scanned === 0) continue;
    const key = `month:${month.month}`;
    const bars = LAYERS.flatMap(({ name, width }) => {
      const height = heightOf(month[name]);
      const inset = ((right - left) * (1 - width)) / 2;
      return height === 0
        ? []
        : [
            el('rect', {
              class: `tl-${name}`,
              x: px(left + inset),
              y: px(base - height),
              width: px((right - left) * width),
              height: px(height),
            }),
          ];
    });
    part.nodes.push(
      choosable(
        frame,
        key,
        monthWords(month, frame),
        el('rect', { class: 'tl-hit', x: px(left), y: TITLE, width: px(right - left), height: CHART + 4 }),
        ...bars,
        // An issue that has no page yet: known, and that is all.
        ...(month.scanned === 0
          ? [el('circle', { class: 'tl-known', cx: px((left + right) / 2), cy: base - 3, r: 1.8 })]
          : []),
      ),
    );
    part.spots.push({ key, row, left, right });
  }
  part.nodes.push(numbers);
  if (part.spots.length > 0) part.rows = 1;
  return drawVague(part, vague, frame, row + 1);
}

/** The counts of a month in words. */
export function monthWords(month: TimelineMonth, frame: Frame): string {
  const name = formatDate({ calendar: 'gregorian', edtf: month.month }, frame.language);
  return `${name}: ${countWords(month, frame)}`;
}

export function countWords(counts: TimelineCounts, frame: Frame): string {
  const t = wordsOf(frame);
  return [
    t('issues', { count: counts.issues }),
    ...LAYERS.map(({ name }) => `${t(name)} ${formatNumber(counts[name], frame.language)}`),
  ].join(', ');
}

/** The share of the height: nothing for nothing, and one page is seen on either scale. */
export function heightAt(count: number, most: number, scale: Scale): number {
  if (count <= 0) return 0;
  const share = scale === 'log' ? Math.log10(1 + count) / Math.log10(1 + most) : count / most;
  return Math.max(0.015, Math.min(1, share));
}

/** Round numbers up to the greatest count. */
export function marksOf(most: number, scale: Scale): number[] {
  if (scale === 'log') {
    const marks: number[] = [];
    for (let mark = 1; mark <= most; mark *= 10) marks.push(mark);
    return marks;
  }
  const power = 10 ** Math.floor(Math.log10(most));
  const step =
    [1, 2, 5].map((part) => part * power).findLast((one) => one <= most / 2) ?? Math.max(1, power / 2);
  const marks: number[] = [];
  for (let mark = step; mark <= most; mark += step) marks.push(mark);
  return marks;
}

function placeOf(month: string, { axis }: Frame): { left: number; right: number } {
  const { first, end } = monthSpan(month);
  const space = (axis.xOf(end) - axis.xOf(first)) * 0.06;
  return { left: axis.xOf(first) + space, right: axis.xOf(end) - space };
}

/** Lines at round numbers, to be drawn below the bars, and the numbers, to be drawn above them. */
function drawScale(
  most: number,
  scale: Scale,
  base: number,
  heightOf: (count: number) => number,
  frame: Frame,
) {
  const { left, right } = frame.axis;
  const line = (className: string, y: number) =>
    el('line', { class: className, x1: px(left), x2: px(right), y1: px(y), y2: px(y) });
  const marks = marksOf(most, scale).map((mark) => ({ mark, y: base - heightOf(mark) }));
  return {
    lines: [line('tl-base', base), ...marks.map(({ y }) => line('tl-mark-line', y))],
    numbers: el(
      'g',
      { class: 'tl-sticky' },
      ...marks.map(({ mark, y }) =>
        el('text', { class: 'tl-mark', x: 4, y: px(y - 2) }, formatNumber(mark, frame.language)),
      ),
    ),
  };
}

/** Issues of which only a year or a longer time is known: they stand under no month, and are not left out. */
function drawVague(
  part: Part & { rows: number },
  vague: readonly TimelineVague[],
  frame: Frame,
  row: number,
): Part & { rows: number } {
  const { axis } = frame;
  const t = wordsOf(frame);
  const shown = vague.flatMap((one) => {
    const from = one.from === null ? axis.left : axis.xOf(dayNumberOf(one.from));
    const to = one.to === null ? axis.right : axis.xOf(dayNumberOf(one.to) + 1);
    if (to <= axis.left || from >= axis.right) return [];
    const text = formatNumber(one.issues, frame.language);
    const least = textWidth(text, SMALL) + 8;
    const left = Math.min(Math.max(axis.left, from), axis.right - least);
    return [{ one, text, left, right: Math.max(left + least, Math.min(axis.right, to)) }];
  });
  const packed = packLanes(
    shown.map(({ left, right }) => [{ left, right }]),
    shown.length,
    3,
  );
  const lanes = Math.max(0, ...packed.map(({ lane }) => lane + 1));
  shown.forEach(({ one, text, left, right }, index) => {
    const lane = packed[index]?.lane ?? 0;
    const y = part.height + lane * VAGUE;
    const key = `vague:${one.from ?? ''}/${one.to ?? ''}`;
    const label = `${t('vague')} ${spanWords(one.from, one.to, frame)}: ${countWords(one, frame)}`;
    part.nodes.push(
      choosable(
        frame,
        key,
        label,
        el('rect', {
          class: 'tl-vague',
          x: px(left),
          y,
          width: px(right - left),
          height: VAGUE - 5,
          rx: 3,
          fill: 'url(#tl-hatch)',
        }),
        el(
          'text',
          { class: 'tl-vague-text', x: px((left + right) / 2), y: y + 11.5, 'text-anchor': 'middle' },
          text,
        ),
      ),
    );
    part.spots.push({ key, row: row + lane, left, right });
  });
  return { ...part, height: part.height + lanes * VAGUE + 8, rows: part.rows + lanes };
}
