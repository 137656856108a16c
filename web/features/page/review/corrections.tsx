import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { WordDiff } from '../history/diff-view.tsx';
import type { WorkLine, WorkLines } from '../lines.ts';
import type { LineStore } from '../store.ts';
import { reviewMessages } from './messages.ts';

export interface Correction {
  key: string;
  /** Null for a line that the reviewer has added, or taken out. */
  before: WorkLine | null;
  after: WorkLine | null;
}

/** What a reviewer has changed of the text that was handed in. */
export function correctionsIn(base: WorkLines, lines: WorkLines): Correction[] {
  const known = new Map(base.map((line) => [line.key, line]));
  const changed = lines.flatMap((after): Correction[] => {
    const before = known.get(after.key) ?? null;
    known.delete(after.key);
    const isSame = before?.text === after.text && String(before.box) === String(after.box);
    return isSame ? [] : [{ key: after.key, before, after }];
  });
  return [...changed, ...[...known.values()].map((before) => ({ key: before.key, before, after: null }))];
}

interface CorrectionsProps {
  corrections: readonly Correction[];
  store: LineStore;
  lang: string;
  dir: 'rtl' | 'ltr';
}

/** The reviewer's own corrections; each can be taken back by itself. */
export function Corrections({ corrections, store, lang, dir }: CorrectionsProps) {
  const t = useMessages(reviewMessages);
  if (corrections.length === 0) return null;
  return (
    <section class="corrections" aria-labelledby="corrections">
      <h3 id="corrections">{t('corrections', { count: corrections.length })}</h3>
      <p class="small soft">{t('correctionsHint')}</p>
      <ul class="diff-lines">
        {corrections.map(({ key, before, after }) => (
          <li key={key} class="diff-line">
            <WordDiff before={before?.text ?? ''} after={after?.text ?? ''} {...{ lang, dir }} />
            {before && after && (
              <Button
                small
                look="plain"
                icon="undo"
                onClick={() => store.replace(store.lines().map((line) => (line.key === key ? before : line)))}
              >
                {t('takeOutCorrection')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
