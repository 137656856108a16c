/** The models there are and those that a page was read with: asked once, so that they are there without a connection. */
import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OcrModel, OcrRun } from '../../../../worker/shapes/ocr.ts';
import { type ApiProblem, get, toProblem } from '../../../api/client.ts';

interface KnownModels {
  page: string;
  models: readonly OcrModel[];
  /** Names of the models of the reading that the page shows. */
  used: readonly string[];
}

const kept = signal<KnownModels | null>(null);

export function useModels(page: string): {
  known: KnownModels | null;
  problem: ApiProblem | undefined;
  reload: () => Promise<void>;
} {
  const problem = useSignal<ApiProblem | undefined>(undefined);
  const reload = async () => {
    try {
      const [models, runs] = await Promise.all([
        get<{ items: OcrModel[] }>('/models'),
        get<{ items: OcrRun[] }>(`/pages/${page}/ocr`),
      ]);
      const current = runs.data.items.find((run) => run.current);
      kept.value = {
        page,
        models: models.data.items,
        used: current?.models.map(({ name }) => name) ?? [],
      };
      problem.value = undefined;
    } catch (error) {
      problem.value = toProblem(error);
    }
  };
  useEffect(() => {
    if (kept.peek()?.page !== page) void reload();
  }, [page]);
  return { known: kept.value?.page === page ? kept.value : null, problem: problem.value, reload };
}
