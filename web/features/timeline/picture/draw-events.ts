import { formatDate } from '../../../../worker/domain/time/format.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { dateText } from '../../../ui/date-text.tsx';
import { titleText } from '../../../ui/titles.tsx';
import { propertyText } from '../../entities/terms.ts';
import type { TimelineEvent, TimelineMention } from '../data.ts';
import { dayNumberOf, monthSpan } from './axis.ts';
import { type Frame, type Part, SMALL, choosable, heading, wordsOf } from './frame.ts';
import { type EventGroup, groupEvents } from './group-events.ts';
import { type Extent, packLanes } from './lanes.ts';
import { type SvgNode, el, px } from './svg-node.ts';
import { cutText, textWidth } from './text-width.ts';

const TITLE = 24;
const LANE = 24;
const MOST_LANES = 12;
/** The widest label, and the narrowest that still says something. */
const LABEL = 190;
const LEAST_LABEL = 60;
/** Marks that begin within this distance make a crowd. */
const CROWD = 120;
/** A mark of one day is drawn this wide, on either side of it. */
const DOT = 6;

/** Dated claims as marks: a day as a rhomb, a longer or doubted time as a stroke; conflicting ones framed. */
export function drawEvents(
  events: readonly TimelineEvent[],
  frame: Frame,
  firstRow: number,
): Part & { rows: number } {
  const t = wordsOf(frame);
  const shown = groupEvents(events)
    .flatMap((group) => placeOf(group, frame) ?? [])
    .toSorted((a, b) => a.left - b.left || a.right - b.right);
  const packed = packLanes(
    shown.map(({ extents, left, right }, index) => {
      // In a crowd the early ones make way: their labels stand before them, so that a later one can follow.
      const next = shown.slice(index + 1).filter((other) => other.left < right + CROWD).length;
      return next >= 2 && left > frame.axis.left + LABEL ? extents.toReversed() : extents;
    }),
    MOST_LANES,
  );
  // What found no room for its label stands below, as a mark alone.
  const rest = shown.filter((_, index) => packed[index]?.lane === -1);
  const lanes = Math.max(0, ...packed.map(({ lane }) => lane + 1));
  const below = packLanes(
    rest.map(({ left, right }) => [{ left, right }]),
    MOST_LANES,
    2,
  );
  const part: Part & { rows: number } = {
    nodes: [heading(t('events'), 16, shown.length === 0 ? t('noneHere') : undefined)],
    height: 0,
    spots: [],
    rows: lanes + Math.max(0, ...below.map(({ lane }) => lane + 1)),
  };
  part.height = TITLE + part.rows * LANE + 8;
  shown.forEach((one, index) => {
    const { lane = -1, extent } = packed[index] ?? {};
    const at = lane >= 0 ? lane : lanes + Math.max(0, below[rest.indexOf(one)]?.lane ?? 0);
    const y = TITLE + at * LANE;
    const label = extent ? [drawLabel(one, extent, y)] : [];
    part.nodes.push(
      choosable(frame, one.group.key, eventWords(one.group, frame), ...drawMark(one, y), ...label),
    );
    part.spots.push({ key: one.group.key, row: firstRow + at, left: one.left, right: one.right });
  });
  return part;
}

/** What happened: the name, and for anything but an event's own date, what the date is of. */
export function eventName({ label, property }: TimelineEvent, { language }: Pick<Frame, 'language'>): string {
  const name = titleText(label, language);
  return property === 'date' ? name : `${name}: ${propertyText(property)}`;
}

/** An event in words: what, when, and that sources disagree. */
export function eventWords({ first, conflicts }: EventGroup, frame: Frame): string {
  const words = `${eventName(first, frame)}, ${dateText(first.date, frame.language)}`;
  return conflicts ? `${words}. ${wordsOf(frame)('conflict')}` : words;
}

interface Labelled extends Extent {
  text: string;
  side: 'left' | 'right';
}

interface Shown {
  group: EventGroup;
  left: number;
  right: number;
  isMoment: boolean;
  /** The room it takes with its label after it, and before it. */
  extents: Labelled[];
}

