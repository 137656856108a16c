/** What a tag can speak of, for the words that are being typed. */
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import { type ApiProblem, get, toProblem } from '../../../api/client.ts';
import { useLookup } from '../../entities/use-lookup.ts';
import { fromEntity, stagesFor } from './candidates.ts';

export function useCandidates(query: ReadonlySignal<string>) {
  const lookup = useLookup(query);
  const schemes = useSignal<Scheme[]>([]);
  const schemesProblem = useSignal<ApiProblem | null>(null);
  useSignalEffect(() => {
    get<{ items: Scheme[] }>('/schemes').then(
      ({ data }) => (schemes.value = data.items),
      (error: unknown) => (schemesProblem.value = toProblem(error)),
    );
  });
  const candidates = useComputed(() => [
    ...lookup.found.value.map(fromEntity),
    ...stagesFor(lookup.settled.value, schemes.value),
  ]);
  const searchProblem = useComputed(() => lookup.problem.value ?? schemesProblem.value);
  return { candidates, searching: lookup.searching, searchProblem };
}
