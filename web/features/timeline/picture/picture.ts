/** The timeline as a picture: all schemes above each other, the corpus, events and mentions on one axis. Pure. */
import type { Language } from '../../../i18n/language.ts';
import type { TimelineData } from '../data.ts';
import { type AxisStyle, makeAxis } from './axis.ts';
import { drawAxis, drawGrid } from './draw-axis.ts';
import { type Scale, drawCorpus } from './draw-corpus.ts';
import { drawEvents, drawMentions } from './draw-events.ts';
import { drawScheme } from './draw-stages.ts';
import type { Frame, Part } from './frame.ts';
import type { Spot } from './moves.ts';
import { type SvgNode, el } from './svg-node.ts';

export interface PictureOptions {
  language: Language;
  /** Pixels. */
  width: number;
  /** Gregorian years, both included. */
  firstYear: number;
  lastYear: number;
  style: AxisStyle;
  scale: Scale;
  /** The key of what is chosen. */
  selected?: string | undefined;
  /** Whose mentions are shown. */
  entityName?: string | undefined;
}

export interface Picture {
  /** Everything within the `<svg>`. */
  nodes: SvgNode[];
  width: number;
  height: number;
  /** What can be chosen, for the arrow keys. */
  spots: Spot[];
}

const MARGIN = 4;
const SPACE = 6;

/** Draws the timeline. The same data and options always give the same picture. */
export function drawTimeline(data: TimelineData, options: PictureOptions): Picture {
  const { width, firstYear, lastYear, style, language, selected } = options;
  const axis = makeAxis(firstYear, lastYear, MARGIN, width - MARGIN);
  const frame: Frame = { axis, style, language, selected };
  const body: SvgNode[] = [];
  const spots: Spot[] = [];
  const rules: number[] = [];
  let y = 0;
  let row = 0;
  const add = (part: Part & { rows?: number }) => {
    body.push(y === 0 ? group(part.nodes, 0) : group(part.nodes, y));
    spots.push(...part.spots);
    y += part.height;
    row += part.rows ?? 0;
  };
  const ruled = (part: Part & { rows?: number }) => {
    rules.push(y);
    y += SPACE;
    add(part);
  };

  const head = drawAxis(frame);
  add(head);
  for (const scheme of data.schemes) add(drawScheme(scheme, frame, row));
  ruled(drawCorpus(data.months, data.vague, options.scale, frame, row));
  ruled(drawEvents(data.events, frame, row));
  if (options.entityName !== undefined) ruled(drawMentions(data.mentions, options.entityName, frame, row));
  rules.push(y);
  const foot = drawAxis(frame);
  body.push(group(foot.nodes, y));
  const height = y + foot.height + 4;

  const nodes = [
    hatch(),
    ...drawGrid(frame, head.height, y),
    ...rules.map((at) => el('line', { class: 'tl-rule', x1: 0, x2: width, y1: at, y2: at })),
    ...body,
  ];
  return { nodes, width, height, spots };
}

function group(nodes: SvgNode[], y: number): SvgNode {
  return el('g', { transform: `translate(0 ${y})` }, ...nodes);
}

/** Slanted lines: days that two stages share, and times that are only vaguely known. */
function hatch(): SvgNode {
  return el(
    'defs',
    {},
    el(
      'pattern',
      {
        id: 'tl-hatch',
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      el('rect', { class: 'tl-hatch-line', width: 2, height: 6 }),
    ),
  );
}
