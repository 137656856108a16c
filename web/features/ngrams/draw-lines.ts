/** The picture of words over time: a pure function from counts to a tree of SVG. */
import { formatNumber } from '../../../worker/domain/text/numbers.ts';
import type { Language } from '../../i18n/language.ts';
import { dateText } from '../../ui/date-text.tsx';
import { type SvgNode, el, px } from '../timeline/picture/svg-node.ts';
import { textWidth } from '../timeline/picture/text-width.ts';
import { type Period, heightOf, ticksTo } from './series-data.ts';

export interface LinesOptions {
  width: number;
  /** Of 10,000 words rather than occurrences. */
  relative: boolean;
  language: Language;
  /** The name of the period that is kept in view. */
  chosen?: string | undefined;
  /** What a period says of itself, for those who do not see it. */
  describe: (period: Period) => string;
}

export interface LinesPicture {
  width: number;
  height: number;
  nodes: SvgNode[];
}

const LEFT = 46;
const RIGHT = 14;
const PLOT = 260;
const TEXT = 12.5;
const LEGEND_LINE = 22;
/** With more points than this, a sign on each would hide the line. */
const MOST_SIGNS = 60;

/** Lines are told apart by their dashes and signs as well as by colour. */
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '', '7 4', '2 3', '10 3 2 3'];

export function drawLines(
  names: readonly string[],
  periods: readonly Period[],
  { width, relative, language, chosen, describe }: LinesOptions,
): LinesPicture {
  const legend = drawLegend(names, width);
  const top = legend.height + 14;
  const heights = names.map((_, series) => periods.map((period) => heightOf(period, series, relative)));
  const ticks = ticksTo(Math.max(0, ...heights.flat().map((height) => height ?? 0)));
  const most = ticks.at(-1) ?? 1;
  const step = (width - LEFT - RIGHT) / Math.max(1, periods.length);
  const x = (index: number) => px(LEFT + (index + 0.5) * step);
  const y = (height: number) => px(top + PLOT - (PLOT * height) / most);

  const grid = ticks.flatMap((tick) => [
    el('line', { class: 'ng-rule', x1: LEFT, x2: px(width - RIGHT), y1: y(tick), y2: y(tick) }),
    el(
      'text',
      { class: 'ng-tick', x: LEFT - 6, y: px(y(tick) + 4), 'text-anchor': 'end' },
      formatNumber(tick, language),
    ),
  ]);
  return {
    width,
    height: px(top + PLOT + 28),
    nodes: [
      ...legend.nodes,
      ...grid,
      ...drawYears(periods, x, step, top),
      ...periods.flatMap((period, index) =>
        isGap(period)
          ? el('path', { class: 'ng-break', d: `M${px(x(index) - 5)} ${top + PLOT + 5}l4 -10m2 10l4 -10` })
          : [],
      ),
      ...heights.flatMap((line, series) => drawLine(line, series, x, y)),
      // Above all lines, so that every period can be pointed at.
      ...periods.map((period, index) =>
        el(
          'g',
          {
            class: period.name === chosen ? 'ng-item ng-chosen' : 'ng-item',
            'data-item': period.name,
            role: 'button',
            'aria-label': describe(period),
            'aria-pressed': period.name === chosen ? 'true' : 'false',
          },
          el('title', {}, describe(period)),
          el('rect', {
            class: 'ng-hit',
            x: px(LEFT + index * step),
            y: top,
            width: px(step),
            height: PLOT,
          }),
        ),
      ),
    ],
  };
}

