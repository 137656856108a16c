/** The bar between scan and text: dragged, or moved with the arrow keys; its place is remembered. */
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

const STORED = 'qalam.page.share';
const LEAST = 20;
const MOST = 75;

/** How much of the view the scan takes, in percent. */
export function useShare(): Signal<number> {
  return useSignal(storedShare());
}

function storedShare(): number {
  try {
    const stored = Number(localStorage.getItem(STORED));
    return stored >= LEAST && stored <= MOST ? stored : 45;
  } catch {
    return 45;
  }
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
    try {
      localStorage.setItem(STORED, String(share.value));
    } catch {
      // Not remembered; it holds while the page is open.
    }
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
