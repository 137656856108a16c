/** Substages lie within their stage. */
import type { CalendarName } from './calendars.ts';
import { type Span, isDated } from './stages.ts';

export interface NestedStage extends Span {
  id: string;
  key: string;
  parentId: string | null;
  calendar: CalendarName;
  toCalendar?: CalendarName | null | undefined;
  /** As stated, EDTF. */
  from: string | null;
  to: string | null;
}

export interface NestingFault<S> {
  stage: S;
  parent: S;
  bound: 'from' | 'to';
  /** A sentence that names both stages and their bounds as stated. */
  message: string;
}

/**
 * "1905" begins 13 days apart in the two calendars. Where a stage and its substage are stated in different ones
 * the same words must not count as a substage that begins too early.
 */
const BETWEEN_CALENDARS = 14;

/** Every bound of a dated substage that lies outside its dated stage. */
export function findNestingFaults<S extends NestedStage>(stages: readonly S[]): NestingFault<S>[] {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  return stages.flatMap((stage) => {
    const parent = stage.parentId === null ? undefined : byId.get(stage.parentId);
    if (!parent || parent === stage || !isDated(stage) || !isDated(parent)) return [];
    const faults: NestingFault<S>[] = [];
    if (beginsTooEarly(stage, parent)) {
      const own = stage.from === null ? 'has no beginning' : `begins ${stage.from}`;
      const message = `Stage ${stage.key} ${own}, but stage ${parent.key}, of which it is a part, begins ${parent.from}.`;
      faults.push({ stage, parent, bound: 'from', message });
    }
    if (endsTooLate(stage, parent)) {
      const own = stage.to === null ? 'has no end' : `ends ${stage.to}`;
      const message = `Stage ${stage.key} ${own}, but stage ${parent.key}, of which it is a part, ends ${parent.to}.`;
      faults.push({ stage, parent, bound: 'to', message });
    }
    return faults;
  });
}

function beginsTooEarly(stage: NestedStage, parent: NestedStage): boolean {
  if (parent.earliest === null) return false;
  if (stage.earliest === null) return true;
  return daysFromTo(stage.earliest, parent.earliest) > tolerance(stage.calendar, parent.calendar);
}

function endsTooLate(stage: NestedStage, parent: NestedStage): boolean {
  if (parent.latest === null) return false;
  if (stage.latest === null) return true;
  const calendars = [stage, parent].map(({ calendar, toCalendar }) => toCalendar ?? calendar);
  return daysFromTo(parent.latest, stage.latest) > tolerance(calendars[0], calendars[1]);
}

function tolerance(a: CalendarName | undefined, b: CalendarName | undefined): number {
  return a === b ? 0 : BETWEEN_CALENDARS;
}

function daysFromTo(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
