/** Merges that were made: what was taken in, and the way back. */
import { signal, useSignal } from '@preact/signals';
import type { Entity } from '../../../../worker/shapes/entities.ts';
import { type ApiProblem, remove, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { mayReview } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/date-text.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { Title, titleText } from '../../../ui/titles.tsx';
import type { EntityRef } from '../entity-lookup.tsx';
import { entityMessages } from '../messages.ts';

/** The merge that was made last in this window: its survivor's page says so, with the way back. */
export const justMerged = signal<{ merged: EntityRef; into: string } | null>(null);

export function JustMerged({ survivor, onUndone }: { survivor: string; onUndone: () => Promise<void> }) {
  const t = useMessages(entityMessages);
  const last = justMerged.value;
  if (last?.into !== survivor) return null;
  return (
    <Notice tone="good">
      <p role="status">{t.rich('mergedNow', { record: <Title of={last.merged.label} /> })}</p>
      <UndoMerge merged={last.merged} onDone={onUndone} />
    </Notice>
  );
}

/** Undoes the merge of one record into another; nothing where the reader may not. */
export function UndoMerge({ merged, onDone }: { merged: EntityRef; onDone: () => Promise<void> }) {
  const t = useMessages(entityMessages);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | undefined>(undefined);
  if (!mayReview.value) return null;
  const undo = async () => {
    busy.value = true;
    problem.value = undefined;
    try {
      await remove(`/entities/${merged.id}/merge`);
      if (justMerged.peek()?.merged.id === merged.id) justMerged.value = null;
      toast(t('unmerged'), 'good');
      await onDone();
    } catch (error) {
      problem.value = toProblem(error);
    }
    busy.value = false;
  };
  return (
    <>
      <Button
        small
        icon="undo"
        busy={busy.value}
        aria-label={t('undoMergeOf', { record: titleText(merged.label) })}
        onClick={() => void undo()}
      >
        {t('undoMerge')}
      </Button>
      <ProblemNotice problem={problem.value} />
    </>
  );
}

/** The records that were taken into this one, each with who did it and why. */
export function MergedRecords({
  merged,
  onUndone,
}: {
  merged: NonNullable<Entity['merged']>;
  onUndone: () => Promise<void>;
}) {
  const t = useMessages(entityMessages);
  return (
    <ul class="rows">
      {merged.map(({ id, label, at, by, note }) => (
        <li key={id}>
          <p class="mention-place">
            <a href={`/entities/${id}`}>
              <Title of={label} />
            </a>{' '}
            <span class="soft small">
              <Moment at={at} />
              {by && <>, {t.rich('mergedBy', { name: <bdi>{by}</bdi> })}</>}
            </span>
          </p>
          {note && (
            <p class="small" dir="auto">
              {note}
            </p>
          )}
          <UndoMerge merged={{ id, label }} onDone={onUndone} />
        </li>
      ))}
    </ul>
  );
}
