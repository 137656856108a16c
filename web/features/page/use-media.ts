import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** Whether a media query holds, now and later. @example const wide = useMedia('(min-width: 75rem)'); */
export function useMedia(query: string): ReadonlySignal<boolean> {
  const holds = useSignal(matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listen = () => (holds.value = media.matches);
    listen();
    media.addEventListener('change', listen);
    return () => media.removeEventListener('change', listen);
  }, [query]);
  return holds;
}
