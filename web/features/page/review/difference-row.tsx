import { directionOnPage } from '../../../../worker/domain/text/script.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Difference, wordsUnlike } from '../../../../worker/domain/text/versions.ts';
import type { Line } from '../../../../worker/shapes/transcriptions.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { WordDiff } from '../history/diff-view.tsx';
import { reviewMessages } from './messages.ts';

export interface Names {
  now: string;
  before: string;
  third: string | null;
}

interface RowProps {
  difference: Difference<Line>;
  /** Place of the line on the page, from 1; null where it is not there any more. */
  number: number | null;
  names: Names;
  lang: string;
  dir: 'rtl' | 'ltr';
  current: boolean;
  /** Null where nobody may note; then there are no buttons. */
  note: string | null;
  noteOpen: boolean;
  onNote: (text: string) => void;
  onOpenNote: (open: boolean) => void;
  onEdit: () => void;
  onTake: () => void;
}

const LABELS = {
  added: 'lineAdded',
  removed: 'lineRemoved',
  changed: 'lineChanged',
  moved: 'lineMoved',
  same: 'lineSame',
} as const;

/** One line that differs, with its note. Taking the focus takes the line in hand, on the scan and in the text. */
export function DifferenceRow(props: RowProps) {
  const { difference, number, lang, dir, current, note, noteOpen, onEdit, onOpenNote } = props;
  const t = useMessages(reviewMessages);
  const { now, before } = difference;
  return (
    <li
      class={`diff-line diff-${difference.kind}`}
      data-queue-item
      data-line={now?.id ?? ''}
      tabIndex={-1}
      aria-current={current ? 'true' : undefined}
      onFocus={props.onTake}
      onClick={(event) => {
        // A click on a word, not on a button, takes the row in hand.
        if (!(event.target as Element).closest('button, textarea')) event.currentTarget.focus();
      }}
    >
      <span class="diff-label small">
        {number !== null && `${t('lineNumber', { number })} · `}
        {t(LABELS[difference.kind])}
      </span>
      {difference.third === undefined ? (
        <WordDiff before={before?.text ?? ''} after={now?.text ?? ''} {...{ lang, dir }} />
      ) : (
        <ThreeReadings {...props} />
      )}
      {now && note !== null && (
        <>
          {noteOpen ? (
            <NoteField {...props} line={now.id} />
          ) : (
            note !== '' && (
              <p class="line-note-text" dir="auto">
                {note}
              </p>
            )
          )}
          <p class="diff-actions">
            <Button small look="plain" icon="pen" title={`${t('editLine')} (e)`} onClick={onEdit}>
              {t('editLine')}
            </Button>
            <Button
              small
              look="plain"
              title={`${t('noteLine')} (n)`}
              aria-expanded={noteOpen}
              onClick={() => onOpenNote(!noteOpen)}
            >
              {t('noteLine')}
            </Button>
          </p>
        </>
      )}
    </li>
  );
}

function NoteField({ number, note, onNote, onOpenNote, line }: RowProps & { line: string }) {
  const t = useMessages(reviewMessages);
  const field = useRef<HTMLTextAreaElement>(null);
  // At once: what is typed right after the key belongs to the note.
  useLayoutEffect(() => field.current?.focus(), []);
  const close = () => {
    const row = field.current?.closest<HTMLElement>('[data-queue-item]');
    onOpenNote(false);
    row?.focus();
  };
  return (
    <div class="line-note-field">
      <textarea
        ref={field}
        rows={2}
        maxLength={1000}
        dir="auto"
        value={note ?? ''}
        aria-label={t('lineNote', { number: number ?? 0 })}
        id={`note-${line}`}
        onInput={(event) => onNote(event.currentTarget.value)}
        onKeyDown={(event) => {
          const isDone = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey);
          if (!isDone || event.isComposing) return;
          event.preventDefault();
          event.stopPropagation();
          close();
        }}
      />
      <Button small onClick={close}>
        {t('done')}
      </Button>
    </div>
  );
}

/** Three versions of a line below each other; words are marked that one or both of the others do not have. */
function ThreeReadings({ difference, names, lang, dir }: RowProps) {
  const t = useMessages(reviewMessages);
  const { now, before, third = null } = difference;
  const texts = [now, before, third].map((line) => line?.text ?? null);
  const labels = [names.now, names.before, names.third ?? ''];
  const [a, b, c] = texts;
  const verdict =
    b === c
      ? t('beforeAgainst')
      : a === b
        ? t('likeBefore', { third: labels[2]! })
        : a === c
          ? t('likeThird', { before: labels[1]! })
          : t('threeReadings');
  return (
    <>
      <p class="small soft">{verdict}</p>
      <dl class="readings">
        {texts.map((text, index) => (
          <div key={labels[index]}>
            <dt>
              <bdi>{labels[index]}</bdi>
            </dt>
            <dd
              lang={text === null ? undefined : lang}
              dir={text === null ? undefined : directionOnPage(text, dir)}
              class="diff-text"
            >
              {text === null ? (
                <span class="soft small">{t('notThere')}</span>
              ) : (
                wordsUnlike(
                  text,
                  texts.flatMap((other, at) => (at === index || other === null ? [] : [other])),
                ).map((part, at) =>
                  part.missing === 0 ? (
                    part.text
                  ) : (
                    <mark key={at} class={`unlike-${part.missing}`}>
                      {part.text}
                    </mark>
                  ),
                )
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
