/** Histories of records as the API shows them. */
import type { History } from '../db/record-versions.ts';
import type { RecordVersion } from '../shapes/history.ts';
import { isoTime } from './support.ts';

/**
 * The versions of a record, newest first. What was done without making a new version (a merge that others
 * were taken into) stands with the version it found.
 * @param current the record as it is, with its number and the time it was made
 */
export function historyOf<T extends object>(
  { kept, acts }: History,
  current: { version: number; createdAt: number; record: T },
): RecordVersion<T>[] {
  const states = new Map<number, T>(kept.map(({ version, snapshot }) => [version, snapshot as T]));
  states.set(current.version, current.record);
  const stateOf = (version: number) => {
    const record = states.get(version);
    return record === undefined ? {} : { record };
  };
  let version = 1;
  const versions = acts.map((act): RecordVersion<T> => {
    const { version: made, fields, note } = act.detail ?? {};
    if (typeof made === 'number') version = made;
    return {
      version,
      action: act.action,
      ...(act.actorId === null ? {} : { actor: { id: act.actorId, name: act.actorName ?? '' } }),
      at: isoTime(act.at),
      ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}),
      ...(typeof note === 'string' ? { note } : {}),
      ...stateOf(version),
    };
  });
  // A record that came with the service was made by nobody.
  if (!versions.some((entry) => entry.version === 1 && entry.action.endsWith(':create'))) {
    const action = 'record:load';
    versions.unshift({ version: 1, action, at: isoTime(current.createdAt), ...stateOf(1) });
  }
  return versions.toReversed();
}
