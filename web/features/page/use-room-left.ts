import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** A phone that is this wide at most, in CSS pixels, has no room for scan and text when its keyboard is open. */
const NARROW = 768;
const LOW = 448;

/**
 * The height that the keyboard of a phone leaves to the page, in CSS pixels, where that is little; else null. Some
 * browsers make the window smaller for the keyboard, others only what is seen of it: the visual viewport tells of both.
 */
export function useRoomLeft(): ReadonlySignal<number | null> {
  const room = useSignal<number | null>(null);
  useEffect(() => {
    const view = globalThis.visualViewport;
    if (!view) return;
    const look = () => {
      // A page that is drawn larger by two fingers has its room.
      const height = Math.round(view.height * view.scale);
      room.value = window.innerWidth <= NARROW && height <= LOW ? height : null;
    };
    look();
    view.addEventListener('resize', look);
    return () => view.removeEventListener('resize', look);
  }, []);
  return room;
}
