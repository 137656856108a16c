/** What every part of the picture is drawn with. */
import { fromDayNumber } from '../../../../worker/domain/time/calendars.ts';
import { formatDate } from '../../../../worker/domain/time/format.ts';
import type { Language } from '../../../i18n/language.ts';
import { type Translate, translator } from '../../../i18n/messages.ts';
import { timelineMessages } from '../messages.ts';
import { type Axis, type AxisStyle, CHANGE_OF_CALENDAR, dayNumberOf } from './axis.ts';
import type { Spot } from './moves.ts';
import { type SvgNode, el, px } from './svg-node.ts';

/** In which language, and by which calendar, things are said. */
export interface Speech {
  style: AxisStyle;
  language: Language;
}

export interface Frame extends Speech {
  axis: Axis;
  /** The key of what is chosen. */
  selected?: string | undefined;
}

/** A part of the picture, drawn from 0 downwards. */
export interface Part {
  nodes: SvgNode[];
  height: number;
  spots: Spot[];
}

export type Words = Translate<(typeof timelineMessages)['catalogues']['en']>;

export function wordsOf({ language }: Pick<Speech, 'language'>): Words {
  return translator(timelineMessages, language);
}

/** Font sizes, in pixels. */
export const TEXT = 12.5;
export const SMALL = 11.5;

/** The heading of a part, which stays in view while the picture is scrolled sideways. */
export function heading(text: string, y: number, soft?: string): SvgNode {
  return el(
    'g',
    { class: 'tl-sticky' },
    el(
      'text',
      { class: 'tl-heading', x: 6, y: px(y) },
      text,
      soft !== undefined && soft !== '' && el('tspan', { class: 'tl-soft', dx: 8 }, soft),
    ),
  );
}

/** Something that can be chosen: what it is called stands in its label and in its tooltip. */
export function choosable(frame: Frame, key: string, label: string, ...children: SvgNode[]): SvgNode {
  return el(
    'g',
    {
      class: frame.selected === key ? 'tl-item tl-chosen' : 'tl-item',
      'data-item': key,
      role: 'button',
      'aria-label': label,
      'aria-pressed': frame.selected === key ? 'true' : 'false',
    },
    el('title', {}, label),
    ...children,
  );
}

const two = (value: number) => String(value).padStart(2, '0');

/** A Gregorian day `YYYY-MM-DD` in words; in Julian style with its old-style day, while that was in use. */
export function dayWords(day: string, { style, language }: Speech): string {
  if (style === 'gregorian' || day >= CHANGE_OF_CALENDAR)
    return formatDate({ calendar: 'gregorian', edtf: day }, language);
  const julian = fromDayNumber('julian', dayNumberOf(day));
  const edtf = `${julian.year}-${two(julian.month)}-${two(julian.day)}`;
  return formatDate({ calendar: 'julian', edtf }, language);
}

/** From when to when, as Gregorian days with an open end said in words. */
export function spanWords(earliest: string | null, latest: string | null, speech: Speech): string {
  const t = wordsOf(speech);
  if (earliest !== null && earliest === latest) return dayWords(earliest, speech);
  return `${earliest === null ? t('open') : dayWords(earliest, speech)} – ${
    latest === null ? t('open') : dayWords(latest, speech)
  }`;
}
