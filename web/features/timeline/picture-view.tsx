/** The picture on the screen: one stop for the Tab key, arrow keys within, a click or Enter chooses. */
import { useSignal } from '@preact/signals';
import { type ComponentChild, h } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import type { TimelineData } from './data.ts';
import { timelineMessages } from './messages.ts';
import { moveFrom } from './picture/moves.ts';
import { type PictureOptions, drawTimeline } from './picture/picture.ts';
import type { SvgNode } from './picture/svg-node.ts';

interface PictureViewProps {
  data: TimelineData;
  options: Omit<PictureOptions, 'width'>;
  onChoose: (key: string) => void;
}

export function PictureView({ data, options, onChoose }: PictureViewProps) {
  const t = useMessages(timelineMessages);
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const width = Math.max(room, leastWidth(options));
  const { firstYear, lastYear, style, scale, language, selected, entityName } = options;
  const picture = useMemo(
    () => drawTimeline(data, { ...options, width }),
    [data, width, firstYear, lastYear, style, scale, language, selected, entityName],
  );
  /** What the Tab key comes to; what is no longer drawn gives way to what is chosen, or to the first. */
  const last = useSignal<string | undefined>(undefined);
  const has = (key: string | undefined) => picture.spots.some((spot) => spot.key === key);
  const stop = [last.value, selected].find(has) ?? picture.spots[0]?.key;

  useEffect(() => keepInView(frame.current), [picture]);
  // What an address names may lie beyond the edge of a phone.
  const place = picture.spots.find(({ key }) => key === selected);
  const drawn = room > 0;
  useEffect(() => {
    const element = frame.current;
    if (!element || !place) return;
    const { scrollLeft, clientWidth } = element;
    if (place.right > scrollLeft && place.left < scrollLeft + clientWidth) return;
    element.scrollLeft = (place.left + place.right - clientWidth) / 2;
  }, [drawn, firstYear, lastYear]);

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(key);
      return;
    }
    const next = moveFrom(picture.spots, key, event.key);
    if (next === null) return;
    event.preventDefault();
    last.value = next;
    const element = frame.current?.querySelector<SVGElement>(`[data-item="${CSS.escape(next)}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  return (
    <div class="tl-frame" ref={frame} onScroll={() => keepInView(frame.current)}>
      <svg
        class="tl-picture"
        role="group"
        aria-label={t('picture')}
        aria-describedby="tl-keys"
        width={picture.width}
        height={picture.height}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => (last.value = keyOf(event) ?? last.peek())}
        onClick={(event) => {
          const key = keyOf(event);
          if (key !== undefined) onChoose(key);
        }}
      >
        {picture.nodes.map((node) => draw(node, stop))}
      </svg>
    </div>
  );
}

/** The tree as elements. Only one thing is reached by Tab; the others by the arrow keys. */
function draw({ tag, attributes, children }: SvgNode, stop: string | undefined): ComponentChild {
  const item = attributes['data-item'];
  const focus = item === undefined ? {} : { key: item, tabIndex: item === stop ? 0 : -1 };
  return h(
    tag,
    { ...attributes, ...focus },
    children.map((child) => (typeof child === 'string' ? child : draw(child, stop))),
  );
}

function keyOf(event: Event): string | undefined {
  if (!(event.target instanceof Element)) return undefined;
  return event.target.closest('[data-item]')?.getAttribute('data-item') ?? undefined;
}

/** Narrower than this, years and short stages could not be told apart: a phone scrolls sideways. */
function leastWidth({ firstYear, lastYear }: Pick<PictureOptions, 'firstYear' | 'lastYear'>): number {
  const years = lastYear - firstYear + 1;
  return Math.max(years * 46, years <= 3 ? years * 264 : 0, 320);
}

/** The width that the picture may have without scrolling. */
function useRoom(frame: { current: HTMLDivElement | null }): number {
  const room = useSignal(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(() => (room.value = element.clientWidth));
    room.value = element.clientWidth;
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return room.value;
}

/** Headings and numbers stay at the edge while the picture is scrolled sideways. */
function keepInView(frame: HTMLDivElement | null): void {
  const shift = frame?.scrollLeft ?? 0;
  frame?.querySelectorAll('.tl-sticky').forEach((element) => {
    element.setAttribute('transform', `translate(${shift} 0)`);
  });
}
