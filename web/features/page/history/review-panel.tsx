import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type {
  Line,
  Revision,
  RevisionSummary,
  Transcription,
} from '../../../../worker/shapes/transcriptions.ts';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { mayReview, user } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/date-text.tsx';
import { TextArea, SelectField } from '../../../ui/field.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Loading, Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { deskService, listRevisions, reviewRevision } from '../service.ts';
import { DiffView } from './diff-view.tsx';
import { historyMessages } from './messages.ts';

interface ReviewPanelProps {
  transcription: Transcription;
  lang: string;
  dir: 'rtl' | 'ltr';
  onGo: (line: Line) => void;
  onDecided: () => void;
}

/** A text that was handed in: what its author changed, and the decision about it. */
export default function ReviewPanel({ transcription, lang, dir, onGo, onDecided }: ReviewPanelProps) {
  const t = useMessages(historyMessages);
  const note = useSignal('');
  const noteMissing = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const own = user.value != null && transcription.author?.id === user.value.id;
  const name = transcription.author?.name ?? '';

  const decide = async (decision: 'accept' | 'return') => {
    if (busy.peek() || transcription.id === null) return;
    noteMissing.value = decision === 'return' && note.peek().trim() === '';
    if (noteMissing.peek()) return;
    busy.value = true;
    problem.value = null;
    try {
      await reviewRevision(transcription.id, decision, note.peek().trim());
      toast(t(decision === 'accept' ? 'accepted' : 'returned'), 'good');
      onDecided();
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };

  return (
    <div class="review">
      <p>
        {t.rich('handedIn', {
          name: <bdi>{name}</bdi>,
          when: <Moment at={transcription.submittedAt ?? transcription.createdAt} />,
        })}
      </p>
      {transcription.note && (
        <blockquote class="revision-note">
          <bdi>{transcription.note}</bdi>
        </blockquote>
      )}
      {own && (
        <Notice>
          <p>{t('ownWork')}</p>
        </Notice>
      )}
      {!mayReview.value && !own && <p class="soft">{t('waitsForReviewer')}</p>}
      {mayReview.value && !own && (
        <div class="review-decide">
          <TextArea
            label={t('reviewNote')}
            hint={t('reviewNoteHint')}
            error={noteMissing.value ? t('noteNeeded') : undefined}
            rows={2}
            maxLength={2000}
            dir="auto"
            value={note.value}
            onInput={(value) => {
              note.value = value;
              noteMissing.value = false;
            }}
          />
          <ProblemNotice problem={problem.value ?? undefined} />
          <div class="form-actions">
            <Button look="primary" icon="check" busy={busy.value} onClick={() => void decide('accept')}>
              {t('accept')}
            </Button>
            <Button icon="undo" busy={busy.value} onClick={() => void decide('return')}>
              {t('return')}
            </Button>
          </div>
        </div>
      )}
      <Comparison {...{ transcription, lang, dir, onGo }} />
    </div>
  );
}

/** What to compare a handed-in text with: the text accepted before it, the machine's reading, the version before. */
type Against = 'accepted' | 'ocr' | 'parent';

/** The diff, against whichever earlier version there is. */
function Comparison({ transcription, lang, dir, onGo }: Omit<ReviewPanelProps, 'onDecided'>) {
  const t = useMessages(historyMessages);
  const history = useSignal<RevisionSummary[] | null>(null);
  const against = useSignal<Against | null>(null);
  const before = useSignal<Revision | null>(null);
  const problem = useSignal<ApiProblem | null>(null);

  useEffect(() => {
    listRevisions(transcription.page, 200).then(
      (items) => (history.value = items),
      (error: unknown) => (problem.value = toProblem(error)),
    );
  }, [transcription.id]);

  const earlier = (history.value ?? []).filter((each) => each.number < transcription.number);
  const found: Partial<Record<Against, RevisionSummary | undefined>> = {
    accepted: earlier.find((each) => each.acceptedAt !== undefined),
    ocr: earlier.find((each) => each.origin === 'ocr'),
    parent: earlier[0],
  };
  const order: Against[] = ['accepted', 'ocr', 'parent'];
  const possible = order.filter((each) => found[each] !== undefined);
  const chosen = against.value ?? possible[0] ?? null;
  const chosenId = chosen === null ? undefined : found[chosen]?.id;

  useEffect(() => {
    before.value = null;
    if (chosenId === undefined) return;
    deskService.revision(chosenId).then(
      (revision) => (before.value = revision),
      (error: unknown) => (problem.value = toProblem(error)),
    );
  }, [chosenId]);

  if (problem.value) return <ProblemNotice problem={problem.value} />;
  if (history.value === null || (chosenId !== undefined && before.value === null)) return <Loading />;
  return (
    <>
      {possible.length > 1 && (
        <SelectField
          label={t('compareWith')}
          value={chosen ?? ''}
          onChange={(value) => (against.value = value as Against)}
          choices={possible.map((each) => ({ value: each, label: t(`against${each}`) }))}
        />
      )}
      <DiffView before={before.value?.lines ?? []} after={transcription.lines} {...{ lang, dir, onGo }} />
    </>
  );
}
