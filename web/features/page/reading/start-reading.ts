import type { Job } from '../../../../worker/shapes/pages.ts';
import { post } from '../../../api/client.ts';

/** Queues a new reading of the page; null lets the language of the issue choose the model. */
export async function startReading(page: string, model: string | null): Promise<Job> {
  return (await post<Job>(`/pages/${page}/ocr`, model === null ? {} : { model })).data;
}
