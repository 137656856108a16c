/** The picture on the screen: one stop for the Tab key, arrow keys within, a click or Enter keeps a period. */
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { toElement, useRoom } from '../timeline/picture-frame.ts';
import { drawLines } from './draw-lines.ts';
import { ngramMessages } from './messages.ts';
import type { Period } from './series-data.ts';

interface LinesViewProps {
  names: readonly string[];
  periods: readonly Period[];
  relative: boolean;
  chosen: string | undefined;
  describe: (period: Period) => string;
  onChoose: (name: string) => void;
}

export function LinesView({ names, periods, relative, chosen, describe, onChoose }: LinesViewProps) {
  const t = useMessages(ngramMessages);
  const frame = useRef<HTMLDivElement>(null);
  // A month needs some pixels to be pointed at: a phone scrolls sideways.
  const width = Math.max(useRoom(frame), 300, Math.min(periods.length * 4, 1200) + 60);
  const picture = useMemo(
    () => drawLines(names, periods, { width, relative, language: language.value, chosen, describe }),
    [names, periods, width, relative, language.value, chosen],
  );
  const last = useSignal<string | undefined>(undefined);
  const has = (name: string | undefined) => periods.some((period) => period.name === name);
  const stop = [last.value, chosen].find(has) ?? periods[0]?.name;

  const onKeyDown = (event: KeyboardEvent) => {
    const name = nameOf(event);
    if (name === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = periods.findIndex((period) => period.name === name);
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: periods.length - 1,
    };
    if (event.key === 'Enter' || event.key === ' ') onChoose(name);
    else if (event.key in steps) {
      const next = periods[Math.min(periods.length - 1, Math.max(0, steps[event.key] ?? at))];
      if (!next) return;
      last.value = next.name;
      const element = frame.current?.querySelector<SVGElement>(`[data-item="${next.name}"]`);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else return;
    event.preventDefault();
  };

  return (
    <div class="ng-frame" ref={frame} dir="ltr">
      <svg
        class="ng-picture"
        role="group"
        aria-label={t('picture')}
        aria-describedby="ng-keys"
        width={picture.width}
        height={picture.height}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => (last.value = nameOf(event) ?? last.peek())}
        onClick={(event) => {
          const name = nameOf(event);
          if (name !== undefined) onChoose(name);
        }}
      >
        {picture.nodes.map((node) => toElement(node, stop))}
      </svg>
    </div>
  );
}

function nameOf(event: Event): string | undefined {
  if (!(event.target instanceof Element)) return undefined;
  return event.target.closest('[data-item]')?.getAttribute('data-item') ?? undefined;
}
