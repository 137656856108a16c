/** Has the service read a part of the scan: a job is asked for, followed, and its lines are fetched. */
import type { OcrRunLines } from '../../../../worker/shapes/ocr.ts';
import type { Job } from '../../../../worker/shapes/pages.ts';
import { ApiProblem, get, post } from '../../../api/client.ts';
import { jobProblem } from '../../../api/job-problem.ts';
import type { RegionReader } from './browser-reader.ts';

const ASK_EVERY_MS = 700;

/** The run is kept with the page, as a try that changes nothing until it is chosen. */
export function createServiceReader(page: string): RegionReader {
  return {
    close: () => undefined,
    async read({ region, models, segmentation, onProgress, signal }) {
      onProgress('waiting', 0);
      const body = {
        model: models.map(({ name }) => name),
        region,
        parameters: { layout: segmentation === 'line' ? 'line' : 'column' },
        trial: true,
      };
      let job = (await post<Job>(`/pages/${page}/ocr`, body, { signal })).data;
      while (job.state === 'queued' || job.state === 'running') {
        onProgress(job.state === 'queued' ? 'waiting' : 'reading', job.progress);
        await pause(ASK_EVERY_MS, signal);
        job = (await get<Job>(`/jobs/${job.id}`, { signal })).data;
      }
      if (job.state === 'failed' || job.ocrRun === undefined)
        throw jobProblem(job) ?? new ApiProblem('ocr-failed', 500, 'Reading failed');
      const { data } = await get<OcrRunLines>(`/pages/${page}/ocr/${job.ocrRun}`, { signal });
      return { lines: data.lines, notices: job.notices ?? [] };
    },
  };
}

/** @throws the reason of the signal */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
