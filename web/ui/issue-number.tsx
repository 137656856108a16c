import { language } from '../i18n/language.ts';
import { translator } from '../i18n/messages.ts';
import { uiMessages } from './messages.ts';

/** "No. 24" for a plain number; "vol. 1 no. 3" and the like say by themselves what they are. */
export function issueNumberText(number: string): string {
  return /^\d/.test(number) ? translator(uiMessages, language.value)('number', { number }) : number;
}

export function IssueNumber({ number }: { number: string }) {
  return <bdi>{issueNumberText(number)}</bdi>;
}

/** "p. 3" for a plain label; "Supplement" and the like say by themselves what they are. */
export function pageLabelText(label: string): string {
  return /^[\dIVXLivxl]+\b/.test(label)
    ? translator(uiMessages, language.value)('pageLabel', { label })
    : label;
}

export function PageLabel({ label }: { label: string }) {
  return <bdi>{pageLabelText(label)}</bdi>;
}
