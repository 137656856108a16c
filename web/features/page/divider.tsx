/** The bar between scan and text: dragged, or moved with the arrow keys; its place is remembered. */
import type { Signal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { remembered } from './remembered.ts';

const LEAST = 20;
const MOST = 75;
/** On a phone the strip of the line in hand is there beside the scan, and the lines need the room. */
const PLACES = {
  wide: { key: 'qalam.page.share', share: 45 },
  narrow: { key: 'qalam.page.share.narrow', share: 30 },
};

/** How much of the view the scan takes, in percent, remembered; 0 where it is hidden. */
export function useShare(window: keyof typeof PLACES): Signal<number> {
  const { key, share } = PLACES[window];
  return useMemo(() => remembered(key, (stored) => readShare(stored) ?? share), [key]);
}

function readShare(stored: string | null): number | null {
  const share = Number(stored);
  return stored !== null && (share === 0 || (share >= LEAST && share <= MOST)) ? share : null;
}

/** Small, large, hidden, and small again. */
export function nextShare(share: number): number {
  if (share === 0) return PLACES.narrow.share;
  return share < 45 ? 60 : 0;
}

interface DividerProps {
  share: Signal<number>;
  label: string;
  /** Scan and text stand side by side; otherwise one above the other. */
  sideBySide: boolean;
}

export function Divider({ share, label, sideBySide }: DividerProps) {
  const bar = useRef<HTMLDivElement>(null);

  const set = (value: number) => {
    share.value = Math.round(Math.min(MOST, Math.max(LEAST, value)));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const back = sideBySide ? 'ArrowLeft' : 'ArrowUp';
    const on = sideBySide ? 'ArrowRight' : 'ArrowDown';
    if (event.key === back) set(share.peek() - 5);
    else if (event.key === on) set(share.peek() + 5);
    else if (event.key === 'Home') set(LEAST);
    else if (event.key === 'End') set(MOST);
    else return;
    event.preventDefault();
  };

  const onPointerMove = (event: PointerEvent) => {
    const whole = bar.current?.parentElement?.getBoundingClientRect();
    if (!whole || !bar.current?.hasPointerCapture(event.pointerId)) return;
    set(
      sideBySide
        ? (100 * (event.clientX - whole.left)) / whole.width
        : (100 * (event.clientY - whole.top)) / whole.height,
    );
  };

  return (
    <div
      ref={bar}
      class="divider"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={sideBySide ? 'vertical' : 'horizontal'}
      aria-valuenow={share.value}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => bar.current?.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
