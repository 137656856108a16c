/** Records of the authority file for what is being typed. */
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { EntityKind, EntitySummary } from '../../../worker/shapes/entities.ts';
import { type ApiProblem, get, toProblem } from '../../api/client.ts';
import { useDebounced } from '../../state/resource.ts';

export interface Lookup {
  found: ReadonlySignal<readonly EntitySummary[]>;
  /** The words for which they were found: others than those typed while it is searching. */
  foundFor: ReadonlySignal<string>;
  /** What was typed and let settle. */
  settled: ReadonlySignal<string>;
  searching: ReadonlySignal<boolean>;
  problem: ReadonlySignal<ApiProblem | null>;
}

/** @param kind only of this kind, where it is said; must not change while the component stands */
export function useLookup(query: ReadonlySignal<string>, kind?: EntityKind): Lookup {
  const settled = useDebounced(query, 200);
  const answer = useSignal<{ of: string; items: EntitySummary[] }>({ of: '', items: [] });
  const problem = useSignal<ApiProblem | null>(null);
  useSignalEffect(() => {
    const wanted = settled.value.trim();
    const controller = new AbortController();
    const search = async () => {
      try {
        const { data } = await get<{ items: EntitySummary[] }>('/entities', {
          query: { q: wanted, kind, limit: 30 },
          signal: controller.signal,
        });
        answer.value = { of: wanted, items: data.items };
        problem.value = null;
      } catch (error) {
        const found = toProblem(error);
        if (!found.aborted) problem.value = found;
      }
    };
    void search();
    return () => controller.abort();
  });
  const found = useComputed(() => answer.value.items);
  const foundFor = useComputed(() => answer.value.of);
  const searching = useComputed(() => answer.value.of !== query.value.trim() && problem.value === null);
  return { found, foundFor, settled, searching, problem };
}
