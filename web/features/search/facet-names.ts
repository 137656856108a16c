/** Values of filters in words of the UI. */
import { language } from '../../i18n/language.ts';
import { translator } from '../../i18n/messages.ts';
import { uiMessages } from '../../ui/messages.ts';
import { filterMessages } from './filter-messages.ts';

const LAYERS = { reviewed: 'layerReviewed', transcribed: 'layerTranscribed', ocr: 'layerOcr' } as const;
const STATUSES = {
  read: 'statusRead',
  draft: 'statusDraft',
  submitted: 'statusSubmitted',
  accepted: 'statusAccepted',
} as const;
const SCRIPTS = { Arab: 'scriptArab', Cyrl: 'scriptCyrl', Latn: 'scriptLatn' } as const;

/** A value without a name of its own is shown as it is; an empty one is not known. */
function nameOf<K extends string>(names: Record<string, K>, value: string, say: (key: K) => string): string {
  const key = names[value];
  if (key !== undefined) return say(key);
  return value === '' ? translator(filterMessages, language.value)('unknown') : value;
}

export const layerName = (value: string) => nameOf(LAYERS, value, translator(uiMessages, language.value));
export const statusName = (value: string) => nameOf(STATUSES, value, translator(uiMessages, language.value));
export const scriptName = (value: string) =>
  nameOf(SCRIPTS, value, translator(filterMessages, language.value));
