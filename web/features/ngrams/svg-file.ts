/** The picture as a file of its own: colours written out, a title, and a note where it comes from. */
import { type SvgNode, el, px, toXml } from '../timeline/picture/svg-node.ts';
import type { LinesPicture } from './draw-lines.ts';

type Paint = Record<string, string | number>;

/** The light colours of ngrams.css. */
const COLOURS = ['#8a2b1d', '#24507f', '#2e6b4a', '#8a5a00', '#6a3d8f', '#0d6b73', '#a0306b', '#4a4a4a'];
const SANS = "'Noto Sans', 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const INK = '#221d16';
const SOFT = '#5c5346';

const PAINTS: Record<string, Paint> = {
  'ng-rule': { stroke: '#d9cfba' },
  'ng-year-line': { stroke: '#8d8069' },
  'ng-break': { fill: 'none', stroke: '#8d8069', 'stroke-width': 1.5 },
  'ng-tick': { 'font-size': 12, fill: SOFT },
  'ng-year': { 'font-size': 12.5, 'font-weight': 600, fill: INK },
  'ng-name': { 'font-size': 12.5, fill: INK },
  'ng-line': { fill: 'none', 'stroke-width': 2 },
  'ng-sign': {},
  'ng-sign-hollow': { 'stroke-width': 1.5 },
};

/** Names of the classes that a file knows; a class that is not among them would come out black. */
export function isPainted(className: string): boolean {
  return className in PAINTS || /^ng-s[0-7]$/.test(className);
}

const MARGIN = 16;
const HEAD = 40;

/** A complete SVG document that needs nothing from elsewhere. */
export function toSvgFile(
  picture: LinesPicture,
  words: { title: string; note: string[]; language: string },
): string {
  const width = picture.width + 2 * MARGIN;
  const height = HEAD + picture.height + words.note.length * 16 + 2 * MARGIN;
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
    el('desc', { id: 'desc' }, words.note.join(' ')),
    el('rect', { width: px(width), height: px(height), fill: '#fdfaf3' }),
    el('text', { 'font-size': 18, 'font-weight': 600, fill: INK, x: MARGIN + 4, y: 30 }, words.title),
    el(
      'g',
      { transform: `translate(${MARGIN} ${HEAD})` },
      // What can be pointed at on the screen is nothing in a file.
      ...picture.nodes.filter((node) => node.attributes['data-item'] === undefined).map(painted),
    ),
    ...words.note.map((line, index) =>
      el(
        'text',
        { 'font-size': 11.5, fill: SOFT, x: MARGIN + 4, y: px(HEAD + picture.height + 20 + index * 16) },
        line,
      ),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}

function painted({ tag, attributes, children }: SvgNode): SvgNode {
  const { class: names = '', ...kept } = attributes;
  const classes = String(names).split(' ');
  const series = classes.flatMap((name) => /^ng-s(\d)$/.exec(name)?.[1] ?? [])[0];
  const colour = series === undefined ? undefined : COLOURS[Number(series)];
  const paint: Paint = Object.assign({}, ...classes.map((name) => PAINTS[name] ?? {}));
  if (colour !== undefined) {
    if (!classes.includes('ng-sign')) paint['stroke'] = colour;
    if (classes.includes('ng-sign')) paint['fill'] = colour;
    if (classes.includes('ng-sign-hollow')) paint['fill'] = '#fdfaf3';
  }
  return {
    tag,
    attributes: { ...paint, ...kept },
    children: children.map((child) => (typeof child === 'string' ? child : painted(child))),
  };
}
