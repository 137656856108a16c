/** Where the stages of one scheme stand: lanes, open ends, gaps and months that two stages share. Pure, in days. */
import { dayNumberOf } from './axis.ts';

/** A stage as far as the picture needs it. */
export interface TrackStage {
  id: string;
  key: string;
  /** The key of the stage above it. */
  parent?: string | undefined;
  earliest: string | null;
  latest: string | null;
}

export interface Bar<S extends TrackStage> {
  stage: S;
  /** Day numbers, the end exclusive; infinite where the stage is open. */
  start: number;
  end: number;
  lane: number;
  /** 0 for stages, 1 for substages and so on. */
  depth: number;
  /** Until this day the one before it in its lane goes on. */
  sharedUntil?: number;
  /** From this day the one after it in its lane has begun. */
  sharedFrom?: number;
}

interface Stretch {
  start: number;
  end: number;
  lane: number;
}

export interface Track<S extends TrackStage> {
  bars: Bar<S>[];
  lanes: number;
  /** Days between two stages that no stage claims. */
  gaps: Stretch[];
}

/** Two stages that share no more than this stand in one lane, with the shared days marked. */
const SHARED_DAYS = 62;

/** Lays the dated stages out: those of one depth side by side, substages below, rivals in lanes of their own. */
export function trackOf<S extends TrackStage>(stages: readonly S[]): Track<S> {
  const dated = stages
    .filter((stage) => stage.earliest !== null || stage.latest !== null)
    .map((stage) => ({
      stage,
      start: stage.earliest === null ? -Infinity : dayNumberOf(stage.earliest),
      end: stage.latest === null ? Infinity : dayNumberOf(stage.latest) + 1,
      depth: depthOf(stage, stages),
    }))
    .toSorted((a, b) => a.depth - b.depth || a.start - b.start || a.end - b.end);

  const bars: Bar<S>[] = [];
  const gaps: Stretch[] = [];
  /** The last bar of each lane. */
  const lanes: Bar<S>[] = [];
  for (const one of dated) {
    let lane = lanes.findIndex(
      (last) => last.depth === one.depth && last.end - one.start <= SHARED_DAYS && last.end < one.end,
    );
    if (lane < 0) lane = lanes.length;
    const before = lanes[lane];
    const bar: Bar<S> = { ...one, lane };
    if (before && before.end > one.start) {
      bar.sharedUntil = before.end;
      before.sharedFrom = one.start;
    }
    lanes[lane] = bar;
    bars.push(bar);
  }
  const tops = bars.filter((bar) => bar.depth === 0);
  let reached = tops[0]?.end ?? 0;
  for (const bar of tops.slice(1)) {
    if (bar.start > reached) gaps.push({ start: reached, end: bar.start, lane: bar.lane });
    reached = Math.max(reached, bar.end);
  }
  return { bars, lanes: lanes.length, gaps };
}

function depthOf(stage: TrackStage, stages: readonly TrackStage[]): number {
  let depth = 0;
  let parent = stage.parent;
  // A scheme that refers to itself in a circle must not hang the picture.
  while (parent !== undefined && depth < 5) {
    depth += 1;
    parent = stages.find((one) => one.key === parent)?.parent;
  }
  return depth;
}
