import type { Job } from '../../worker/shapes/pages.ts';
import { ApiProblem } from './problem.ts';

/** Why a reading job failed, as an ApiProblem whose type is the most exact one that is known (`no-text-found`). */
export function jobProblem(job: Job | undefined): ApiProblem | undefined {
  if (!job?.error) return undefined;
  const { code, type, title, status } = job.error as typeof job.error & { code?: unknown };
  return new ApiProblem(
    typeof code === 'string' ? code : (type.split('/').at(-1) ?? type),
    status,
    title,
    job.error,
  );
}
