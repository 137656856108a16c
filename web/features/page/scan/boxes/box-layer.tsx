/** The boxes over the picture: chosen, moved, sized, drawn and cut with mouse, pen or finger. */
import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../../../../worker/shapes/common.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { sameBox } from '../../lines.ts';
import type { LineStore } from '../../store.ts';
import type { Point, ScanViewer } from '../viewer.ts';
import type { BoxActions } from './box-actions.ts';
import { boxBetween, type Grip, moveBox, resizeBox, type Size } from './box-geometry.ts';
import { boxMessages } from './messages.ts';

interface BoxLayerProps {
  viewer: ScanViewer;
  store: LineStore;
  scan: Size;
  actions: BoxActions;
  onKey: (event: KeyboardEvent) => boolean;
}

interface Drag {
  from: Point;
  /** What the box becomes when the pointer is at a point of the scan. */
  become: (to: Point) => Box | null;
  drawn: boolean;
}

const GRIPS: readonly Grip[] = ([-1, 0, 1] as const).flatMap((y) =>
  ([-1, 0, 1] as const).flatMap((x) => (x === 0 && y === 0 ? [] : [{ x, y }])),
);

export function BoxLayer({ viewer, store, scan, actions, onKey }: BoxLayerProps) {
  const t = useMessages(boxMessages);
  const layer = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  /** The box as it is being drawn, moved or sized. */
  const preview = useSignal<Box | null>(null);
  const moves = useSignal(0);
  useEffect(() => viewer.onMove(() => (moves.value += 1)), [viewer]);
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);

  const current = store.current.value;
  const box = preview.value ?? (current === null ? null : (store.line(current).value?.box ?? null));
  const cut = actions.cut.value;
  void moves.value;

  const pointOf = (event: PointerEvent): Point => {
    const place = layer.current!.getBoundingClientRect();
    return viewer.toScan(event.clientX - place.left, event.clientY - place.top);
  };

  const begin = (from: Point, event: PointerEvent): Drag | null => {
    if (actions.drawing.peek()) return { from, drawn: true, become: (to) => boxBetween(from, to, scan) };
    if (!box) return null;
    const grip = gripOf(event.target);
    const by = (to: Point): [number, number] => [to.x - from.x, to.y - from.y];
    if (grip) return { from, drawn: false, become: (to) => resizeBox(box, grip, ...by(to), scan) };
    if (!holds(box, from)) return null;
    return { from, drawn: false, become: (to) => moveBox(box, ...by(to), scan) };
  };

  // What is no drag of a box is left to the viewer, which moves the page, zooms, and tells of clicks.
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const from = pointOf(event);
    if (cut !== null && box && holds(box, from)) {
      event.stopPropagation();
      actions.cutAt((from.x - box[0]) / box[2]);
      return;
    }
    drag.current = begin(from, event);
    if (!drag.current) return;
    event.stopPropagation();
    event.preventDefault();
    layer.current?.focus({ preventScroll: true });
    layer.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!drag.current) return;
    event.stopPropagation();
    preview.value = drag.current.become(pointOf(event));
  };
  const onPointerUp = (event: PointerEvent) => {
    const done = drag.current;
    if (!done) return;
    event.stopPropagation();
    drag.current = null;
    const made = preview.peek();
    preview.value = null;
    if (!made) return;
    if (done.drawn) actions.draw(made);
    else if (!box || !sameBox(made, store.line(current!).peek()?.box ?? null)) actions.put(made);
  };
  const forget = () => {
    drag.current = null;
    preview.value = null;
  };

  return (
    <div
      ref={layer}
      class="box-layer"
      data-tool={actions.drawing.value || cut !== null ? 'draw' : 'choose'}
      role="application"
      tabIndex={0}
      aria-label={t('layer')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && drag.current) forget();
        else if (!onKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={forget}
    >
      <svg class="box-picture" aria-hidden="true">
        <g transform={matrixOf(viewer)}>
          <Boxes store={store} />
          {box && <rect class="box-chosen" x={box[0]} y={box[1]} width={box[2]} height={box[3]} />}
          {box && cut !== null && (
            <path class="box-cut" d={`M${box[0] + cut * box[2]} ${box[1]}v${box[3]}`} />
          )}
        </g>
      </svg>
      {box && cut === null && <Handles box={box} viewer={viewer} />}
    </div>
  );
}

/** All boxes with their place in the reading order; drawn anew when one of them changes, not when text does. */
function Boxes({ store }: { store: LineStore }) {
  const shown = useSameBoxes(store);
  return (
    <>
      {shown.value.map(({ key, box: [x, y, width, height], number }) => (
        <g key={key}>
          <rect class="box" x={x} y={y} width={width} height={height} />
          <text class="box-number" x={x} y={y + height * 0.8} font-size={Math.min(height * 0.8, 60)}>
            {number}
          </text>
        </g>
      ))}
    </>
  );
}

interface Shown {
  key: string;
  box: Box;
  number: number;
}

function useSameBoxes(store: LineStore): ReadonlySignal<readonly Shown[]> {
  const last = useRef<readonly Shown[]>([]);
  return useComputed(() => {
    void store.version.value;
    const now = store
      .lines()
      .flatMap(({ key, box }, index): Shown[] => (box ? [{ key, box, number: index + 1 }] : []));
    const same =
      now.length === last.current.length &&
      now.every((one, index) => {
        const other = last.current[index]!;
        return one.key === other.key && one.number === other.number && sameBox(one.box, other.box);
      });
    if (!same) last.current = now;
    return last.current;
  });
}

/** How far the handles stand outside the box, in CSS pixels: the inside of a thin line stays free to take hold of. */
const OUTSIDE = 10;

function Handles({ box: [x, y, width, height], viewer }: { box: Box; viewer: ScanViewer }) {
  const [from, to] = [viewer.toSurface(x, y), viewer.toSurface(x + width, y)];
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return (
    <>
      {GRIPS.map((grip) => {
        const at = viewer.toSurface(x + (width * (grip.x + 1)) / 2, y + (height * (grip.y + 1)) / 2);
        const left = at.x + OUTSIDE * (grip.x * cos - grip.y * sin);
        const top = at.y + OUTSIDE * (grip.x * sin + grip.y * cos);
        return (
          <span
            key={`${grip.x} ${grip.y}`}
            class="box-handle"
            data-grip={`${grip.x} ${grip.y}`}
            style={{ left: `${left}px`, top: `${top}px` }}
          />
        );
      })}
    </>
  );
}

function gripOf(target: EventTarget | null): Grip | undefined {
  const name = target instanceof HTMLElement ? target.dataset['grip'] : undefined;
  return GRIPS.find((grip) => `${grip.x} ${grip.y}` === name);
}

function holds([x, y, width, height]: Box, at: Point): boolean {
  return at.x >= x && at.y >= y && at.x <= x + width && at.y <= y + height;
}

/** From pixels of the scan to those of the surface, in whatever zoom and turn it is shown. */
function matrixOf(viewer: ScanViewer): string {
  const zero = viewer.toSurface(0, 0);
  const right = viewer.toSurface(1000, 0);
  const down = viewer.toSurface(0, 1000);
  const parts = [right.x - zero.x, right.y - zero.y, down.x - zero.x, down.y - zero.y];
  return `matrix(${[...parts.map((part) => part / 1000), zero.x, zero.y].join(' ')})`;
}
