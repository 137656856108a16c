/**
 * Decisions of one reviewer on their way to the service. They are shown at once and sent one parcel after the
 * other; what is decided while a parcel is on its way goes together in the next. Without a connection they are
 * kept until somebody asks to try again. Knows no component and no network; the service is handed in.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { TagReviewResult } from '../../../../worker/shapes/tags.ts';
import { type ApiProblem, readProblem, toProblem } from '../../../api/problem.ts';

export type Decision = 'approve' | 'reject';

export interface Verdict {
  decision: Decision;
  note?: string | undefined;
  /** `refused`: the service said no, and `problem` says why. */
  status: 'unsent' | 'done' | 'refused';
  problem?: ApiProblem | undefined;
}

export interface DecisionWish {
  tag: string;
  decision: Decision;
  note?: string;
}

/** Both may throw ApiProblem; the key makes a repetition harmless. */
export interface DecisionService {
  review(decisions: readonly DecisionWish[], key: string): Promise<readonly TagReviewResult[]>;
  undo(tags: readonly string[], key: string): Promise<readonly TagReviewResult[]>;
  newKey(): string;
}

export interface Decisions {
  of(tag: string): ReadonlySignal<Verdict | undefined>;
  /** How many were decided since the window was opened, and not undone. */
  readonly count: ReadonlySignal<{ approved: number; rejected: number; refused: number; unsent: number }>;
  readonly canUndo: ReadonlySignal<boolean>;
  /** Why sending has stopped; null while it has not. */
  readonly stopped: ReadonlySignal<ApiProblem | null>;
  decide(tags: readonly string[], decision: Decision, note?: string): void;
  /** Takes back the last act, or the decisions on these tags. Answers the tags concerned. */
  undo(tags?: readonly string[]): readonly string[];
  /** Sends again what could not be sent. */
  retry(): void;
  /** Resolves when nothing is on its way any more; for tests. */
  settled(): Promise<void>;
}

type Parcel =
  | { kind: 'review'; key: string; decided: Decided[] }
  | { kind: 'undo'; key: string; decided: Decided[] };

/** What was shown for a tag when the parcel was made; another verdict since then means another act. */
interface Decided {
  tag: string;
  verdict: Verdict;
}

/** As many as the service takes at once. */
const PARCEL = 200;

