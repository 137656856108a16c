import type { Translate } from '../../../i18n/messages.ts';
import type { readingMessages } from './messages.ts';

type English = (typeof readingMessages)['catalogues']['en'];

/** What a reading job is doing, in words of the UI. */
export function stepText(step: string | undefined, t: Translate<English>): string {
  if (step === 'waiting') return t('stepWaiting');
  if (step === 'decoding') return t('stepDecoding');
  if (step === 'starting') return t('stepStarting');
  return t('stepReading');
}
