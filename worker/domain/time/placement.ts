/** In which stages of a periodisation a date lies, and how: said outright where that is not one clear answer. */
import { isCovered, sharedDays } from './coverage.ts';
import { type Fit, type Span, isDated, isWithin, overlaps } from './stages.ts';

/** A stage as far as placing needs it. */
export interface PlaceableStage extends Span {
  id: string;
  /** The stage that it is a substage of. */
  parentId: string | null;
}

/**
 * - `inside`: on each level the whole date lies in one stage alone
 * - `boundary`: two stages of one level claim all of it (schemes share boundary months)
 * - `uncertain`: the date is wider than a stage that it lies in: only some of the days it may mean are in it
 * - `gap`: the date lies in no stage
 * - `undated`: the scheme has no dates, or the date is not known
 */
export type Verdict = 'inside' | 'boundary' | 'uncertain' | 'gap' | 'undated';

export interface PlacedStage<S> {
  stage: S;
  fit: Fit;
  /** 1 for a stage, 2 for its substages, and so on. */
  level: number;
}

export interface Placement<S> {
  verdict: Verdict;
  /** In the order of the scheme; with a stage stand the substages in which the date lies too. */
  stages: PlacedStage<S>[];
  /** Of a gap: before all stages, after them, or between two. */
  gap?: 'before' | 'after' | 'between';
  /** What has no dates. */
  undated?: 'scheme' | 'date';
}

/** Places a date among all stages of one scheme. */
export function placeIn<S extends PlaceableStage>(stages: readonly S[], date: Span): Placement<S> {
  if (!stages.some(isDated)) return { verdict: 'undated', stages: [], undated: 'scheme' };
  if (!isDated(date)) return { verdict: 'undated', stages: [], undated: 'date' };
  const met = stages.filter((stage) => overlaps(date, stage));
  if (met.length === 0) return { verdict: 'gap', stages: [], gap: whereBeside(stages, date) };
  const lines = lineages(stages);
  const placed = met.map((stage) => {
    const line = lines.get(stage.id) ?? [stage.id];
    // A stage and its substages are no rivals: what else claims the date shares it.
    const shared = met.some((other) => !line.includes(other.id) && !lines.get(other.id)?.includes(stage.id));
    const fit: Fit = !isWithin(date, stage) ? 'uncertain' : shared ? 'boundary' : 'inside';
    return { stage, fit, level: line.length };
  });
  return { verdict: verdictOf(placed), stages: placed };
}

/**
 * The stages that say most exactly where the date lies: a stage is left out where its substages take all that
 * it has of the date.
 * @example of July 1917 in a scheme with 1, 1.2 and 2 these are 1.2 and 2
 */
export function finestOf<S extends PlaceableStage>({ stages }: Placement<S>, date: Span): S[] {
  const byParent = Map.groupBy(stages, ({ stage }) => stage.parentId);
  return stages
    .filter(({ stage }) => {
      const parts = (byParent.get(stage.id) ?? []).map((part) => part.stage);
      return !isCovered(sharedDays(date, stage), parts);
    })
    .map(({ stage }) => stage);
}

/** The stages of the highest level in which the date lies. */
export function topOf<S extends PlaceableStage>({ stages }: Placement<S>): S[] {
  return stages.filter(({ level }) => level === 1).map(({ stage }) => stage);
}

function verdictOf(placed: readonly { fit: Fit }[]): Verdict {
  for (const fit of ['uncertain', 'boundary'] as const) {
    if (placed.some((stage) => stage.fit === fit)) return fit;
  }
  return 'inside';
}

/** Called where no stage is met, so that each dated one lies wholly on one side. */
function whereBeside(stages: readonly Span[], date: Span): 'before' | 'after' | 'between' {
  const dated = stages.filter(isDated);
  const isBefore = (stage: Span) =>
    stage.latest !== null && date.earliest !== null && stage.latest < date.earliest;
  const past = dated.filter(isBefore).length;
  if (past === 0) return 'before';
  return past === dated.length ? 'after' : 'between';
}

/** For each stage its id and those of the stages above it. */
function lineages(stages: readonly PlaceableStage[]): Map<string, string[]> {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  return new Map(
    stages.map((stage) => {
      const line: string[] = [];
      for (let at: PlaceableStage | undefined = stage; at && !line.includes(at.id);) {
        line.push(at.id);
        at = at.parentId === null ? undefined : byId.get(at.parentId);
      }
      return [stage.id, line];
    }),
  );
}
