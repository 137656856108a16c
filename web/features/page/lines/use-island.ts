import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Makes the box of a field an island while its line is in hand: of fixed height, so that a key press has Chromium lay
 * out the field alone, and not the whole page around it, which takes three times as long. When the field gets or loses
 * a row, or another width, the box follows within the same frame.
 */
export function useIsland(wanted: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    const field = element?.querySelector('textarea');
    if (!wanted || !element || !field) return;
    const follow = new ResizeObserver(() => {
      element.style.blockSize = `${field.offsetHeight}px`;
      element.dataset['island'] = '';
    });
    follow.observe(field, { box: 'border-box' });
    return () => {
      follow.disconnect();
      delete element.dataset['island'];
      element.style.blockSize = '';
    };
  }, [wanted]);
  return box;
}
