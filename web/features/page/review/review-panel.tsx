/** A text that was handed in: what differs, what the reviewer corrects and notes, and the decision about it. */
import { type Signal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Page } from '../../../../worker/shapes/pages.ts';
import type { Reservation } from '../../../../worker/shapes/reservations.ts';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { mayReview, user } from '../../../state/session.ts';
import { Moment } from '../../../ui/date-text.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { onceDrawn } from '../../../ui/once-drawn.ts';
import { focusItem, itemInHand, step } from '../../review/queue-keys.ts';
import type { Desk } from '../desk.ts';
import { toSave } from '../lines.ts';
import type { Mark } from '../scan/viewer.ts';
import { deskService } from '../service.ts';
import { Corrections, correctionsIn } from './corrections.tsx';
import { Decide } from './decide.tsx';
import { ownDecision } from './decided.ts';
import { DecisionMade } from './decision-made.tsx';
import { Differences } from './differences.tsx';
import ReviewKeysHelp from './keys-help.tsx';
import { useReviewKeys } from './keys.ts';
import { reviewMessages } from './messages.ts';
import { openNotes } from './notes.ts';
import { reserveReview, reviewRevision } from './service.ts';
import { useComparison } from './use-comparison.ts';
import './review.css';

export interface ReviewPanelProps {
  page: Page;
  desk: Desk;
  lang: string;
  dir: 'rtl' | 'ltr';
  /** Marks on the scan. */
  differences: Signal<readonly Mark[]>;
  /** Shows the text, where there is no room for both. */
  onText: () => void;
  /** Shows this panel again. */
  onReview: () => void;
  onReload: () => void;
}

export default function ReviewPanel(props: ReviewPanelProps) {
  const { page, desk, onReload } = props;
  /** The decision that was made in this window. */
  const fresh = useSignal(false);
  const made = ownDecision(desk.revision.value, user.value?.id, Date.now());
  if (made)
    return <DecisionMade key={made.at} page={page.id} fresh={fresh.value} {...{ desk, made, onReload }} />;
  if (page.status !== 'submitted') return null;
  return <Waiting {...props} key={desk.revision.value.id} onDecided={() => (fresh.value = true)} />;
}

