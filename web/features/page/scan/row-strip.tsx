/** The strip of the scan with one line, above its text. Only strips in sight or near it hold pixels. */
import { effect } from '@preact/signals';
import { memo } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../../../worker/shapes/common.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { sameBox } from '../lines.ts';
import { drawStrip, stripSize } from './draw-strip.ts';
import { watchNear } from './near.ts';
import { pictureOf } from './picture.ts';
import { scanSettings } from './settings.ts';
import './row-strip.css';

export interface RowStripProps {
  page: Page;
  box: Box;
}

function RowStrip({ page, box }: RowStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { scan } = page;
  const settings = scanSettings(page.id);
  const { width, height } = stripSize(box, scan, settings.turn.value);

  useEffect(() => {
    const into = canvas.current!;
    const root = into.closest('.text-scroll');
    if (!root) return;
    let near = false;
    const show = async () => {
      const picture = await pictureOf(scan.viewUrl);
      if (near) drawStrip(into, picture, box, scan, settings.turn.peek());
    };
    const stopWatching = watchNear(into, root, (isNear) => {
      near = isNear;
      // Without its picture the scan panel says so; the line keeps an empty strip.
      if (near) show().catch(() => undefined);
      else into.width = 0;
    });
    const stopTurning = effect(() => {
      void settings.turn.value;
      if (near) show().catch(() => undefined);
    });
    return () => {
      stopWatching();
      stopTurning();
    };
  }, [scan.viewUrl, box.join(), settings]);

  return (
    <canvas
      ref={canvas}
      class="row-strip"
      aria-hidden="true"
      width={0}
      style={{ aspectRatio: `${width} / ${height}`, '--strip-ratio': String(width / height) }}
    />
  );
}

/** Typing in a line must not draw its strip anew. */
export default memo(RowStrip, (a, b) => a.page.id === b.page.id && sameBox(a.box, b.box));
