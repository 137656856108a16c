import { computed, effect, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { placeAt, type Place } from '../geometry.ts';
import { isDoubtful } from '../lines.ts';
import { pageMessages } from '../messages.ts';
import type { LineStore } from '../store.ts';
import type { Mark, ScanViewer } from './viewer.ts';

interface ScanPanelProps {
  page: Page;
  store: LineStore;
  /** Keys of lines that a search found. */
  found: ReadonlySet<string>;
}

/** The scan, loaded after the lines are shown; the line in hand is marked, and a click takes a line in hand. */
export function ScanPanel({ page, store, found }: ScanPanelProps) {
  const t = useMessages(pageMessages);
  const host = useRef<HTMLDivElement>(null);
  const viewer = useSignal<ScanViewer | null>(null);
  const state = useSignal<'loading' | 'open' | 'failed'>('loading');
  const attempt = useSignal(0);
  const { scan } = page;

  useEffect(() => {
    let gone = false;
    let made: ScanViewer | null = null;
    const marker = document.createElement('div');
    marker.className = 'scan-current';
    const start = async () => {
      const { openScanViewer } = await import('./viewer.ts');
      if (gone || !host.current) return;
      made = openScanViewer({
        host: host.current,
        marker,
        url: scan.viewUrl,
        scan,
        label: t('scanKeys'),
        reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
        onPick: (x, y, slack) => {
          const hit = placeAt(placesOf(store), x, y, slack);
          if (hit) store.goTo(hit.key);
        },
        onOpen: () => (state.value = 'open'),
        onFail: () => (state.value = 'failed'),
      });
      viewer.value = made;
    };
    // Lines first: the picture is fetched once they are painted.
    const timer = setTimeout(() => {
      start().catch(() => (state.value = 'failed'));
    }, 0);
    return () => {
      gone = true;
      clearTimeout(timer);
      viewer.value = null;
      made?.destroy();
    };
  }, [scan.viewUrl, store, attempt.value]);

  // Through a computed: typing changes the line but not its box, and must not touch the picture.
  const currentBox = useMemo(
    () =>
      computed(() => {
        const key = store.current.value;
        return key === null ? null : (store.line(key).value?.box ?? null);
      }),
    [store],
  );
  useEffect(() => effect(() => viewer.value?.markCurrent(currentBox.value)), [currentBox]);

  useSignalEffect(() => {
    void store.version.value;
    const into = viewer.value;
    if (!into) return;
    // Not with every key press: marks change seldom.
    const timer = setTimeout(() => into.setMarks(marksOf(store, found)), 200);
    return () => clearTimeout(timer);
  });

  return (
    <section class="scan" aria-label={t('scan')}>
      <div class="scan-tools" role="group" aria-label={t('scanTools')}>
        <Button
          small
          icon="plus"
          aria-label={t('zoomIn')}
          title={t('zoomIn')}
          onClick={() => viewer.value?.zoomBy(1.5)}
        />
        <Button
          small
          icon="minus"
          aria-label={t('zoomOut')}
          title={t('zoomOut')}
          onClick={() => viewer.value?.zoomBy(1 / 1.5)}
        />
        <Button small onClick={() => viewer.value?.home()}>
          {t('wholePage')}
        </Button>
        <Button
          small
          onClick={() => {
            const box = currentBox.peek();
            if (box) viewer.value?.fit(box);
          }}
        >
          {t('lineLarge')}
        </Button>
      </div>
      <div class="scan-host" ref={host} data-state={state.value} />
      {state.value === 'loading' && (
        <p class="scan-message loading" role="status">
          {t('scanLoading')}
        </p>
      )}
      {state.value === 'failed' && (
        <div class="scan-message">
          <Notice tone="bad">
            <p>{t('scanFailed')}</p>
            <div class="form-actions">
              <Button
                small
                icon="retry"
                onClick={() => {
                  state.value = 'loading';
                  attempt.value += 1;
                }}
              >
                {t('scanRetry')}
              </Button>
              <ButtonLink small icon="download" href={scan.url}>
                {t('scanOriginal')}
              </ButtonLink>
            </div>
          </Notice>
        </div>
      )}
    </section>
  );
}

function placesOf(store: LineStore): Place[] {
  return store.lines().flatMap(({ key, box }) => (box ? [{ key, box }] : []));
}

function marksOf(store: LineStore, found: ReadonlySet<string>): Mark[] {
  return store.lines().flatMap((line): Mark[] => {
    if (!line.box) return [];
    if (found.has(line.key)) return [{ box: line.box, tone: 'found' }];
    return isDoubtful(line) ? [{ box: line.box, tone: 'doubtful' }] : [];
  });
}
