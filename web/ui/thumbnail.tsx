import { useSignal } from '@preact/signals';
import type { Page } from '../../worker/shapes/pages.ts';
import { Icon } from './icons.tsx';

/** A scan itself serves as its small picture only where it is small enough to be one of many. */
const SMALL_BYTES = 3_000_000;

/** The picture of a page in a list; a drawn sheet where there is none yet. */
export function Thumbnail({ page }: { page: Page }) {
  const failed = useSignal<string | null>(null);
  const { scan } = page;
  const source = scan.thumbnailUrl ?? (scan.bytes <= SMALL_BYTES ? scan.viewUrl : undefined);
  if (!source || failed.value === source) {
    return (
      <span class="thumbnail thumbnail-none">
        <Icon name="book" size={28} />
      </span>
    );
  }
  return (
    <img
      class="thumbnail"
      src={source}
      alt=""
      width={scan.width}
      height={scan.height}
      loading="lazy"
      decoding="async"
      onError={() => (failed.value = source)}
    />
  );
}
