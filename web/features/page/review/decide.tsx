/** The decision: accept, with corrections where there are any, or return with notes. */
import type { ApiProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import type { Desk } from '../desk.ts';
import { reviewMessages } from './messages.ts';
import type { ReviewNotes } from './notes.ts';

interface DecideProps {
  notes: ReviewNotes;
  desk: Desk;
  /** How many lines the reviewer has corrected. */
  corrected: number;
  busy: boolean;
  noteMissing: boolean;
  problem: ApiProblem | null;
  onNote: () => void;
  /** Whether the note is shown; it is only wanted for some pages. */
  open: boolean;
  onOpen: () => void;
  onDecide: (decision: 'accept' | 'return') => void;
  onToNotes: () => void;
  onHelp: () => void;
  onReload: () => void;
}

export function Decide(props: DecideProps) {
  const { notes, desk, corrected, busy, noteMissing, problem, onNote, onDecide, onToNotes, onHelp } = props;
  const t = useMessages(reviewMessages);
  const { open } = props;
  return (
    <div class="review-decide">
      <div class="form-actions">
        <Button look="primary" icon="check" busy={busy} onClick={() => onDecide('accept')}>
          {corrected > 0 ? t('acceptCorrected', { count: corrected }) : t('accept')}{' '}
          <kbd aria-hidden="true">a</kbd>
        </Button>
        <Button icon="undo" aria-expanded={open} onClick={props.onOpen}>
          {t('noteOrReturn')} <kbd aria-hidden="true">r</kbd>
        </Button>
        <Button small look="plain" aria-label={t('keysTitle')} title={t('keysTitle')} onClick={onHelp}>
          <kbd aria-hidden="true">?</kbd>
        </Button>
      </div>
      <div
        hidden={!open}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          onDecide('return');
        }}
      >
        <TextArea
          label={t('reviewNote')}
          hint={t('reviewNoteHint')}
          error={noteMissing ? t('noteNeeded') : undefined}
          rows={2}
          maxLength={2000}
          dir="auto"
          value={notes.whole.value}
          onInput={(value) => {
            notes.whole.value = value;
            onNote();
          }}
        />
      </div>
      <LineNotes notes={notes} desk={desk} />
      {open && (
        <p>
          <Button
            icon="undo"
            busy={busy}
            aria-disabled={corrected > 0 ? 'true' : undefined}
            onClick={() => corrected === 0 && onDecide('return')}
          >
            {t('return')} <kbd aria-hidden="true">Ctrl+Enter</kbd>
          </Button>
        </p>
      )}
      {corrected > 0 && open && (
        <Notice>
          <p class="small">{t('noReturnWithCorrections')}</p>
          <Button small onClick={onToNotes}>
            {t('toNotes')}
          </Button>
        </Notice>
      )}
      <ProblemNotice problem={problem ?? undefined} />
      {problem?.type === 'superseded' && <NewerText {...props} />}
    </div>
  );
}

/** All notes on lines, also on those in which nothing differs. */
function LineNotes({ notes, desk }: { notes: ReviewNotes; desk: Desk }) {
  const t = useMessages(reviewMessages);
  const all = [...notes.lines.value].filter(([, text]) => text.trim() !== '');
  if (all.length === 0) return null;
  const places = new Map(desk.store.base().map((line, index) => [line.id, index + 1]));
  return (
    <div>
      <p class="small soft">{t('notesOnLines')}</p>
      <ul class="line-notes">
        {all.map(([line, text]) => (
          <li key={line}>
            <Button small look="plain" onClick={() => desk.store.select(line)}>
              {t('lineNumber', { number: places.get(line) ?? 0 })}
            </Button>
            <span dir="auto">{text}</span>
            <Button
              small
              look="plain"
              icon="cross"
              aria-label={t('removeNote')}
              onClick={() => notes.setLine(line, '')}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Somebody saved while this was being reviewed: what was handed in is no longer what stands there. */
function NewerText({ desk, corrected, onReload }: DecideProps) {
  const t = useMessages(reviewMessages);
  return (
    <p>
      <Button small icon="retry" onClick={() => void desk.discardDraft().then(onReload)}>
        {t(corrected > 0 ? 'newerDrops' : 'newerText')}
      </Button>
    </p>
  );
}
