/** Reading from the API in a component: one record, or a list that grows by "more". */
import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { type ApiProblem, get, KEPT_AT, toProblem } from '../api/client.ts';

export interface Resource<T> {
  /** The last good answer; kept while a newer one is on its way. */
  data: T | undefined;
  etag: string | null;
  /** When the answer was given, ISO 8601 UTC, where there was no connection and this device had kept it. */
  keptAt: string | null;
  problem: ApiProblem | undefined;
  loading: boolean;
  reload: () => Promise<void>;
  /** Puts an answer that a write gave in place of the one that was read. */
  set: (data: T, etag?: string | null) => void;
}

interface State<T> {
  path: string | null;
  data: T | undefined;
  etag: string | null;
  keptAt: string | null;
  problem: ApiProblem | undefined;
  loading: boolean;
}

/**
 * Reads `path` (with its query) now and whenever it changes; null reads nothing.
 * @example const page = useResource<Page>(`/pages/${id}`);
 */
export function useResource<T>(path: string | null): Resource<T> {
  const empty: State<T> = {
    path,
    data: undefined,
    etag: null,
    keptAt: null,
    problem: undefined,
    loading: path !== null,
  };
  const state = useSignal<State<T>>(empty);
  const running = useRef<AbortController | null>(null);

  const load = useCallback(async () => {
    running.current?.abort();
    if (path === null) return;
    const controller = new AbortController();
    running.current = controller;
    const before = state.peek();
    state.value = before.path === path ? { ...before, loading: true } : empty;
    try {
      const { data, etag, headers } = await get<T>(path, { signal: controller.signal });
      const keptAt = headers.get(KEPT_AT);
      if (!controller.signal.aborted)
        state.value = { path, data, etag, keptAt, problem: undefined, loading: false };
    } catch (error) {
      if (!controller.signal.aborted)
        state.value = { ...state.peek(), problem: toProblem(error), loading: false };
    }
  }, [path]);

  useEffect(() => {
    void load();
    return () => running.current?.abort();
  }, [load]);

  const shown = state.value.path === path ? state.value : empty;
  return {
    data: shown.data,
    etag: shown.etag,
    keptAt: shown.keptAt,
    problem: shown.problem,
    loading: shown.loading,
    reload: load,
    set: (data, etag = null) => {
      state.value = { path, data, etag, keptAt: null, problem: undefined, loading: false };
    },
  };
}

export interface List<T, A = unknown> {
  items: T[];
  /** The first part as it came, for what stands beside `items` (a search's coverage and total). */
  first: A | undefined;
  problem: ApiProblem | undefined;
  loading: boolean;
  hasMore: boolean;
  more: () => Promise<void>;
  reload: () => Promise<void>;
}

interface Part<T> {
  items: T[];
  next: string | null;
}

/** Reads a cursor list part by part. `path` carries the filters; a change starts the list again. */
export function useList<T, A extends Part<T> = Part<T>>(path: string | null): List<T, A> {
  const first = useResource<A>(path);
  const rest = useSignal<{ of: A | undefined; items: T[]; next: string | null }>({
    of: undefined,
    items: [],
    next: null,
  });
  const status = useSignal<{ loading: boolean; problem: ApiProblem | undefined }>({
    loading: false,
    problem: undefined,
  });
  const followed = rest.value.of === first.data ? rest.value : { items: [], next: first.data?.next ?? null };

  const more = async () => {
    if (path === null || followed.next === null || status.peek().loading) return;
    const of = first.data;
    status.value = { loading: true, problem: undefined };
    try {
      const { data } = await get<A>(path, { query: { cursor: followed.next } });
      rest.value = { of, items: [...followed.items, ...data.items], next: data.next };
      status.value = { loading: false, problem: undefined };
    } catch (error) {
      status.value = { loading: false, problem: toProblem(error) };
    }
  };

  return {
    items: [...(first.data?.items ?? []), ...followed.items],
    first: first.data,
    problem: first.problem ?? status.value.problem,
    loading: first.loading || status.value.loading,
    hasMore: followed.next !== null,
    more,
    reload: first.reload,
  };
}

/**
 * Calls `check` again and again with growing pauses, not while the window is hidden, until it says `true`.
 * Starts anew when `key` changes; null stops it.
 */
export function usePolling(
  key: string | null,
  check: () => Promise<boolean>,
  pauses = [600, 1000, 1500, 2500, 4000],
): void {
  const latest = useRef(check);
  latest.current = check;
  useEffect(() => {
    if (key === null) return;
    let timer: number | undefined;
    let stopped = false;
    let count = 0;
    const wait = () => {
      if (stopped || document.hidden) return;
      timer = window.setTimeout(() => void step(), pauses[Math.min(count++, pauses.length - 1)]);
    };
    const step = async () => {
      timer = undefined;
      // A check that fails (offline, a restart) is tried again: only `true` ends it.
      const done = await latest.current().catch(() => false);
      if (done) stopped = true;
      wait();
    };
    const onVisible = () => {
      if (document.hidden || stopped || timer !== undefined) return;
      count = 0;
      void step();
    };
    document.addEventListener('visibilitychange', onVisible);
    wait();
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [key]);
}

/** Runs after a signal settles; for typing ahead of a request. */
export function useDebounced<T>(source: ReadonlySignal<T>, milliseconds: number): ReadonlySignal<T> {
  const settled = useSignal(source.peek());
  useSignalEffect(() => {
    const value = source.value;
    const timer = setTimeout(() => (settled.value = value), milliseconds);
    return () => clearTimeout(timer);
  });
  return settled;
}
