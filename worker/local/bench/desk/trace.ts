/** Reads a trace of Chromium: how long each key press took until its frame was shown. */

/** What the trace must hold. */
export const CATEGORIES = ['devtools.timeline', 'input', 'benchmark', 'cc'];

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  id2?: { local?: string };
  args?: { data?: { type?: string }; event_latency?: { event_type?: string } };
}

/** Tasks of the main thread; what runs inside another is counted with that. */
const WORK = new Set([
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'RunMicrotasks',
  'TimerFire',
  'UpdateLayoutTree',
  'Layout',
  'PrePaint',
  'Paint',
  'Layerize',
  'Commit',
]);

export interface Press {
  /**
   * From the time stamp of the key's event (made by the browser process) until the frame with its letter was handed
   * to the screen: `EventLatency` of Chromium, whose last stage is the presentation of the frame. Holds input,
   * script, style, layout, paint, raster and drawing, and the wait for the screen's next refresh. In ms.
   */
  shown: number;
  /**
   * Until the main thread had painted that frame and handed it to the compositor, in ms: what the page itself is
   * answerable for. After it come raster, drawing, and the screen.
   */
  painted: number;
  /** Of that, how long the page's main thread was at work, in ms. */
  work: number;
}

/** One entry for each key press that changed the picture. @throws where the trace holds none. */
export function pressesToScreen({ traceEvents }: { traceEvents: TraceEvent[] }): Press[] {
  const events = traceEvents.toSorted((a, b) => a.ts - b.ts);
  const main = events.find(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  if (!main) throw new Error('the trace holds no key press');
  const tasks = events.filter(({ ph, pid, tid, name }) => {
    return ph === 'X' && pid === main.pid && tid === main.tid && WORK.has(name);
  });
  return latencies(events).map(({ from, painted, to }) => ({
    shown: (to - from) / 1000,
    painted: (painted - from) / 1000,
    work: workWithin(tasks, from, to) / 1000,
  }));
}

/** From the event to the presentation, in microseconds; ids of the trace are used again after their end. */
function latencies(events: readonly TraceEvent[]): { from: number; painted: number; to: number }[] {
  const open = new Map<string, { from: number; painted: number | null; presented: number | null }>();
  return events.flatMap(({ name, ph, pid, id2, ts, args }) => {
    const id = `${pid} ${id2?.local}`;
    const press = open.get(id);
    if (name === 'EventLatency' && ph === 'b' && args?.event_latency?.event_type === 'KEY_PRESSED')
      open.set(id, { from: ts, painted: null, presented: null });
    else if (press && name === 'Commit' && ph === 'e') press.painted = ts;
    else if (press && name === 'SwapEndToPresentationCompositorFrame' && ph === 'e') press.presented = ts;
    else if (press && name === 'EventLatency' && ph === 'e') {
      open.delete(id);
      const { from, painted, presented } = press;
      if (painted !== null && presented !== null) return [{ from, painted, to: presented }];
    }
    return [];
  });
}

/** Microseconds, nested tasks once. */
function workWithin(tasks: readonly TraceEvent[], from: number, to: number): number {
  let total = 0;
  let covered = from;
  for (const { ts, dur = 0 } of tasks) {
    if (ts >= to) break;
    const begin = Math.max(ts, covered);
    const end = Math.min(ts + dur, to);
    if (end > begin) total += end - begin;
    covered = Math.max(covered, end);
  }
  return total;
}
