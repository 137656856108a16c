/** Several sources for the same date of the same thing are one mark. */
import type { TimelineEvent } from '../data.ts';

export interface EventGroup {
  /** `event:<entity>:<property>:<earliest>/<latest>`: the same after a reload, so that it can stand in an address. */
  key: string;
  first: TimelineEvent;
  events: TimelineEvent[];
  conflicts: boolean;
}

/** The events in their order, those that say the same put together. */
export function groupEvents(events: readonly TimelineEvent[]): EventGroup[] {
  const groups = Map.groupBy(
    events,
    ({ entity, property, earliest, latest }) =>
      `event:${entity}:${property}:${earliest ?? ''}/${latest ?? ''}`,
  );
  return [...groups].flatMap(([key, members]) => {
    const [first] = members;
    return first
      ? [{ key, first, events: members, conflicts: members.some(({ conflicts }) => conflicts) }]
      : [];
  });
}
