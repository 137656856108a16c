import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { LineStore } from '../store.ts';
import { lineElement } from './find-line.ts';

/**
 * What opens or grows around the lines (letters, the state, a note, the scan) takes room from them: the line in hand
 * stays in sight, within the same frame. One that was scrolled out of sight before stays where it is.
 * @param shown whether the scrolled element is there
 */
export function useLineInSight(store: LineStore, shown: boolean): RefObject<HTMLDivElement | null> {
  const scrolled = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = scrolled.current;
    if (!shown || !element) return;
    let height = element.clientHeight;
    const watch = new ResizeObserver(() => {
      const before = height;
      height = element.clientHeight;
      const key = store.current.peek();
      const line = key === null || height >= before ? null : lineElement(key);
      if (!line) return;
      const start = element.getBoundingClientRect().top;
      const { top, bottom } = line.getBoundingClientRect();
      const hidden = bottom - start - height;
      if (hidden > 0 && top - start < before) element.scrollTop += hidden;
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [store, shown]);
  return scrolled;
}
