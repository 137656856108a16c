/** Asks the browser to keep what lies here, however little room the device has left. */
import { readStored, writeStored } from './remembered.ts';

const ASKED_AT = 'qalam.storage.asked';
/** Some browsers put the question to the person, others decide by how often somebody comes: not too often, but again. */
const ASK_AGAIN_MS = 7 * 86_400_000;

/**
 * Where room is short, browsers throw away what sites keep, drafts included, unless they were asked not to
 * (Storage Standard, https://storage.spec.whatwg.org/#persistence). Ends when there is an answer; nothing hangs on it.
 * @param now milliseconds UTC
 */
export async function askToLast(
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined,
  now: number,
): Promise<void> {
  const asked = Number(readStored(ASKED_AT) ?? 0);
  if (!storage || now - asked < ASK_AGAIN_MS || (await storage.persisted())) return;
  writeStored(ASKED_AT, String(now));
  await storage.persist();
}
