import { translator } from '../../i18n/messages.ts';
import { language } from '../../i18n/language.ts';
import { uiMessages } from '../../ui/messages.ts';

/** "p. 3" for a page that bears a number, and the label alone where it is words ("Supplement"). */
export function pageName(page: { label?: string | undefined; sequence: number }): string {
  const label = page.label ?? String(page.sequence);
  const isNumber = /^(\p{N}+\p{L}?|[ivxlc]+)$/iu.test(label);
  return isNumber ? translator(uiMessages, language.value)('pageLabel', { label }) : label;
}
