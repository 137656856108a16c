/** A box over the picture that is drawn, moved and sized with mouse, pen or finger, and by the keys of whoever uses it. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../../../../worker/shapes/common.ts';
import type { Point, ScanViewer } from '../viewer.ts';
import { boxBetween, type Grip, moveBox, resizeBox, type Size } from './box-geometry.ts';
import './boxes.css';

interface BoxSurfaceProps {
  viewer: ScanViewer;
  scan: Size;
  box: Box | null;
  /** Whether the next drag draws a new box. */
  drawing: boolean;
  label: string;
  /** Whether the box shows its handles; not while something else is done with it. */
  handles?: boolean;
  /** Answers whether the key was one of its own. */
  onKey: (event: KeyboardEvent) => boolean;
  /** A box was drawn, or that one was moved or sized. */
  onMade: (box: Box, drawn: boolean) => void;
  /** A press at a point of the scan, before it becomes a drag; answers whether it was taken. */
  onPress?: (at: Point) => boolean;
  /** SVG in pixels of the scan, given the box as it is seen in mid-drag. */
  children: (box: Box | null) => ComponentChildren;
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

export function BoxSurface(props: BoxSurfaceProps) {
  const { viewer, scan, drawing, handles = true } = props;
  const layer = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  /** The box as it is being drawn, moved or sized. */
  const preview = useSignal<Box | null>(null);
  const moves = useSignal(0);
  useEffect(() => viewer.onMove(() => (moves.value += 1)), [viewer]);
  useEffect(() => layer.current?.focus({ preventScroll: true }), []);

  const box = preview.value ?? props.box;
  void moves.value;

  const pointOf = (event: PointerEvent): Point => {
    const place = layer.current!.getBoundingClientRect();
    return viewer.toScan(event.clientX - place.left, event.clientY - place.top);
  };

  const begin = (from: Point, event: PointerEvent): Drag | null => {
    const by = (to: Point): [number, number] => [to.x - from.x, to.y - from.y];
    const grip = gripOf(event.target);
    if (grip && box) return { from, drawn: false, become: (to) => resizeBox(box, grip, ...by(to), scan) };
    if (drawing) return { from, drawn: true, become: (to) => boxBetween(from, to, scan) };
    if (!box || !holds(box, from)) return null;
    return { from, drawn: false, become: (to) => moveBox(box, ...by(to), scan) };
  };

  // What is no drag of a box is left to the viewer, which moves the page, zooms, and tells of clicks.
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const from = pointOf(event);
    if (props.onPress?.(from)) {
      event.stopPropagation();
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
    if (made) props.onMade(made, done.drawn);
  };
  const forget = () => {
    drag.current = null;
    preview.value = null;
  };

  return (
    <div
      ref={layer}
      class="box-layer"
      data-tool={drawing || !handles ? 'draw' : 'choose'}
      role="application"
      tabIndex={0}
      aria-label={props.label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && drag.current) forget();
        else if (!props.onKey(event)) return;
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
          {props.children(box)}
          {box && <rect class="box-chosen" x={box[0]} y={box[1]} width={box[2]} height={box[3]} />}
        </g>
      </svg>
      {box && handles && <Handles box={box} viewer={viewer} />}
    </div>
  );
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

/** Whether a point of the scan lies in a box. */
export function holds([x, y, width, height]: Box, at: Point): boolean {
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
