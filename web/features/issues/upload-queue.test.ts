import { describe, expect, it } from 'vitest';
import type { Page } from '../../../worker/shapes/pages.ts';
import { ApiProblem } from '../../api/problem.ts';
import { MAX_BYTES, type UploadEvent, emptyQueue, isBusy, nextToSend, uploadQueue } from './upload-queue.ts';

const after = (...events: UploadEvent[]) => events.reduce(uploadQueue, emptyQueue);
const chosen = (...names: string[]): UploadEvent => ({
  type: 'chosen',
  files: names.map((name) => ({ name, size: 10 })),
});
const page = { id: 'p1' } as Page;

describe('the upload queue', () => {
  it('takes files in the order of their page numbers, not of the file chooser', () => {
    const queue = after(chosen('10.jpg', '2.jpg', '1.jpg'));
    expect(queue.files.map((file) => file.name)).toEqual(['1.jpg', '2.jpg', '10.jpg']);
  });

  it('keeps files chosen later behind those that wait', () => {
    const queue = after(chosen('b.png'), chosen('a.png'));
    expect(queue.files.map((file) => file.name)).toEqual(['b.png', 'a.png']);
    expect(new Set(queue.files.map((file) => file.id)).size).toBe(2);
  });

  it('sends one file at a time and goes on after each', () => {
    const two = after(chosen('1.jpg', '2.jpg'));
    expect(nextToSend(two)?.name).toBe('1.jpg');
    const sending = uploadQueue(two, { type: 'started', id: 1 });
    expect(nextToSend(sending)).toBeUndefined();
    const stored = uploadQueue(sending, { type: 'stored', id: 1, page });
    expect(nextToSend(stored)?.name).toBe('2.jpg');
  });

  it('goes on after a refused file, and sends it again when asked', () => {
    const problem = new ApiProblem('damaged-image', 422, 'Damaged');
    const refused = uploadQueue(after(chosen('1.jpg', '2.jpg'), { type: 'started', id: 1 }), {
      type: 'refused',
      id: 1,
      problem,
    });
    expect(nextToSend(refused)?.name).toBe('2.jpg');
    expect(refused.files[0]?.problem).toBe(problem);
    const again = uploadQueue(refused, { type: 'repeated', id: 1 });
    expect(again.files[0]).toMatchObject({ state: 'waiting', progress: 0 });
    expect(again.files[0]).not.toHaveProperty('problem');
  });

  it('refuses an empty and a too large file before they travel', () => {
    const queue = after({
      type: 'chosen',
      files: [
        { name: 'a', size: 0 },
        { name: 'b', size: MAX_BYTES + 1 },
      ],
    });
    expect(queue.files.map((file) => file.problem?.type)).toEqual(['empty-file', 'body-too-large']);
    expect(isBusy(queue)).toBe(false);
  });

  it('is busy while anything waits or travels', () => {
    expect(isBusy(after(chosen('1.jpg')))).toBe(true);
    expect(
      isBusy(
        after(chosen('1.jpg'), { type: 'started', id: 1 }, { type: 'progressed', id: 1, progress: 0.5 }),
      ),
    ).toBe(true);
    expect(isBusy(after(chosen('1.jpg'), { type: 'stored', id: 1, page }))).toBe(false);
  });

  it('clears what is stored and keeps the rest', () => {
    const queue = after(chosen('1.jpg', '2.jpg'), { type: 'stored', id: 1, page }, { type: 'cleared' });
    expect(queue.files.map((file) => file.name)).toEqual(['2.jpg']);
  });
});
