import { language } from '../../i18n/language.ts';
import { translator } from '../../i18n/messages.ts';
import { edtfText } from '../../ui/date-text.tsx';
import { publicationMessages } from './messages.ts';

/** From when to when a periodical came out; empty where nothing is known. */
export function runText({ from, to }: { from?: string | undefined; to?: string | undefined }): string {
  const t = translator(publicationMessages, language.value);
  if (from && to) return t('runFromTo', { from: edtfText(from), to: edtfText(to) });
  if (from) return t('runFrom', { from: edtfText(from) });
  return to ? t('runTo', { to: edtfText(to) }) : '';
}
