/** Where the stages of a scheme stand on the axis 1905–1920. Pure, in shares of the axis. */
import type { Stage } from '../../../worker/shapes/schemes.ts';

export const FIRST_YEAR = 1905;
/** The end of the axis: 1920 is shown whole. */
export const LAST_YEAR = 1921;

export interface Bar {
  stage: Stage;
  /** 0 to 1. */
  start: number;
  end: number;
  openStart: boolean;
  openEnd: boolean;
  /** 0 for stages, 1 for substages and so on. */
  depth: number;
}

/** The dated stages as bars; an undated one has no place on an axis. */
export function barsOf(stages: readonly Stage[]): Bar[] {
  return stages.flatMap((stage) => {
    const { earliest, latest } = stage;
    if (earliest === null && latest === null) return [];
    const start = earliest === null ? 0 : clamp(shareOf(earliest, 0));
    const end = latest === null ? 1 : clamp(shareOf(latest, 1));
    return [
      {
        stage,
        start,
        end,
        openStart: earliest === null,
        openEnd: latest === null,
        depth: depthOf(stage, stages),
      },
    ];
  });
}

function depthOf(stage: Stage, stages: readonly Stage[]): number {
  let depth = 0;
  let parent = stage.parent;
  // A scheme that refers to itself in a circle must not hang the picture.
  while (parent !== undefined && depth < 5) {
    depth += 1;
    parent = stages.find((one) => one.key === parent)?.parent;
  }
  return depth;
}

/** The share of the axis at the beginning of a day, or (`plusDays` 1) at its end. */
function shareOf(day: string, plusDays: number): number {
  const at = Date.parse(`${day}T00:00:00Z`) + plusDays * 86_400_000;
  const [first, last] = [Date.UTC(FIRST_YEAR, 0, 1), Date.UTC(LAST_YEAR, 0, 1)];
  return (at - first) / (last - first);
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
