/** Reads a trace of Chromium: how long each key press took until it was painted. */

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  args?: { data?: { type?: string } };
}

/** Tasks of the main thread; what runs inside another is counted with that. */
const WORK = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'RunMicrotasks',
  'TimerFire',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
]);

export interface Press {
  /** From the key's first event until its paint is made and divided into layers for the screen, in ms. */
  paint: number;
  /** Of that, how long the main thread was at work, in ms. */
  work: number;
}

/** One entry for each key that changed a text. @throws where the trace holds none. */
export function pressesToPaint({ traceEvents }: { traceEvents: TraceEvent[] }): Press[] {
  const events = traceEvents.filter(({ ph }) => ph === 'X').toSorted((a, b) => a.ts - b.ts);
  const keys = events.filter((event) => typeOf(event) === 'keydown');
  const main = keys[0];
  if (!main) throw new Error('the trace holds no key press');
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  return keys.flatMap((key, index): Press[] => {
    const next = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const during = own.filter(({ ts }) => ts >= key.ts && ts < next);
    const input = during.find((event) => typeOf(event) === 'input');
    const painted = input && during.find(({ name, ts }) => name === 'Layerize' && ts > input.ts);
    if (!painted) return [];
    const end = painted.ts + (painted.dur ?? 0);
    return [{ paint: (end - key.ts) / 1000, work: workUntil(during, end) / 1000 }];
  });
}

function typeOf({ name, args }: TraceEvent): string | undefined {
  return name === 'EventDispatch' ? args?.data?.type : undefined;
}

/** Microseconds, nested tasks once. */
function workUntil(events: TraceEvent[], until: number): number {
  let total = 0;
  let covered = 0;
  for (const { name, ts, dur = 0 } of events) {
    if (!WORK.has(name) || ts >= until) continue;
    const from = Math.max(ts, covered);
    const to = Math.min(ts + dur, until);
    if (to > from) total += to - from;
    covered = Math.max(covered, to);
  }
  return total;
}
