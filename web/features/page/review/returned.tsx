/** What a reviewer said when the page was returned, above the text and at the lines; it stays until it is handed in again. */
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Page } from '../../../../worker/shapes/pages.ts';
import type { RevisionSummary } from '../../../../worker/shapes/transcriptions.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Desk } from '../desk.ts';
import { listRevisions } from '../service.ts';
import { returnedMessages } from './returned-messages.ts';
import './returned.css';

type Review = NonNullable<RevisionSummary['review']>;

interface ReturnedProps {
  page: Page;
  desk: Desk;
  /** What is shown below each line, by its id. */
  notes: Signal<ReadonlyMap<string, ComponentType>>;
}

export default function Returned({ page, desk, notes }: ReturnedProps) {
  const t = useMessages(returnedMessages);
  const review = useReturn(page, desk).value;
  useEffect(() => {
    notes.value = new Map(
      (review?.lineNotes ?? []).map(({ line, note, quote }) => [
        line,
        () => <LineNote {...{ note, quote, desk, line }} name={review!.reviewer} />,
      ]),
    );
    return () => {
      notes.value = new Map();
    };
  }, [review]);
  if (!review) return null;
  const lines = review.lineNotes ?? [];
  return (
    <Notice tone="warning">
      <p>{t.rich('returnedBy', { name: <bdi>{review.reviewer}</bdi> })}</p>
      {review.note && (
        <blockquote class="revision-note" dir="auto">
          {review.note}
        </blockquote>
      )}
      {lines.length > 0 && (
        <>
          <p class="small">{t('linesNoted', { count: lines.length })}</p>
          <ul class="returned-lines">
            {lines.map(({ line, number, note, quote }) => (
              <li key={line}>
                {desk.store.keys.value.includes(line) ? (
                  <Button small look="plain" onClick={() => desk.store.goTo(line)}>
                    {t('lineNumber', { number: desk.store.keys.value.indexOf(line) + 1 })}
                  </Button>
                ) : (
                  // The line is gone, or was typed anew: what it said names it.
                  <span class="soft">
                    {t('lineNumber', { number })} <bdi>{quote}</bdi>
                    {': '}
                    <span dir="auto">{note}</span>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

function useReturn(page: Page, desk: Desk): Signal<Review | null> {
  const returned = useSignal<Review | null>(null);
  const { id, review } = desk.revision.value;
  useEffect(() => {
    let gone = false;
    if (review) {
      returned.value = review.decision === 'return' ? review : null;
      return;
    }
    const lookBack = async () => {
      // The volunteer has saved since: the note stands on an earlier version.
      const revisions = await listRevisions(page.id, 50).catch(() => []); // the note is in the history too
      const last = revisions.find((each) => each.review !== undefined)?.review;
      if (!gone) returned.value = last?.decision === 'return' ? last : null;
    };
    void lookBack();
    return () => {
      gone = true;
    };
  }, [page.id, id, review]);
  return returned;
}

/** Below the line it is about; it says so when the line has been changed since. */
function LineNote({
  note,
  quote,
  name,
  desk,
  line,
}: {
  note: string;
  quote: string;
  name: string;
  desk: Desk;
  line: string;
}) {
  const t = useMessages(returnedMessages);
  const changed = desk.store.line(line).value?.text !== quote;
  return (
    <>
      <Icon name={changed ? 'check' : 'info'} size={16} />
      <span>
        {t.rich('noteOf', { name: <bdi>{name}</bdi> })} <span dir="auto">{note}</span>
        {changed && <span class="soft"> {t('changedSince')}</span>}
      </span>
    </>
  );
}
