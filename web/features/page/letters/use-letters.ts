/** Letters, marks and the guard come in a chunk of their own, when the lines are already there. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Page } from '../../../../worker/shapes/pages.ts';
import type { LineContext } from '../lines/line-row.tsx';
import type { Letters } from './letters.ts';

/** What helps with the letters of this page, and the lines' context with its marks; null until it is loaded. */
export function useLetters(page: Page, context: LineContext): [Letters | null, LineContext] {
  const letters = useSignal<Letters | null>(null);
  const { desk, editable, find } = context;
  const { language, orthography, issue } = page;
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const { createLetters } = await import('./letters.ts');
      if (!gone) letters.value = createLetters({ language, orthography, issue, store: desk.store });
    };
    // Reading and typing do without it.
    load().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [language, orthography, issue, desk]);
  const ready = letters.value;
  const withMarks = useMemo(
    () =>
      ready
        ? { ...context, find: (text: string) => [...find(text), ...ready.stretches(text, editable)] }
        : context,
    [context, ready],
  );
  return [ready, withMarks];
}
