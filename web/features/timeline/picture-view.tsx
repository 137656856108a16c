/** The picture on the screen: one stop for the Tab key, arrow keys within, a click or Enter chooses. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import type { TimelineData } from './data.ts';
import { timelineMessages } from './messages.ts';
import { keepInView, leastWidth, toElement, useRoom } from './picture-frame.ts';
import { moveFrom } from './picture/moves.ts';
import { type PictureOptions, drawTimeline } from './picture/picture.ts';

interface PictureViewProps {
  data: TimelineData;
  options: Omit<PictureOptions, 'width'>;
  onChoose: (key: string) => void;
}

export function PictureView({ data, options, onChoose }: PictureViewProps) {
  const t = useMessages(timelineMessages);
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame);
  const width = Math.max(room, leastWidth(options.lastYear - options.firstYear + 1));
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
        {picture.nodes.map((node) => toElement(node, stop))}
      </svg>
    </div>
  );
}

function keyOf(event: Event): string | undefined {
  if (!(event.target instanceof Element)) return undefined;
  return event.target.closest('[data-item]')?.getAttribute('data-item') ?? undefined;
}
