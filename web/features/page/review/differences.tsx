/** What differs between the versions, line by line, and the choice of versions. */
import type { RefObject } from 'preact';
import { useMessages } from '../../../i18n/messages.ts';
import type { Transcription } from '../../../../worker/shapes/transcriptions.ts';
import { SelectField } from '../../../ui/field.tsx';
import { Loading, ProblemNotice } from '../../../ui/notice.tsx';
import type { LineStore } from '../store.ts';
import { DifferenceRow, type Names } from './difference-row.tsx';
import { reviewMessages } from './messages.ts';
import type { ReviewNotes } from './notes.ts';
import type { Comparison } from './use-comparison.ts';
import type { Version } from './versions.ts';

interface DifferencesProps {
  comparison: Comparison;
  text: Transcription;
  store: LineStore;
  lang: string;
  dir: 'rtl' | 'ltr';
  queue: RefObject<HTMLOListElement | null>;
  /** Null for whoever may not decide. */
  notes: ReviewNotes | null;
  /** The line whose note is open. */
  noteOpen: string | null;
  onOpenNote: (line: string | null) => void;
  onEdit: (line: string) => void;
}

export function Differences(props: DifferencesProps) {
  const { comparison, text, store, notes, noteOpen, queue, lang, dir, onOpenNote, onEdit } = props;
  const t = useMessages(reviewMessages);
  const { versions, before, third, differences, problem } = comparison;
  const nameOf = useVersionName();
  const byId = (id: string | null) => versions.find((each) => each.revision.id === id);
  const numbers = new Map(text.lines.map((line, index) => [line.id, index + 1]));
  const current = store.current.value;
  const lineNotes = notes?.lines.value;
  const beforeVersion = byId(before.value);
  const thirdVersion = byId(third.value);
  const names: Names = {
    now: t('handedInText', { name: text.author?.name ?? '' }),
    before: beforeVersion ? nameOf(beforeVersion) : '',
    third: thirdVersion ? nameOf(thirdVersion) : null,
  };

  if (problem) return <ProblemNotice problem={problem} />;
  return (
    <>
      {versions.length > 0 && (
        <div class="compare-choice">
          <SelectField
            label={t('compareWith')}
            value={before.value ?? ''}
            onChange={(id) => {
              before.value = id;
              if (third.peek() === id) third.value = null;
            }}
            choices={versions.map((each) => ({ value: each.revision.id, label: nameOf(each) }))}
          />
          {versions.length > 1 && (
            <SelectField
              label={t('andWith')}
              value={third.value ?? ''}
              onChange={(id) => (third.value = id === '' ? null : id)}
              choices={[
                { value: '', label: t('nothingMore') },
                ...versions
                  .filter((each) => each.revision.id !== before.value)
                  .map((each) => ({ value: each.revision.id, label: nameOf(each) })),
              ]}
            />
          )}
        </div>
      )}
      {differences === null ? (
        <Loading />
      ) : (
        <>
          <p class="small soft" role="status">
            {differences.length === 0 ? t('noDifference') : t('differences', { count: differences.length })}
          </p>
          <ol class="diff-lines" ref={queue}>
            {differences.map((difference, index) => {
              const line = (difference.now ?? difference.before ?? difference.third)!;
              const id = difference.now?.id;
              return (
                <DifferenceRow
                  key={`${line.id}-${index}`}
                  {...{ difference, names, lang, dir }}
                  number={id === undefined ? null : (numbers.get(id) ?? null)}
                  current={id !== undefined && id === current}
                  note={lineNotes && id !== undefined ? (lineNotes.get(id) ?? '') : null}
                  noteOpen={id !== undefined && noteOpen === id}
                  onNote={(note) => id !== undefined && notes?.setLine(id, note)}
                  onOpenNote={(open) => onOpenNote(open && id !== undefined ? id : null)}
                  onEdit={() => id !== undefined && onEdit(id)}
                  onTake={() => takeInHand(store, id)}
                />
              );
            })}
          </ol>
        </>
      )}
    </>
  );
}

/** The line is marked on the scan and in the text; the focus stays where it is. */
function takeInHand(store: LineStore, id: string | undefined): void {
  if (id === undefined || !store.keys.peek().includes(id)) return;
  store.select(id);
  document.getElementById(`line-${id}`)?.scrollIntoView({ block: 'nearest' });
}

function useVersionName(): (version: Version) => string {
  const t = useMessages(reviewMessages);
  return ({ kind, revision }) =>
    kind === 'person'
      ? t('versionOf', { number: revision.number, name: revision.author?.name ?? '' })
      : t(`against${kind}`);
}
