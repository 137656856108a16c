/** The files someone has chosen to upload, as a pure state and what may happen to it. */
import type { Page } from '../../../worker/shapes/pages.ts';
import { ApiProblem } from '../../api/problem.ts';

export interface QueuedFile {
  id: number;
  name: string;
  bytes: number;
  /** `refused` was answered by a problem and can be sent again; `stored` is a page now. */
  state: 'waiting' | 'sending' | 'stored' | 'refused';
  /** 0 to 1 of the bytes sent. */
  progress: number;
  problem?: ApiProblem;
  page?: Page;
}

export interface UploadQueue {
  files: QueuedFile[];
  nextId: number;
}

export type UploadEvent =
  | { type: 'chosen'; files: { name: string; size: number }[] }
  | { type: 'started'; id: number }
  | { type: 'progressed'; id: number; progress: number }
  | { type: 'stored'; id: number; page: Page }
  | { type: 'refused'; id: number; problem: ApiProblem }
  | { type: 'repeated'; id: number }
  | { type: 'dropped'; id: number }
  | { type: 'cleared' };

export const emptyQueue: UploadQueue = { files: [], nextId: 1 };

/** What the service takes for one scan; a larger file is refused before it travels. */
export const MAX_BYTES = 64 * 1024 * 1024;

export function uploadQueue(queue: UploadQueue, event: UploadEvent): UploadQueue {
  switch (event.type) {
    case 'chosen':
      return {
        files: [
          ...queue.files,
          ...inPageOrder(event.files).map((file, index) => queued(queue.nextId + index, file)),
        ],
        nextId: queue.nextId + event.files.length,
      };
    case 'started':
      return change(queue, event.id, { state: 'sending', progress: 0 });
    case 'progressed':
      return change(queue, event.id, { progress: event.progress });
    case 'stored':
      return change(queue, event.id, { state: 'stored', progress: 1, page: event.page });
    case 'refused':
      return change(queue, event.id, { state: 'refused', problem: event.problem });
    case 'repeated':
      return change(queue, event.id, { state: 'waiting', progress: 0 });
    case 'dropped':
      return { ...queue, files: queue.files.filter((file) => file.id !== event.id) };
    case 'cleared':
      return { ...queue, files: queue.files.filter((file) => file.state !== 'stored') };
  }
}

/**
 * The file to send now: one at a time, in order, because the order of arrival becomes the order of the pages.
 * Undefined while one is on its way or nothing waits.
 */
export function nextToSend(queue: UploadQueue): QueuedFile | undefined {
  if (queue.files.some((file) => file.state === 'sending')) return undefined;
  return queue.files.find((file) => file.state === 'waiting');
}

/** Whether leaving now would lose something that was chosen. */
export function isBusy(queue: UploadQueue): boolean {
  return queue.files.some((file) => file.state === 'sending' || file.state === 'waiting');
}

/** By name with numbers as numbers: page 2 before page 10, whatever order the file chooser gives. */
export function inPageOrder<T extends { name: string }>(files: readonly T[]): T[] {
  const order = new Intl.Collator('en', { numeric: true });
  return files.toSorted((a, b) => order.compare(a.name, b.name));
}

function queued(id: number, file: { name: string; size: number }): QueuedFile {
  const base = { id, name: file.name, bytes: file.size, progress: 0 };
  if (file.size === 0)
    return { ...base, state: 'refused', problem: new ApiProblem('empty-file', 0, 'Empty file') };
  if (file.size > MAX_BYTES)
    return { ...base, state: 'refused', problem: new ApiProblem('body-too-large', 0, 'Too large') };
  return { ...base, state: 'waiting' };
}

function change(queue: UploadQueue, id: number, changes: Partial<QueuedFile>): UploadQueue {
  return {
    ...queue,
    files: queue.files.map((file) => {
      if (file.id !== id) return file;
      const { problem: _old, ...rest } = file;
      return { ...rest, ...changes };
    }),
  };
}
