import { type Signal, signal } from '@preact/signals';
import { type ComponentType, h } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { rememberedChoice } from '../remembered.ts';

type Strip = ComponentType<{ box: Box }>;

/** Whether each line shows its strip of the scan (Alt+S), remembered; and the component, once it is wanted and there. */
export function useStrips(page: Page): { strips: Signal<'off' | 'on'>; Strip: Strip | null } {
  const strips = useMemo(() => rememberedChoice('strips', ['off', 'on']), []);
  const loaded = useMemo(() => signal<Strip | null>(null), [page.id]);
  const wanted = strips.value === 'on';

  useEffect(() => {
    if (!wanted || loaded.peek()) return;
    const load = async () => {
      const { default: RowStrip } = await import('./row-strip.tsx');
      loaded.value = ({ box }) => h(RowStrip, { page, box });
    };
    // Without a connection the choice is off again, and can be made again.
    load().catch(() => (strips.value = 'off'));
  }, [wanted, loaded]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // By place on the keyboard, since the layout may be Kazakh or Arabic.
      // A letter of the page's writing that lies on this key comes first.
      if (event.defaultPrevented) return;
      if (event.code !== 'KeyS' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      strips.value = strips.peek() === 'on' ? 'off' : 'on';
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [strips]);
  return { strips, Strip: wanted ? loaded.value : null };
}
