import { useSignal } from '@preact/signals';
import type { Job, Page } from '../../../../worker/shapes/pages.ts';
import { type ApiProblem, get, toProblem } from '../../../api/client.ts';
import { readProblem } from '../../../api/problem.ts';
import { describeProblem } from '../../../api/problem-messages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { usePolling } from '../../../state/resource.ts';
import { signedIn } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { readingMessages } from './messages.ts';
import { needsLook, OcrNotices } from './ocr-notices.tsx';
import { startReading } from './start-reading.ts';
import { stepText } from './step-text.ts';

interface ReadingNoticeProps {
  page: Page;
  /** Called with every state of a job that runs. */
  onJob: (job: Job) => void;
  /** The reading ended, well or badly. */
  onEnded: () => void;
  onTypeByHand: (() => void) | null;
}

/** Above the text: the machine's reading while it goes on, and what can be done where it failed. */
export default function ReadingNotice({ page, onJob, onEnded, onTypeByHand }: ReadingNoticeProps) {
  const t = useMessages(readingMessages);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const job = page.job;
  const runs = job?.state === 'queued' || job?.state === 'running';

  usePolling(runs && job ? job.id : null, async () => {
    const { data } = await get<Job>(`/jobs/${job!.id}`);
    if (data.state === 'done' || data.state === 'failed') {
      onEnded();
      return true;
    }
    onJob(data);
    return false;
  });

  if (runs && job) {
    const words = job.state === 'queued' ? t('queued') : stepText(job.step, t);
    return (
      <Notice>
        <Progress label={words} value={job.state === 'queued' ? undefined : job.progress} />
      </Notice>
    );
  }
  const notices = (job?.notices ?? []).filter(needsLook);
  // Who has worked on the text has seen the page.
  const unseen = page.layer === 'none' || page.layer === 'ocr';
  if (page.status !== 'failed') return unseen ? <OcrNotices notices={notices} /> : null;

  const again = async () => {
    busy.value = true;
    problem.value = null;
    try {
      onJob(await startReading(page.id, null));
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  // The reading's own code says more than the type that all failed readings share.
  const reason =
    job?.error &&
    readProblem(
      job.error.status,
      JSON.stringify({ ...job.error, type: job.error['code'] ?? job.error.type }),
    );
  return (
    <Notice tone="bad">
      <p>{t('failed')}</p>
      {reason && (
        <p>
          {describeProblem(reason)}{' '}
          {reason.detail && (
            <span class="small soft" lang="en">
              {reason.detail}
            </span>
          )}
        </p>
      )}
      <OcrNotices notices={notices} />
      <ProblemNotice problem={problem.value ?? undefined} />
      {signedIn.value ? (
        <p class="form-actions">
          <Button small icon="retry" busy={busy.value} onClick={() => void again()}>
            {t('readAgain')}
          </Button>
          {onTypeByHand && (
            <Button small icon="pen" onClick={onTypeByHand}>
              {t('typeByHand')}
            </Button>
          )}
        </p>
      ) : (
        <p>{t('signInToType')}</p>
      )}
    </Notice>
  );
}
