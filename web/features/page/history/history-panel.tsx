import { directionOnPage } from '../../../../worker/domain/text/script.ts';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Revision, RevisionSummary } from '../../../../worker/shapes/transcriptions.ts';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useList } from '../../../state/resource.ts';
import { signedIn, user } from '../../../state/session.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/date-text.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { toast } from '../../../ui/live-region.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../../ui/notice.tsx';
import { ThankButton } from '../../work/thank-button.tsx';
import type { Desk } from '../desk.ts';
import { deskService, restoreRevision } from '../service.ts';
import { DiffView } from './diff-view.tsx';
import { historyMessages } from './messages.ts';

interface HistoryPanelProps {
  page: string;
  desk: Desk;
  lang: string;
  dir: 'rtl' | 'ltr';
  onRestored: () => void;
}

/** Every version of the page: whose, when, what changed; any of them can be current again. */
export default function HistoryPanel({ page, desk, lang, dir, onRestored }: HistoryPanelProps) {
  const t = useMessages(historyMessages);
  const list = useList<RevisionSummary>(`/pages/${page}/revisions?limit=50`);
  const newest = desk.revision.value.id;
  const shown = useRef(newest);
  useEffect(() => {
    // A save makes a new first row.
    if (shown.current !== newest) void list.reload();
    shown.current = newest;
  }, [newest]);
  const opened = useSignal<string | null>(null);
  if (list.items.length === 0) {
    if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />;
    return list.loading ? <Loading /> : <Empty title={t('noHistory')} />;
  }
  return (
    <div class="history">
      <ol class="rows">
        {list.items.map((revision) => (
          <li key={revision.id}>
            <RevisionHead revision={revision} />
            <p class="form-actions">
              <Button
                small
                aria-expanded={opened.value === revision.id}
                onClick={() => (opened.value = opened.peek() === revision.id ? null : revision.id)}
              >
                {t('view')}
              </Button>
              {signedIn.value && !revision.current && <Restore {...{ revision, desk, onRestored }} />}
              {signedIn.value && revision.author && revision.author.id !== user.value?.id && (
                <ThankButton revision={revision.id} />
              )}
            </p>
            {opened.value === revision.id && <OpenRevision {...{ revision, lang, dir }} all={list.items} />}
          </li>
        ))}
      </ol>
      <More list={list} />
    </div>
  );
}

function RevisionHead({ revision }: { revision: RevisionSummary }) {
  const t = useMessages(historyMessages);
  return (
    <>
      <p class="revision-head">
        <b>{t('version', { number: revision.number })}</b>{' '}
        {revision.current && <Badge tone="transcribed">{t('current')}</Badge>}{' '}
        {revision.acceptedAt && <Badge tone="reviewed">{t('isAccepted')}</Badge>}
        {revision.returnedAt && <Badge tone="bad">{t('isReturned')}</Badge>}
        {revision.submittedAt && !revision.acceptedAt && !revision.returnedAt && (
          <Badge tone="wait">{t('isSubmitted')}</Badge>
        )}
      </p>
      <p class="small soft">
        {revision.author ? <bdi>{revision.author.name}</bdi> : t('machine')} · {t(`origin${revision.origin}`)}{' '}
        · <Moment at={revision.createdAt} /> · {t('lineCount', { count: revision.lineCount })}
      </p>
      {revision.note && (
        <p class="small">
          <bdi>{revision.note}</bdi>
        </p>
      )}
      {revision.review?.note && (
        <p class="small">
          {t.rich('reviewerSays', {
            name: <bdi>{revision.review.reviewer}</bdi>,
            note: <bdi>{revision.review.note}</bdi>,
          })}
        </p>
      )}
      {revision.review?.lineNotes && (
        <ul class="small">
          {revision.review.lineNotes.map(({ line, number, quote, note }) => (
            <li key={line}>
              {t.rich('lineSays', { number, quote: <bdi>{quote}</bdi>, note: <bdi>{note}</bdi> })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Restore({
  revision,
  desk,
  onRestored,
}: {
  revision: RevisionSummary;
  desk: Desk;
  onRestored: () => void;
}) {
  const t = useMessages(historyMessages);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const restore = async () => {
    if (desk.store.dirty.peek()) {
      toast(t('saveBeforeRestore'), 'bad');
      return;
    }
    busy.value = true;
    problem.value = null;
    try {
      desk.adopt(await restoreRevision(revision.id, desk.etag()));
      toast(t('restored', { number: revision.number }), 'good');
      onRestored();
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <Button small icon="history" busy={busy.value} onClick={() => void restore()}>
        {t('restore')}
      </Button>
      <ProblemNotice problem={problem.value ?? undefined} />
    </>
  );
}

interface OpenRevisionProps {
  revision: RevisionSummary;
  /** The versions that it can be compared with. */
  all: readonly RevisionSummary[];
  lang: string;
  dir: 'rtl' | 'ltr';
}

/** One version against the one before, or against any other: what two people made of the same page. */
function OpenRevision({ revision, all, lang, dir }: OpenRevisionProps) {
  const t = useMessages(historyMessages);
  const against = useSignal(revision.parent);
  const versions = useSignal<{ before: Revision | null; after: Revision } | null>(null);
  const problem = useSignal<ApiProblem | null>(null);
  const whole = useSignal(false);
  useEffect(() => {
    versions.value = null;
    const before = against.value === null ? Promise.resolve(null) : deskService.revision(against.value);
    Promise.all([before, deskService.revision(revision.id)]).then(
      ([parent, after]) => (versions.value = { before: parent, after }),
      (error: unknown) => (problem.value = toProblem(error)),
    );
  }, [revision.id, against.value]);
  const others = all.filter((each) => each.id !== revision.id);
  if (problem.value) return <ProblemNotice problem={problem.value} />;
  if (!versions.value) return <Loading />;
  const { before, after } = versions.value;
  return (
    <div class="revision-open">
      {others.length > 1 && (
        <SelectField
          label={t('compareWith')}
          value={against.value ?? ''}
          onChange={(id) => (against.value = id === '' ? null : id)}
          choices={[
            ...(against.value === null ? [{ value: '', label: t('nothing') }] : []),
            ...others.map((each) => ({
              value: each.id,
              label: `${t('version', { number: each.number })}, ${each.author?.name ?? t('machine')}`,
            })),
          ]}
        />
      )}
      {before && (
        <label class="check">
          <input
            type="checkbox"
            checked={whole.value}
            onChange={(event) => (whole.value = event.currentTarget.checked)}
          />
          {t('wholeText')}
        </label>
      )}
      {before && !whole.value ? (
        <DiffView before={before.lines} after={after.lines} {...{ lang, dir }} />
      ) : (
        <ol class="diff-lines">
          {after.lines.map((line) => (
            <li key={line.id} class="diff-line">
              <p class="diff-text" lang={lang} dir={directionOnPage(line.text, dir)}>
                {line.text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