function placeOf(group: EventGroup, frame: Frame): Shown | undefined {
  const { axis } = frame;
  const { earliest, latest } = group.first;
  const from = earliest === null ? -Infinity : axis.xOf(dayNumberOf(earliest));
  const to = latest === null ? Infinity : axis.xOf(dayNumberOf(latest) + 1);
  if (to <= axis.left || from >= axis.right) return undefined;
  const [start, end] = [Math.max(axis.left, from), Math.min(axis.right, to)];
  const middle = Math.min(axis.right - DOT - 2, Math.max(axis.left + DOT + 2, (start + end) / 2));
  // Narrower than its own mark it would not be seen: it becomes one.
  const isMoment = to - from < 2 * DOT;
  const size = sizeOf(group);
  const [left, right] = isMoment ? [middle - size, middle + size] : [start, end];
  const name = eventName(group.first, frame);
  const labelled = (side: 'left' | 'right', room: number): Labelled[] => {
    const text = room < LEAST_LABEL ? '' : cutText(name, Math.min(LABEL, room), SMALL);
    const width = textWidth(text, SMALL) + 8;
    if (text === '') return [];
    return [
      side === 'right'
        ? { text, side, left, right: right + width }
        : { text, side, left: left - width, right },
    ];
  };
  const extents = [...labelled('right', axis.right - right - 8), ...labelled('left', left - axis.left - 8)];
  return { group, left, right, isMoment, extents };
}

/** A conflict has room for its sign. */
const sizeOf = ({ conflicts }: EventGroup) => (conflicts ? DOT + 2 : DOT);

function drawMark({ group, left, right, isMoment }: Shown, y: number): SvgNode[] {
  const middle = y + LANE / 2 - 2;
  const className = group.conflicts ? 'tl-event tl-event-conflict' : 'tl-event';
  const x = (left + right) / 2;
  const size = sizeOf(group);
  const mark = isMoment
    ? el('path', {
        class: className,
        d: `M${px(x - size)} ${middle}L${px(x)} ${middle - size}L${px(x + size)} ${middle}L${px(x)} ${middle + size}Z`,
      })
    : el('rect', {
        class: className,
        x: px(left),
        y: middle - (group.conflicts ? 7 : 4),
        width: px(right - left),
        height: group.conflicts ? 14 : 8,
        rx: group.conflicts ? 7 : 4,
      });
  const sign = el('text', { class: 'tl-event-sign', x: px(x), y: middle + 4, 'text-anchor': 'middle' }, '!');
  return group.conflicts ? [mark, sign] : [mark];
}

function drawLabel({ left, right }: Shown, { text, side }: Labelled, y: number): SvgNode {
  return el(
    'text',
    {
      class: 'tl-event-text',
      x: px(side === 'left' ? left - 4 : right + 4),
      y: y + LANE / 2 + 2,
      'text-anchor': side === 'left' ? 'end' : undefined,
    },
    text,
  );
}

/** Months in which an entity is mentioned: the area of a circle goes with the number of mentions. */
export function drawMentions(
  mentions: readonly TimelineMention[],
  name: string,
  frame: Frame,
  row: number,
): Part & { rows: number } {
  const { axis } = frame;
  const t = wordsOf(frame);
  const most = Math.max(1, ...mentions.map(({ count }) => count));
  const shown = mentions
    .map((one) => ({ one, ...monthSpan(one.month) }))
    .map(({ one, first, end }) => ({ one, x: (axis.xOf(first) + axis.xOf(end)) / 2 }))
    .filter(({ x }) => x > axis.left && x < axis.right);
  const part: Part & { rows: number } = {
    nodes: [heading(t('mentionsOf', { name }), 16, shown.length === 0 ? t('noneHere') : undefined)],
    height: TITLE + (shown.length === 0 ? 0 : 28),
    spots: [],
    rows: shown.length === 0 ? 0 : 1,
  };
  for (const { one, x } of shown) {
    const key = `mention:${one.month}`;
    const month = formatDate({ calendar: 'gregorian', edtf: one.month }, frame.language);
    const label = `${name}, ${month}: ${t('mentions', { count: one.count })}`;
    const radius = 3 + 7 * Math.sqrt(one.count / most);
    part.nodes.push(
      choosable(
        frame,
        key,
        label,
        el('circle', { class: 'tl-mention', cx: px(x), cy: TITLE + 10, r: px(radius) }),
        ...(radius > 8
          ? [
              el(
                'text',
                { class: 'tl-mention-text', x: px(x), y: TITLE + 14, 'text-anchor': 'middle' },
                formatNumber(one.count, frame.language),
              ),
            ]
          : []),
      ),
    );
    part.spots.push({ key, row, left: x - radius, right: x + radius });
  }
  return part;
}
