import type { Page } from '../../../../worker/shapes/pages.ts';
import { language } from '../../../i18n/language.ts';
import { translator } from '../../../i18n/messages.ts';
import { announce } from '../../../ui/live-region.tsx';
import type { LineStore } from '../store.ts';
import { createDoubtfulWords, type DoubtfulWords } from './doubtful.ts';
import { wordMessages } from './messages.ts';
import { loadOcrWords } from './ocr-words.ts';

/** Null where no line of the page is as the machine has read it. @throws ApiProblem */
export async function openDoubtfulWords(
  page: Page,
  store: LineStore,
  withKey: boolean,
): Promise<{ words: DoubtfulWords; stop: () => void } | null> {
  const read = store.base().filter((line) => line.confidence !== undefined);
  if (read.length === 0) return null;
  const ids = new Set(read.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const words = createDoubtfulWords(store, await loadOcrWords(page, ids), caretIn);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F7' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    goToDoubtful(words, event.shiftKey ? -1 : 1);
  };
  if (withKey) document.addEventListener('keydown', onKey);
  return { words, stop: () => document.removeEventListener('keydown', onKey) };
}

function caretIn(key: string): number {
  const field = document.getElementById(`line-${key}`);
  const isHere = field instanceof HTMLTextAreaElement && field === document.activeElement;
  return isHere ? field.selectionStart : -1;
}

/** Takes the next doubtful word in hand, and says which it is. */
export function goToDoubtful(words: DoubtfulWords, by: 1 | -1): void {
  const t = translator(wordMessages, language.peek());
  const found = words.go(by);
  announce(
    found
      ? t('doubtfulWord', { word: found.word.text, percent: Math.round(found.word.confidence) })
      : t('noneDoubtful'),
  );
}
