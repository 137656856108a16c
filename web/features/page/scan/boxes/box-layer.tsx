/** The boxes of the lines over the picture: chosen, moved, sized, drawn and cut. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Box } from '../../../../../worker/shapes/common.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { sameBox } from '../../lines.ts';
import type { LineStore } from '../../store.ts';
import type { ScanViewer } from '../viewer.ts';
import type { BoxActions } from './box-actions.ts';
import type { Size } from './box-geometry.ts';
import { BoxSurface, holds } from './box-surface.tsx';
import { boxMessages } from './messages.ts';

interface BoxLayerProps {
  viewer: ScanViewer;
  store: LineStore;
  scan: Size;
  actions: BoxActions;
  onKey: (event: KeyboardEvent) => boolean;
}

export function BoxLayer({ viewer, store, scan, actions, onKey }: BoxLayerProps) {
  const t = useMessages(boxMessages);
  const current = store.current.value;
  const box = current === null ? null : (store.line(current).value?.box ?? null);
  const cut = actions.cut.value;
  return (
    <BoxSurface
      {...{ viewer, scan, box, onKey }}
      drawing={actions.drawing.value}
      handles={cut === null}
      label={t('layer')}
      onPress={(at) => {
        if (cut === null || !box || !holds(box, at)) return false;
        actions.cutAt((at.x - box[0]) / box[2]);
        return true;
      }}
      onMade={(made, drawn) => {
        if (drawn) actions.draw(made);
        else if (!sameBox(made, box)) actions.put(made);
      }}
    >
      {(shown) => (
        <>
          <Boxes store={store} />
          {shown && cut !== null && (
            <path class="box-cut" d={`M${shown[0] + cut * shown[2]} ${shown[1]}v${shown[3]}`} />
          )}
        </>
      )}
    </BoxSurface>
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
