/**
 * The words for every problem come in a chunk of their own: nobody needs them at first. They are fetched while
 * nothing else is to be done, so that they are there when the connection is not.
 */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { describeField as DescribeField } from '../api/field-messages.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { describeProblem as DescribeProblem } from '../api/problem-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { uiMessages } from './messages.ts';

interface Words {
  describeProblem: typeof DescribeProblem;
  describeField: typeof DescribeField;
}

const words = signal<Words | null>(null);

export async function loadProblemWords(): Promise<void> {
  if (words.peek()) return;
  try {
    const [{ describeProblem }, { describeField }] = await Promise.all([
      import('../api/problem-messages.ts'),
      import('../api/field-messages.ts'),
    ]);
    words.value = { describeProblem, describeField };
  } catch {
    // No connection either: asked for again with the next problem.
  }
}

/** A problem in the UI's language, and what is wrong with each field. */
export function useProblemWords(problem: ApiProblem | undefined): { text: string; fields: string[] } {
  const t = useMessages(uiMessages);
  const known = words.value;
  useEffect(() => {
    if (problem && !known) void loadProblemWords();
  }, [problem, known]);
  if (!problem) return { text: '', fields: [] };
  if (!known) return { text: problem.offline ? t('noConnection') : problem.title, fields: [] };
  return {
    text: known.describeProblem(problem),
    fields: problem.errors.map((each) => known.describeField(each)),
  };
}
