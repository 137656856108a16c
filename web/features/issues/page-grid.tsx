import type { Page } from '../../../worker/shapes/pages.ts';
import { post, toProblem } from '../../api/client.ts';
import { describeProblem } from '../../api/problem-messages.ts';
import { jobProblem } from '../../api/job-problem.ts';
import { formatPercent } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { signedIn } from '../../state/session.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/live-region.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { issueMessages } from './messages.ts';

/** Whether a machine still works on a page, so that looking again is worth it. */
export function isReading(page: Page): boolean {
  return page.status === 'queued' || page.status === 'reading';
}

/** The pages of an issue as pictures with their states. */
export function PageGrid({ pages, onChanged }: { pages: Page[]; onChanged: () => void }) {
  return (
    <ol class="page-grid">
      {pages.map((page) => (
        <PageCard key={page.id} page={page} onChanged={onChanged} />
      ))}
    </ol>
  );
}

function PageCard({ page, onChanged }: { page: Page; onChanged: () => void }) {
  const t = useMessages(issueMessages);
  const label = page.label ?? String(page.sequence);
  return (
    <li class="page-card">
      <a href={`/pages/${page.id}`}>
        <span class="page-card-picture">
          <Thumbnail page={page} />
        </span>
        <span class="page-card-label">
          <bdi>{/^\d/.test(label) ? t('open', { label }) : label}</bdi>
        </span>
      </a>
      {isReading(page) ? <ReadingProgress page={page} /> : <StatusBadge status={page.status} />}
      {page.status === 'failed' && <Failed page={page} onChanged={onChanged} />}
    </li>
  );
}

function ReadingProgress({ page }: { page: Page }) {
  const t = useMessages(issueMessages);
  if (page.status === 'queued' || !page.job) return <StatusBadge status={page.status} />;
  const percent = formatPercent(page.job.progress, language.value);
  return (
    <label class="progress">
      <span class="small">{t('reading', { percent })}</span>
      <progress value={page.job.progress} max={1} />
    </label>
  );
}

function Failed({ page, onChanged }: { page: Page; onChanged: () => void }) {
  const t = useMessages(issueMessages);
  const problem = jobProblem(page.job);
  const readAgain = async () => {
    try {
      await post(`/pages/${page.id}/ocr`, {});
      toast(t('readAgainStarted'), 'good');
    } catch (error) {
      toast(describeProblem(toProblem(error)), 'bad');
    }
    onChanged();
  };
  return (
    <>
      {problem && <p class="small page-card-problem">{describeProblem(problem)}</p>}
      {signedIn.value && (
        <p class="page-card-actions">
          <Button small icon="retry" onClick={() => void readAgain()}>
            {t('readAgain')}
          </Button>
          <a class="small" href={`/pages/${page.id}`}>
            {t('typeByHand')}
          </a>
        </p>
      )}
    </>
  );
}
