import { monthName } from '../../../../worker/domain/time/format.ts';
import { CHANGE_OF_CALENDAR, dayNumberOf, ticksOf } from './axis.ts';
import { type Frame, type Part, SMALL, wordsOf } from './frame.ts';
import { type SvgNode, el, px } from './svg-node.ts';
import { textWidth } from './text-width.ts';

/** Months are told apart by lines from this width on, in pixels. */
const MONTH_LINES = 12;
/** February is shorter than the mean month. */
const MONTH = 0.92;

/** The names of years, and of months where there is room for them. */
export function drawAxis(frame: Frame): Part {
  const years = ticksOf(frame.axis, 'year', frame.style).map(({ x, year, room }) =>
    room < 24 ? undefined : el('text', { class: 'tl-year', x: px(x + 4), y: 15 }, String(year)),
  );
  const ticks = monthTicks(frame);
  const named = ticks.every(
    ({ month = 1 }) => textWidth(monthName(month, frame.language), SMALL) + 4 <= MONTH * roomPerMonth(frame),
  );
  const months = ticks.map(({ x, month = 1, room }) => {
    const text = named ? monthName(month, frame.language) : String(month);
    return textWidth(text, SMALL) > room
      ? undefined
      : el('text', { class: 'tl-month', x: px(x + 3), y: 29 }, text);
  });
  const nodes = [...years, ...months].filter((node) => node !== undefined);
  return { nodes, height: months.length > 0 ? 36 : 22, spots: [] };
}

/** The lines of years and months, and the one where the calendar changed, from top to bottom. */
export function drawGrid(frame: Frame, top: number, bottom: number): SvgNode[] {
  const line = (x: number, className: string) =>
    el('line', { class: className, x1: px(x), x2: px(x), y1: top, y2: bottom });
  const change = frame.axis.xOf(dayNumberOf(CHANGE_OF_CALENDAR));
  const isShown = change > frame.axis.left && change < frame.axis.right;
  return [
    ...monthTicks(frame).map(({ x }) => line(x, 'tl-month-line')),
    ...ticksOf(frame.axis, 'year', frame.style).map(({ x }) => line(x, 'tl-year-line')),
    ...(isShown
      ? [
          el(
            'g',
            {},
            el('title', {}, wordsOf(frame)('changeOfCalendar')),
            el('line', { class: 'tl-change', x1: px(change), x2: px(change), y1: top, y2: bottom }),
          ),
        ]
      : []),
  ];
}

function roomPerMonth({ axis }: Frame): number {
  return (axis.right - axis.left) / ((axis.lastYear - axis.firstYear + 1) * 12);
}

function monthTicks(frame: Frame) {
  const { axis } = frame;
  return roomPerMonth(frame) < MONTH_LINES ? [] : ticksOf(axis, 'month', frame.style);
}
