import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Box } from '../../../../worker/shapes/common.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { scanMessages } from './messages.ts';
import type { ScanViewer } from './viewer.ts';

interface ScanToolsProps {
  viewer: ReadonlySignal<ScanViewer | null>;
  currentBox: ReadonlySignal<Box | null>;
  lookOpen: Signal<boolean>;
  roomBeside: boolean;
  layout: Signal<'beside' | 'above'>;
  strips: Signal<'off' | 'on'>;
  /** Whether line boxes are being edited; null for those who may not. */
  editing: Signal<boolean> | null;
  /** Whether a part of the page is being read again; null for those who may not change the text. */
  reading: Signal<boolean> | null;
}

/** What can be done with the view of the scan, for mouse and thumb. */
export function ScanTools(props: ScanToolsProps) {
  const { viewer, currentBox, lookOpen, roomBeside, layout, strips, editing, reading } = props;
  const t = useMessages(scanMessages);
  const above = layout.value === 'above';
  return (
    <div class="scan-tools" role="group" aria-label={t('tools')}>
      <Button
        small
        icon="plus"
        aria-label={t('zoomIn')}
        title={`${t('zoomIn')} (Alt+Page Up)`}
        onClick={() => viewer.value?.zoomBy(1.5)}
      />
      <Button
        small
        icon="minus"
        aria-label={t('zoomOut')}
        title={`${t('zoomOut')} (Alt+Page Down)`}
        onClick={() => viewer.value?.zoomBy(1 / 1.5)}
      />
      <Button small title={`${t('wholePage')} (Alt+0)`} onClick={() => viewer.value?.home()}>
        {t('wholePage')}
      </Button>
      <Button
        small
        title={`${t('lineLarge')} (Alt+1)`}
        onClick={() => {
          const box = currentBox.peek();
          if (box) viewer.value?.fit(box);
        }}
      >
        {t('lineLarge')}
      </Button>
      <Button
        small
        aria-expanded={lookOpen.value}
        title={t('pictureTools')}
        onClick={() => (lookOpen.value = !lookOpen.peek())}
      >
        {t('picture')}
      </Button>
      <Button
        small
        aria-pressed={strips.value === 'on'}
        title={t('stripsTitle')}
        onClick={() => (strips.value = strips.peek() === 'on' ? 'off' : 'on')}
      >
        {t('strips')}
      </Button>
      {editing && (
        <Button
          small
          aria-pressed={editing.value}
          title={`${t('boxes')} (F8)`}
          onClick={() => (editing.value = !editing.peek())}
        >
          {t('boxes')}
        </Button>
      )}
      {reading && (
        <Button
          small
          aria-pressed={reading.value}
          title={`${t('readRegionTitle')} (F9)`}
          onClick={() => (reading.value = !reading.peek())}
        >
          {t('readRegion')}
        </Button>
      )}
      {roomBeside && (
        <Button small onClick={() => (layout.value = above ? 'beside' : 'above')}>
          {t(above ? 'beside' : 'above')}
        </Button>
      )}
    </div>
  );
}
