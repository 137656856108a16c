import type { Stage } from '../../../worker/shapes/schemes.ts';
import { language } from '../../i18n/language.ts';
import { translator } from '../../i18n/messages.ts';
import { dateText } from '../../ui/date-text.tsx';
import { schemeMessages } from './messages.ts';

/** From when to when, in words; "open" on a side that is not bounded, "undated" where neither is. */
export function stageBounds(stage: Stage): { from: string; to: string } {
  const t = translator(schemeMessages, language.value);
  if (stage.from === null && stage.to === null) return { from: t('undated'), to: t('undated') };
  const text = (edtf: string | null, calendar: Stage['calendar']) =>
    edtf === null ? t('open') : dateText({ calendar, edtf });
  return { from: text(stage.from, stage.calendar), to: text(stage.to, stage.toCalendar ?? stage.calendar) };
}
