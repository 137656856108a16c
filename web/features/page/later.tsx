/** A component in a chunk of its own, fetched when it is first shown. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { ApiProblem } from '../../api/client.ts';
import { Loading, ProblemNotice } from '../../ui/notice.tsx';

/**
 * @param meanwhile what stands in its place until it is there; null for nothing
 * @example const History = later(() => import('./history/history-panel.tsx'));
 */
export function later<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  meanwhile: ComponentChildren = <Loading />,
): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Later(props: P) {
    const attempt = useSignal(0);
    const ready = useSignal(loaded !== null);
    const failed = useSignal(false);
    useEffect(() => {
      if (loaded) return;
      const fetchChunk = async () => {
        failed.value = false;
        try {
          loaded = (await load()).default;
          ready.value = true;
        } catch {
          failed.value = true;
        }
      };
      void fetchChunk();
    }, [attempt.value]);
    // A chunk fails to come when the connection does.
    const offline = new ApiProblem('offline', 0, 'No connection');
    if (failed.value) return <ProblemNotice problem={offline} onRetry={() => (attempt.value += 1)} />;
    const Component = ready.value ? loaded : null;
    if (Component) return <Component {...props} />;
    return <>{meanwhile}</>;
  };
}
