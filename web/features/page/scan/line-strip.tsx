import { directionOnPage } from '../../../../worker/domain/text/script.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { withMargin } from '../geometry.ts';
import type { LineStore } from '../store.ts';

interface LineStripProps {
  page: Page;
  store: LineStore;
  label: string;
  /** The page's; a short line stands where its text begins. */
  dir: 'rtl' | 'ltr';
}

/** The strip of the scan with the line in hand, in the width of the text: it stays in sight on a phone. */
export function LineStrip({ page, store, label, dir }: LineStripProps) {
  const key = store.current.value;
  const line = key === null ? undefined : store.line(key).value;
  const box = line?.box;
  if (!box) return null;
  const { scan } = page;
  const [x, y, width, height] = withMargin(box, Math.round(box[3] * 0.35), scan);
  return (
    <div class="line-strip" dir={directionOnPage(line.text, dir)}>
      <div
        class="line-strip-view"
        dir="ltr"
        style={{ aspectRatio: `${width} / ${height}`, '--strip-ratio': String(width / height) }}
      >
        <img
          src={scan.viewUrl}
          alt={label}
          style={{
            inlineSize: `${(100 * scan.width) / width}%`,
            translate: `${(-100 * x) / scan.width}% ${(-100 * y) / scan.height}%`,
          }}
        />
      </div>
    </div>
  );
}
