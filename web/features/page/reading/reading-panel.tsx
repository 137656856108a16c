import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { OcrRun } from '../../../../worker/shapes/ocr.ts';
import type { Job, Page } from '../../../../worker/shapes/pages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { signedIn } from '../../../state/session.ts';
import { Empty, Loading, ProblemNotice } from '../../../ui/notice.tsx';
import { later } from '../later.tsx';
import type { LineStore } from '../store.ts';
import { readingMessages } from './messages.ts';
import { ReadAgain } from './read-again.tsx';
import { RunRow } from './run-row.tsx';
import './reading.css';

const CompareRuns = later(() => import('./compare-runs.tsx'));

interface ReadingPanelProps {
  page: Page;
  store: LineStore;
  onJob: (job: Job) => void;
  /** A run was chosen: the text may be another. */
  onChosen: () => void;
}

/** The machine's readings of the page, a new one with a model and parameters of one's choice, and two side by side. */
export default function ReadingPanel({ page, store, onJob, onChosen }: ReadingPanelProps) {
  const t = useMessages(readingMessages);
  const runs = useResource<{ items: OcrRun[] }>(`/pages/${page.id}/ocr`);
  const compared = useSignal<string | null>(null);
  const state = page.job?.state;
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current !== state) void runs.reload();
    shown.current = state;
  }, [state]);
  const readable = runs.data?.items.filter((run) => run.linesUrl !== undefined) ?? [];
  return (
    <div class="readings">
      {signedIn.value && <ReadAgain page={page} onJob={onJob} />}
      <h3>{t('runs')}</h3>
      {runs.problem && <ProblemNotice problem={runs.problem} onRetry={runs.reload} />}
      {!runs.data && runs.loading && <Loading />}
      {runs.data?.items.length === 0 && <Empty title={t('noRuns')} />}
      <ol class="rows">
        {runs.data?.items.map((run) => (
          <RunRow
            key={run.id}
            run={run}
            onCompare={readable.includes(run) ? () => (compared.value = run.id) : null}
          />
        ))}
      </ol>
      {compared.value && (
        <CompareRuns
          {...{ page, store }}
          runs={readable}
          first={compared.value}
          onClose={() => (compared.value = null)}
          onChosen={() => {
            compared.value = null;
            void runs.reload();
            onChosen();
          }}
        />
      )}
    </div>
  );
}