function Waiting(props: ReviewPanelProps & { onDecided: () => void }) {
  const { page, desk, lang, dir, onText, onReview, onReload, onDecided } = props;
  const t = useMessages(reviewMessages);
  const { store } = desk;
  const text = desk.revision.value;
  const own = user.value != null && text.author?.id === user.value.id;
  const mayDecide = mayReview.value && !own;
  const notes = useMemo(() => openNotes(text.id ?? ''), [text.id]);
  useEffect(() => () => notes.close(), [notes]);
  const noteOpen = useSignal<string | null>(null);
  const help = useSignal(false);
  const busy = useSignal(false);
  const noteMissing = useSignal(false);
  const noteShown = useSignal(notes.whole.peek() !== '');
  const problem = useSignal<ApiProblem | null>(null);
  const queue = useRef<HTMLOListElement>(null);
  const noteField = useRef<HTMLDivElement>(null);
  const other = useOtherReviewer(page.id, mayDecide);
  const comparison = useComparison(page, text, props.differences);
  const corrections = useComputed(() => {
    void store.version.value;
    return mayDecide ? correctionsIn(store.base(), store.lines()) : [];
  }).value;

  const openNote = () => {
    noteShown.value = true;
    // At once, not with the next frame: what is typed right after the key belongs to the note, and single letters
    // decide while nobody types.
    const field = noteField.current?.querySelector('textarea');
    field?.closest('[hidden]')?.removeAttribute('hidden');
    field?.focus();
  };
  const decide = async (decision: 'accept' | 'return') => {
    if (busy.peek() || text.id === null) return;
    const sent = notes.sent();
    noteMissing.value = decision === 'return' && !sent.note && !sent.lineNotes;
    if (noteMissing.peek()) {
      openNote();
      return;
    }
    if (decision === 'return' && corrections.length > 0) return;
    busy.value = true;
    problem.value = null;
    try {
      const corrected =
        corrections.length > 0 ? { corrections: { lines: toSave(store.lines(), store.base()) } } : {};
      await reviewRevision(text.id, { decision, ...sent, ...corrected });
      notes.forget();
      await desk.discardDraft();
      toast(t(decision === 'accept' ? 'accepted' : 'returned'), 'good');
      onDecided();
      // The text with its decision comes before the page, so that this panel stays where it is.
      desk.adopt(await deskService.transcription(page.id));
      onReload();
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  /** Each corrected line as a note on it; the text is again what was handed in. */
  const turnIntoNotes = () => {
    for (const { before, after } of corrections) {
      if (!before?.id) continue;
      const said = notes.lines.peek().get(before.id);
      const reading = t('iRead', { text: after?.text || '—' });
      notes.setLine(before.id, said ? `${said}\n${reading}` : reading);
    }
    store.replace(store.base());
  };
  const rowInHand = () => (queue.current ? itemInHand(queue.current) : null);
  const edit = (line: string | undefined) => {
    if (!line || !store.keys.peek().includes(line)) return false;
    onText();
    store.goTo(line);
    return true;
  };
  const backToRow = () => {
    onReview();
    const line = store.current.peek();
    onceDrawn(() => {
      const row = queue.current?.querySelector<HTMLElement>(`[data-line="${line}"]`);
      focusItem(row ?? queue.current?.querySelector<HTMLElement>('[data-queue-item]') ?? null);
    });
    return true;
  };
  useReviewKeys({
    step(by) {
      if (!queue.current) return false;
      const current = store.current.peek();
      // From a line of the text: to the difference in hand first, so that the way goes on from there.
      if (!rowInHand() && current !== null)
        queue.current.querySelector<HTMLElement>(`[data-line="${current}"]`)?.focus({ preventScroll: true });
      return step(queue.current, by) !== null;
    },
    accept() {
      if (mayDecide) void decide('accept');
      return mayDecide;
    },
    startReturn() {
      if (mayDecide) openNote();
      return mayDecide;
    },
    note() {
      const line = rowInHand()?.dataset['line'] || store.current.peek();
      if (!mayDecide || !line) return false;
      noteOpen.value = line;
      return true;
    },
    edit: () => mayDecide && edit(rowInHand()?.dataset['line']),
    undo: () => false,
    help() {
      help.value = true;
      return true;
    },
    leaveLine: () => mayDecide && backToRow(),
  });

  return (
    <div class="review">
      <p class="small">
        {t.rich('handedIn', {
          name: <bdi>{text.author?.name ?? ''}</bdi>,
          when: <Moment at={text.submittedAt ?? text.createdAt} />,
        })}
      </p>
      {text.note && (
        <blockquote class="revision-note">
          <bdi>{text.note}</bdi>
        </blockquote>
      )}
      {own && (
        <Notice>
          <p>{t('ownWork')}</p>
        </Notice>
      )}
      {!mayReview.value && !own && <p class="soft">{t('waitsForReviewer')}</p>}
      {other && (
        <Notice>
          <p>{t.rich('alsoReviewing', { name: <bdi>{other.user.name}</bdi> })}</p>
        </Notice>
      )}
      {mayDecide && (
        <div ref={noteField}>
          <Decide
            {...{ notes, desk, onReload }}
            corrected={corrections.length}
            busy={busy.value}
            open={noteShown.value}
            onOpen={() => (noteShown.peek() ? (noteShown.value = false) : openNote())}
            noteMissing={noteMissing.value}
            problem={problem.value}
            onNote={() => (noteMissing.value = false)}
            onDecide={(decision) => void decide(decision)}
            onToNotes={turnIntoNotes}
            onHelp={() => (help.value = true)}
          />
        </div>
      )}
      <Corrections {...{ corrections, store, lang, dir }} />
      <Differences
        {...{ comparison, text, store, lang, dir, queue }}
        notes={mayDecide ? notes : null}
        noteOpen={noteOpen.value}
        onOpenNote={(line) => (noteOpen.value = line)}
        onEdit={edit}
      />
      {help.value && <ReviewKeysHelp onClose={() => (help.value = false)} />}
    </div>
  );
}

/** Says to others that this page is being reviewed; answers who was first, unless that is oneself. */
function useOtherReviewer(page: string, active: boolean): Reservation | null {
  const holder = useSignal<Reservation | null>(null);
  useEffect(() => {
    if (!active) return;
    reserveReview(page).then(
      (found) => (holder.value = found.user.id === user.peek()?.id ? null : found),
      // It only tells others; the review goes on without it.
      () => undefined,
    );
  }, [page, active]);
  return holder.value;
}