export function createDecisions(service: DecisionService): Decisions {
  const verdicts = new Map<string, Signal<Verdict | undefined>>();
  const known = signal(0);
  const acts = signal<readonly (readonly string[])[]>([]);
  const stopped = signal<ApiProblem | null>(null);
  const queue: Parcel[] = [];
  /** What is being sent, or could not be sent: it goes again as it is, under its key. */
  let inHand: Parcel | null = null;
  let running: Promise<void> | null = null;

  const signalOf = (tag: string) => {
    let found = verdicts.get(tag);
    if (!found) {
      found = signal<Verdict | undefined>(undefined);
      verdicts.set(tag, found);
    }
    return found;
  };
  const set = (tag: string, verdict: Verdict | undefined) => {
    signalOf(tag).value = verdict;
    known.value += 1;
  };

  const count = computed(() => {
    void known.value;
    const sum = { approved: 0, rejected: 0, refused: 0, unsent: 0 };
    for (const each of verdicts.values()) {
      const verdict = each.peek();
      if (!verdict) continue;
      if (verdict.status === 'refused') sum.refused += 1;
      else sum[verdict.decision === 'approve' ? 'approved' : 'rejected'] += 1;
      if (verdict.status === 'unsent') sum.unsent += 1;
    }
    return sum;
  });

  function enqueue(parcel: Parcel): void {
    const last = queue.at(-1);
    if (
      parcel.kind === 'review' &&
      last?.kind === 'review' &&
      last.decided.length + parcel.decided.length <= PARCEL
    )
      last.decided.push(...parcel.decided);
    else queue.push(parcel);
  }

  function start(): void {
    if (running || stopped.peek()) return;
    running = run().finally(() => (running = null));
  }

  async function run(): Promise<void> {
    for (;;) {
      inHand ??= queue.shift() ?? null;
      if (!inHand) return;
      const parcel = inHand;
      if (parcel.decided.length === 0) {
        inHand = null;
        continue;
      }
      try {
        const results = await send(parcel);
        batch(() => settle(parcel, new Map(results.map((result) => [result.tag, result]))));
      } catch (error) {
        const problem = toProblem(error);
        if (mayPass(problem)) {
          stopped.value = problem;
          return;
        }
        batch(() => parcel.decided.forEach((each) => refuseOne(parcel.kind, each, problem)));
      }
      inHand = null;
    }
  }

  function send({ kind, key, decided }: Parcel): Promise<readonly TagReviewResult[]> {
    if (kind === 'undo')
      return service.undo(
        decided.map(({ tag }) => tag),
        key,
      );
    const wishes = decided.map(({ tag, verdict: { decision, note } }): DecisionWish => ({
      tag,
      decision,
      ...(note ? { note } : {}),
    }));
    return service.review(wishes, key);
  }

  function settle(parcel: Parcel, results: ReadonlyMap<string, TagReviewResult>): void {
    for (const each of parcel.decided) {
      const found = results.get(each.tag)?.problem;
      if (found) refuseOne(parcel.kind, each, readProblem(0, JSON.stringify(found)));
      else if (parcel.kind === 'review' && signalOf(each.tag).peek() === each.verdict)
        set(each.tag, { ...each.verdict, status: 'done' });
    }
  }

  function refuseOne(kind: Parcel['kind'], { tag, verdict }: Decided, problem: ApiProblem): void {
    const now = signalOf(tag).peek();
    if (kind === 'undo') {
      // Decided anew since: that decision follows, and will be answered for itself.
      if (!now) set(tag, { ...verdict, status: 'done', problem });
    } else if (now === verdict) set(tag, { ...verdict, status: 'refused', problem });
    else {
      // Taken back in the meantime, and there is nothing to take back.
      const undo = queue.find(
        (parcel) => parcel.kind === 'undo' && parcel.decided.some((one) => one.tag === tag),
      );
      if (undo) undo.decided = undo.decided.filter((one) => one.tag !== tag);
    }
  }

  /** Takes decisions out of parcels that have not left yet; answers the tags that it found there. */
  function takeBack(tags: ReadonlySet<string>): Set<string> {
    const found = new Set<string>();
    for (const parcel of queue) {
      if (parcel.kind !== 'review') continue;
      parcel.decided = parcel.decided.filter(({ tag }) => {
        if (tags.has(tag)) found.add(tag);
        return !tags.has(tag);
      });
    }
    return found;
  }

  return {
    of: signalOf,
    count,
    canUndo: computed(() => acts.value.length > 0),
    stopped,
    decide(tags, decision, note) {
      const open = tags.filter((tag) => (signalOf(tag).peek()?.status ?? 'refused') === 'refused');
      if (open.length === 0) return;
      const decided = open.map((tag): Decided => ({ tag, verdict: { decision, note, status: 'unsent' } }));
      batch(() => {
        for (const { tag, verdict } of decided) set(tag, verdict);
        acts.value = [...acts.peek(), open];
      });
      for (const part of parts(decided)) enqueue({ kind: 'review', key: service.newKey(), decided: part });
      start();
    },
    undo(tags) {
      const asked = tags ?? acts.peek().at(-1) ?? [];
      const decided = asked.filter((tag) => {
        const verdict = signalOf(tag).peek();
        return verdict && verdict.status !== 'refused';
      });
      const unsent = takeBack(new Set(decided));
      const taken = decided
        .filter((tag) => !unsent.has(tag))
        .map((tag): Decided => ({ tag, verdict: signalOf(tag).peek()! }));
      batch(() => {
        for (const tag of asked) set(tag, undefined);
        const gone = new Set(asked);
        acts.value = acts
          .peek()
          .map((act) => act.filter((tag) => !gone.has(tag)))
          .filter((act) => act.length > 0);
      });
      for (const part of parts(taken)) queue.push({ kind: 'undo', key: service.newKey(), decided: part });
      start();
      return asked;
    },
    retry() {
      stopped.value = null;
      start();
    },
    settled: async () => {
      await running;
    },
  };
}

function parts(decided: readonly Decided[]): Decided[][] {
  return Array.from({ length: Math.ceil(decided.length / PARCEL) }, (_, index) =>
    decided.slice(index * PARCEL, (index + 1) * PARCEL),
  );
}

/** No connection, a service that is busy or restarts, a session that ended: the same request may do later. */
function mayPass({ status, type }: ApiProblem): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500 || type === 'unreadable-answer';
}
