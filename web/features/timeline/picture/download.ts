/** The picture as a file of its own: colours written out, a title, and a note where it comes from. */
import { type Picture } from './picture.ts';
import { SMALL, TEXT } from './frame.ts';
import { type SvgNode, el, px, toXml } from './svg-node.ts';
import { textWidth } from './text-width.ts';

type Paint = Record<string, string | number>;

const INK = '#221d16';
const SOFT = '#5c5346';
const RULE = '#d9cfba';
const TRANSCRIBED = '#2f5f92';
const REVIEWED = '#2e6b4a';
const OCR = '#b07a1e';
const BAD = '#a32a1c';
const SANS = "'Noto Sans', 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const small: Paint = { 'font-size': SMALL, fill: SOFT };

/**
 * What each class of the picture means in a file, in light colours. Written as attributes, which every drawing
 * program reads; `fill` that a node has already stays. timeline.css is the same for the screen.
 */
const PAINTS: Record<string, Paint> = {
  'tl-item': {},
  'tl-chosen': {},
  'tl-sticky': {},
  'tl-hit': { fill: 'none' },
  'tl-heading': {
    'font-size': 14,
    'font-weight': 600,
    fill: INK,
    'font-family': "'Noto Serif', Cambria, 'DejaVu Serif', serif",
  },
  'tl-soft': { ...small, 'font-weight': 400, 'font-family': SANS },
  'tl-year': { 'font-size': TEXT, 'font-weight': 600, fill: INK },
  'tl-month': small,
  'tl-year-line': { stroke: RULE },
  'tl-month-line': { stroke: '#eee6d6' },
  'tl-change': { stroke: '#8a2b1d', 'stroke-dasharray': '4 3' },
  'tl-rule': { stroke: '#8d8069' },
  'tl-bar': { fill: '#dce7f2' },
  'tl-bar-odd': { fill: '#f5e6c4' },
  'tl-bar-line': { fill: 'none', stroke: TRANSCRIBED },
  'tl-bar-text': { 'font-size': TEXT, fill: INK },
  'tl-shared': { stroke: TRANSCRIBED },
  'tl-hatch-line': { fill: TRANSCRIBED, 'fill-opacity': 0.55 },
  'tl-gap': { stroke: '#8d8069', 'stroke-dasharray': '2 4', 'stroke-width': 1.5 },
  'tl-gap-text': small,
  'tl-base': { stroke: '#8d8069' },
  'tl-mark-line': { stroke: RULE, 'stroke-dasharray': '1 3' },
  'tl-mark': small,
  'tl-scanned': { fill: '#d3c8b2' },
  'tl-read': { fill: OCR },
  'tl-transcribed': { fill: TRANSCRIBED },
  'tl-reviewed': { fill: '#1c4a32' },
  'tl-known': { fill: '#8d8069' },
  'tl-vague': { stroke: '#8d8069' },
  'tl-vague-text': {
    'font-size': SMALL,
    fill: INK,
    stroke: '#fdfaf3',
    'stroke-width': 3,
    'paint-order': 'stroke',
  },
  'tl-event': { fill: REVIEWED, stroke: '#fdfaf3' },
  'tl-event-conflict': { fill: '#f8dfd8', stroke: BAD, 'stroke-width': 1.5 },
  'tl-event-sign': { 'font-size': 11, 'font-weight': 700, fill: '#7b1d12' },
  'tl-event-text': { 'font-size': SMALL, fill: INK },
  'tl-mention': { fill: '#8a2b1d', 'fill-opacity': 0.85 },
  'tl-mention-text': { 'font-size': 11, 'font-weight': 600, fill: '#fffaf2' },
};

/** Names of the classes that a file knows; a class that is not among them would come out black. */
export function isPainted(className: string): boolean {
  return className in PAINTS;
}

export interface DownloadWords {
  title: string;
  /** What the picture shows, for those who do not see it. */
  description: string;
  /** Lines under the picture: source, address, date. */
  note: string[];
  language: string;
}

const MARGIN = 16;
const HEAD = 40;
const LINE = 16;

/** A complete SVG document that needs nothing from elsewhere. */
export function toSvgFile(picture: Picture, words: DownloadWords): string {
  const width = picture.width + 2 * MARGIN;
  const lines = words.note.flatMap((line) => wrap(line, picture.width));
  const height = HEAD + picture.height + lines.length * LINE + 2 * MARGIN;
  const root = el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: px(width),
      height: px(height),
      viewBox: `0 0 ${px(width)} ${px(height)}`,
      'xml:lang': words.language,
      role: 'img',
      'aria-labelledby': 'title desc',
      'font-family': SANS,
    },
    el('title', { id: 'title' }, words.title),
    el('desc', { id: 'desc' }, [words.description, ...words.note].join(' ')),
    el('rect', { width: px(width), height: px(height), fill: '#fdfaf3' }),
    el('text', { ...PAINTS['tl-heading'], 'font-size': 18, x: MARGIN + 4, y: 30 }, words.title),
    el('g', { transform: `translate(${MARGIN} ${HEAD})` }, ...picture.nodes.map(painted)),
    ...lines.map((line, index) =>
      el('text', { ...small, x: MARGIN + 4, y: px(HEAD + picture.height + 20 + index * LINE) }, line),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}

/** The node with its classes turned into colours, and without what only a screen needs. */
function painted({ tag, attributes, children }: SvgNode): SvgNode {
  const kept = Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !/^(class|role|data-.*|aria-.*)$/.test(name)),
  );
  const classes = attributes['class'];
  const paints = String(classes ?? '')
    .split(' ')
    .map((name) => PAINTS[name] ?? {});
  return {
    tag,
    attributes: { ...Object.assign({}, ...paints), ...kept },
    children: children.map((child) => (typeof child === 'string' ? child : painted(child))),
  };
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined || textWidth(longer, SMALL) > room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
