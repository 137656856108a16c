import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../../worker/shapes/common.ts';
import type { Page } from '../../../worker/shapes/pages.ts';
import { get } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type Crop, cropAround, partAround, within } from './crop.ts';
import { searchMessages } from './messages.ts';
import './scan-strip.css';

/** One request per page, however many hits it has. */
const scans = new Map<string, Promise<Page['scan']>>();

function readScan(page: string): Promise<Page['scan']> {
  let scan = scans.get(page);
  if (!scan) {
    scan = get<Page>(`/pages/${page}`).then(({ data }) => data.scan);
    scan.catch(() => scans.delete(page));
    scans.set(page, scan);
  }
  return scan;
}

interface ScanStripProps {
  page: string;
  box: Box;
  /** Where the found words stand; they are marked instead of the line. */
  words?: readonly (Box | null)[];
  /** How much of the scan is shown above and below, in heights of the line. */
  beside?: number;
}

/**
 * The part of the scan where the found line stands; read only when it comes near the window. The whole scan is loaded:
 * to cut it, the service would decode it from its top for each hit, some 25 ms of a Worker's time a megapixel, and send
 * as a PNG what is large as one; and who opens the page has its scan already.
 */
export function ScanStrip({ page, box, words = [], beside = 1.1 }: ScanStripProps) {
  const t = useMessages(searchMessages);
  const frame = useRef<HTMLDivElement>(null);
  const scan = useSignal<Page['scan'] | 'failed' | undefined>(undefined);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        readScan(page).then(
          (read) => (scan.value = read),
          () => (scan.value = 'failed'),
        );
      },
      { rootMargin: '300px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [page]);

  // The hit is complete without its picture: a scan that cannot be shown is left out.
  if (scan.value === 'failed') return null;
  if (scan.value === undefined) return <div ref={frame} class="strip strip-empty" />;
  const { width, height, viewUrl } = scan.value;
  const places = words.filter((word) => word !== null);
  const part = partAround(box, places);
  const crop = cropAround(part, { width, height }, beside);
  return (
    <div
      ref={frame}
      class="strip"
      role="img"
      aria-label={t('strip')}
      dir="ltr"
      style={{
        aspectRatio: `${crop.width} / ${crop.height}`,
        maxInlineSize: `min(100%, ${shownWidth(crop, box)}px)`,
      }}
    >
      <img
        src={viewUrl}
        alt=""
        decoding="async"
        style={within(crop, [0, 0, width, height])}
        onError={() => (scan.value = 'failed')}
      />
      {(places.length > 0 ? places : [box]).map((place, index) => (
        <span key={index} class="strip-mark" style={within(crop, place)} />
      ))}
    </div>
  );
}

/** A found line is shown some 40 px high at most: big enough to read, small enough for a list. */
function shownWidth(crop: Crop, [, , , height]: Box): number {
  return Math.round(crop.width * Math.min(1, 40 / height));
}
