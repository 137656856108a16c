import { titleText } from '../../../ui/titles.tsx';
import type { TimelineScheme, TimelineStage } from '../data.ts';
import { type Frame, type Part, SMALL, TEXT, choosable, heading, spanWords, wordsOf } from './frame.ts';
import { type Bar, trackOf } from './stage-tracks.ts';
import { type SvgNode, el, px } from './svg-node.ts';
import { cutText, textWidth } from './text-width.ts';

const LANE = 28;
const BAR = 24;
const TITLE = 22;
const BELOW = 10;
/** How far the point of an open end reaches. */
const POINT = 8;

/** The stages of one scheme as bars. What does not meet the window is left out; an undated scheme says so. */
export function drawScheme(scheme: TimelineScheme, frame: Frame, firstRow: number): Part & { rows: number } {
  const t = wordsOf(frame);
  const track = trackOf(scheme.stages);
  const title = titleText(scheme.title, frame.language);
  if (track.lanes === 0) {
    return { nodes: [heading(title, 16, t('undated'))], height: TITLE + BELOW, spots: [], rows: 0 };
  }
  const part: Part = {
    nodes: [heading(title, 16)],
    height: TITLE + track.lanes * LANE + BELOW,
    spots: [],
  };
  const yOf = (lane: number) => TITLE + lane * LANE;
  for (const gap of track.gaps) part.nodes.push(...drawGap(gap, yOf(gap.lane), frame));
  track.bars.forEach((bar, index) => {
    const place = placeOf(bar, frame);
    if (!place) return;
    const key = `stage:${bar.stage.id}`;
    const label = stageWords(scheme, bar.stage, frame);
    part.nodes.push(choosable(frame, key, label, ...drawBar(bar, place, yOf(bar.lane), index, frame)));
    part.spots.push({ key, row: firstRow + bar.lane, left: place.left, right: place.right });
  });
  return { ...part, rows: track.lanes };
}

/** What a stage is called in the picture's label and in a heading. */
export function stageWords(scheme: TimelineScheme, stage: TimelineStage, frame: Frame): string {
  return wordsOf(frame)('stageLabel', {
    scheme: titleText(scheme.title, frame.language),
    key: stage.key,
    label: titleText(stage.label, frame.language),
    span: spanWords(stage.earliest, stage.latest, frame),
  });
}

interface Place {
  left: number;
  right: number;
  /** The stage goes on beyond the window, or has no bound there. */
  before: 'open' | 'cut' | 'bound';
  after: 'open' | 'cut' | 'bound';
}

function placeOf({ start, end }: Bar<TimelineStage>, { axis }: Frame): Place | undefined {
  const [from, to] = [
    start === -Infinity ? -Infinity : axis.xOf(start),
    end === Infinity ? Infinity : axis.xOf(end),
  ];
  if (to <= axis.left || from >= axis.right) return undefined;
  return {
    left: Math.max(axis.left, from),
    right: Math.min(axis.right, to),
    before: from === -Infinity ? 'open' : from < axis.left - 0.5 ? 'cut' : 'bound',
    after: to === Infinity ? 'open' : to > axis.right + 0.5 ? 'cut' : 'bound',
  };
}

function drawBar(bar: Bar<TimelineStage>, place: Place, y: number, index: number, frame: Frame): SvgNode[] {
  const { axis } = frame;
  const { left, before, after } = place;
  const right = Math.max(place.right, left + 3);
  const middle = y + BAR / 2;
  const bottom = y + BAR;
  const point = Math.min(POINT, (right - left) / 2);
  const [a, b] = [before === 'open' ? left + point : left, after === 'open' ? right - point : right];
  const start = before === 'open' ? `L${px(left)} ${middle}` : '';
  const end = after === 'open' ? `L${px(right)} ${middle}` : '';
  const shape = `M${px(a)} ${y}L${px(b)} ${y}${end}L${px(b)} ${bottom}L${px(a)} ${bottom}${start}Z`;
  // Where the window cuts a stage there is no end, so that no line is drawn there.
  const outline = `M${px(a)} ${y}L${px(b)} ${y}${end}${after === 'cut' ? 'M' : 'L'}${px(b)} ${bottom}L${px(a)} ${bottom}${
    before === 'cut' ? '' : `${start}L${px(a)} ${y}`
  }`;
  // The words stand beside what it shares with its neighbours, not on it.
  const sharedUntil = bar.sharedUntil === undefined ? a : Math.max(a, axis.xOf(bar.sharedUntil));
  const sharedFrom = bar.sharedFrom === undefined ? b : Math.min(b, axis.xOf(bar.sharedFrom));
  const hatched = el('rect', {
    class: 'tl-shared',
    x: px(a),
    y,
    width: px(Math.min(sharedUntil, b) - a),
    height: BAR,
    fill: 'url(#tl-hatch)',
  });
  return [
    el('path', { class: index % 2 === 0 ? 'tl-bar' : 'tl-bar tl-bar-odd', d: shape }),
    ...(sharedUntil > a ? [hatched] : []),
    el('path', { class: 'tl-bar-line', d: outline }),
    ...drawWords(bar.stage, sharedUntil, sharedFrom, y, frame),
  ];
}

/** Key and label, the label cut to its room; where nothing of it fits the key alone, or nothing. */
function drawWords(stage: TimelineStage, left: number, right: number, y: number, frame: Frame): SvgNode[] {
  const key = `${stage.key}. `;
  const room = right - left - 9;
  const label = cutText(titleText(stage.label, frame.language), room - textWidth(key, TEXT), TEXT);
  if (label !== '') {
    const words = `${key}${label}`;
    // How far the words may be moved within their bar, so that a scrolled picture still says what it shows.
    const last = Math.max(left + 5, right - 4 - textWidth(words, TEXT));
    const place = { x: px(left + 5), y: y + 16.5, 'data-from': px(left + 5), 'data-to': px(last) };
    return [el('text', { class: 'tl-bar-text', ...place }, words)];
  }
  if (textWidth(stage.key, TEXT) > right - left - 1) return [];
  const middle = px((left + right) / 2);
  return [el('text', { class: 'tl-bar-text', x: middle, y: y + 16.5, 'text-anchor': 'middle' }, stage.key)];
}

function drawGap({ start, end }: { start: number; end: number }, y: number, frame: Frame): SvgNode[] {
  const { axis } = frame;
  const left = Math.max(axis.left, axis.xOf(start));
  const right = Math.min(axis.right, axis.xOf(end));
  if (right - left < 3) return [];
  const text = wordsOf(frame)('gap');
  const middle = (left + right) / 2;
  const half = textWidth(text, SMALL) / 2 + 6;
  const line = (x1: number, x2: number) =>
    el('line', { class: 'tl-gap', x1: px(x1), x2: px(x2), y1: y + BAR / 2, y2: y + BAR / 2 });
  if (right - left < 2 * half + 16) return [line(left, right)];
  return [
    line(left, middle - half),
    line(middle + half, right),
    el('text', { class: 'tl-gap-text', x: px(middle), y: y + 16, 'text-anchor': 'middle' }, text),
  ];
}
