import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OcrModel, OcrRun } from '../../../../worker/shapes/ocr.ts';
import type { Job, Page } from '../../../../worker/shapes/pages.ts';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { signedIn } from '../../../state/session.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/date-text.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Empty, Loading, Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { readingMessages } from './messages.ts';
import { startReading } from './start-reading.ts';

/** The machine's readings of the page, and a new one with a model of one's choice. */
export default function ReadingPanel({ page, onJob }: { page: Page; onJob: (job: Job) => void }) {
  const t = useMessages(readingMessages);
  const runs = useResource<{ items: OcrRun[] }>(`/pages/${page.id}/ocr`);
  const state = page.job?.state;
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current !== state) void runs.reload();
    shown.current = state;
  }, [state]);
  return (
    <div class="readings">
      {signedIn.value && <ReadAgain page={page} onJob={onJob} />}
      <h3>{t('runs')}</h3>
      {runs.problem && <ProblemNotice problem={runs.problem} onRetry={runs.reload} />}
      {!runs.data && runs.loading && <Loading />}
      {runs.data?.items.length === 0 && <Empty title={t('noRuns')} />}
      <ol class="rows">
        {runs.data?.items.map((run) => (
          <li key={run.id}>
            <p class="revision-head">
              <b>{run.models.map((model) => model.name).join(' + ') || run.engine}</b>{' '}
              {run.current && <Badge tone="ocr">{t('currentRun')}</Badge>}
              {run.state === 'failed' && <Badge tone="bad">{t('runFailed')}</Badge>}
            </p>
            <p class="small soft">
              {run.engine} {run.engineVersion} · <Moment at={run.finishedAt} />
            </p>
            {run.state === 'done' && (
              <p class="small">
                {t('runLines', { count: run.lineCount })}
                {run.meanConfidence !== null &&
                  ` · ${t('confidence', { percent: Math.round(run.meanConfidence) })}`}
              </p>
            )}
            {run.warnings.length > 0 && (
              <ul class="small" lang="en">
                {run.warnings.map((warning) => (
                  <li key={warning}>{warning}</li>
                ))}
              </ul>
            )}
            {run.error && (
              <p class="small" lang="en">
                {run.error.detail ?? run.error.title}
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function ReadAgain({ page, onJob }: { page: Page; onJob: (job: Job) => void }) {
  const t = useMessages(readingMessages);
  const models = useResource<{ items: OcrModel[] }>('/models');
  const chosen = useSignal('');
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const running = page.job?.state === 'queued' || page.job?.state === 'running';
  const byPerson = page.layer === 'transcribed' || page.layer === 'reviewed';
  const start = async () => {
    busy.value = true;
    problem.value = null;
    try {
      onJob(await startReading(page.id, chosen.peek() === '' ? null : chosen.peek()));
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="form read-again">
      <h3>{t('readWith')}</h3>
      {byPerson && (
        <Notice>
          <p>{t('textStays')}</p>
        </Notice>
      )}
      <SelectField
        label={t('model')}
        value={chosen.value}
        onChange={(value) => (chosen.value = value)}
        choices={[
          { value: '', label: t('modelByLanguage') },
          ...(models.data?.items ?? []).map((model) => ({
            value: model.name,
            label: `${model.title} (${model.name})`,
          })),
        ]}
      />
      <ProblemNotice problem={problem.value ?? models.problem} />
      <p>
        <Button
          icon="retry"
          busy={busy.value}
          aria-disabled={running ? 'true' : undefined}
          onClick={() => !running && void start()}
        >
          {t('readAgain')}
        </Button>
      </p>
    </div>
  );
}