function drawLegend(names: readonly string[], width: number): { nodes: SvgNode[]; height: number } {
  let x = LEFT;
  let row = 0;
  const nodes = names.map((name, series) => {
    const room = 44 + textWidth(name, TEXT) + 16;
    if (x > LEFT && x + room > width) {
      x = LEFT;
      row += 1;
    }
    const y = row * LEGEND_LINE + 14;
    const node = el(
      'g',
      { transform: `translate(${px(x)} ${y})` },
      el('line', lineAttributes(series, { x1: 0, x2: 34, y1: 0, y2: 0 })),
      sign(series, 17, 0),
      el('text', { class: 'ng-name', x: 42, y: 4 }, name),
    );
    x += room;
    return node;
  });
  return { nodes, height: (row + 1) * LEGEND_LINE };
}

/** The years below the axis, as many as there is room for. */
function drawYears(
  periods: readonly Period[],
  x: (index: number) => number,
  step: number,
  top: number,
): SvgNode[] {
  const years = periods
    .map(({ name }, index) => ({ name, index }))
    .filter(({ name, index }) => index === 0 || isGap(periods[index - 1]) || /^\d+$|^\d+-01$/.test(name));
  const perYear = periods.some(({ name }) => name.includes('-')) ? 12 : 1;
  const every = Math.max(1, Math.ceil(42 / (step * perYear)));
  let drawnTo = -Infinity;
  return years.flatMap(({ name, index }) => {
    const year = Number(name.slice(0, 4));
    const place = x(index);
    if (place < drawnTo || (index > 0 && !isGap(periods[index - 1]) && year % every !== 0)) return [];
    // Half of the first one would lie on the numbers of the axis.
    const anchor = place < LEFT + 16 ? 'start' : 'middle';
    drawnTo = place + (anchor === 'start' ? 56 : 40);
    return [
      el('line', { class: 'ng-year-line', x1: place, x2: place, y1: top + PLOT, y2: top + PLOT + 6 }),
      el('text', { class: 'ng-year', x: place, y: top + PLOT + 22, 'text-anchor': anchor }, String(year)),
    ];
  });
}

/** A long time drawn as one period. */
function isGap(period: Period | undefined): boolean {
  return period?.name.includes('/') ?? false;
}

function drawLine(
  line: readonly (number | undefined)[],
  series: number,
  x: (index: number) => number,
  y: (height: number) => number,
): SvgNode[] {
  const points = line.map((height, index) =>
    height === undefined ? undefined : { x: x(index), y: y(height), index },
  );
  const known = points.filter((point) => point !== undefined);
  // The pen is lifted where there are no texts.
  const path = points
    .map((point, index) => point && `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`)
    .filter((part) => part !== undefined)
    .join('');
  const alone = (index: number) => !points[index - 1] && !points[index + 1];
  return [
    el('path', lineAttributes(series, { d: path })),
    ...known
      .filter(({ index }) => known.length <= MOST_SIGNS || alone(index))
      .map((point) => sign(series, point.x, point.y)),
  ];
}

function lineAttributes(series: number, rest: Record<string, string | number>) {
  return {
    class: `ng-line ng-s${series}`,
    'stroke-dasharray': DASHES[series] || undefined,
    ...rest,
  };
}

/** A circle, square, triangle or cross, filled for the first four lines and hollow for the others. */
function sign(series: number, x: number, y: number): SvgNode {
  const kind = `${series < 4 ? 'ng-sign' : 'ng-sign-hollow'} ng-s${series}`;
  const shapes = [
    () => el('circle', { class: kind, cx: x, cy: y, r: 3.5 }),
    () => el('rect', { class: kind, x: px(x - 3.2), y: px(y - 3.2), width: 6.4, height: 6.4 }),
    () => el('path', { class: kind, d: `M${x} ${px(y - 4.4)}l4.2 7.4h-8.4z` }),
    () => el('path', { class: kind, d: `M${x} ${px(y - 4.6)}l4.6 4.6l-4.6 4.6l-4.6 -4.6z` }),
  ];
  return (shapes[series % shapes.length] ?? shapes[0]!)();
}

/** The period in words: "February 1913". */
export function periodText(name: string, language: Language): string {
  return dateText({ calendar: 'gregorian', edtf: name }, language);
}
