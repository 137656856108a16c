import type { Translate } from '../../../i18n/messages.ts';
import type { pageMessages } from '../messages.ts';

type English = (typeof pageMessages)['catalogues']['en'];

/** Why the service did not take a line, in words of the UI; its own where it gives a reason unknown here. */
export function refusalText(refusal: { code: string; message: string }, t: Translate<English>): string {
  if (refusal.code === 'bidi-control') return t('refusedBidi');
  if (refusal.code === 'too-long' || refusal.code === 'too_big') return t('refusedLong');
  if (['nul', 'control-character', 'line-break', 'lone-surrogate', 'noncharacter'].includes(refusal.code)) {
    return t('refusedCharacter');
  }
  return refusal.message;
}
