/**
 * A save whose answer was lost on the way: the service has the text, and the window thinks that it was not sent. The
 * next save then finds a newer revision, which is nobody else's.
 */
import type { Transcription } from '../../../worker/shapes/transcriptions.ts';
import { sameBox, type WorkLines } from './lines.ts';

/**
 * The text of this window that the newer revision holds, line by line in its order; null where it is another text.
 * @param mine what was to be saved, and what undo leads back to: all that this window may have sent
 */
export function ownSave(newer: Transcription, user: string, mine: readonly WorkLines[]): WorkLines | null {
  if (newer.author?.id !== user) return null;
  return mine.find((lines) => isSavedAs(lines, newer.lines)) ?? null;
}

function isSavedAs(lines: WorkLines, saved: Transcription['lines']): boolean {
  return (
    lines.length === saved.length &&
    lines.every(({ text, box }, at) => {
      const as = saved[at]!;
      // The service writes letters composed.
      return text.normalize() === as.text.normalize() && sameBox(box, as.box);
    })
  );
}
