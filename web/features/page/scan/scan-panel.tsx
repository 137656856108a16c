/** The scan with its tools. It comes after the lines are shown: they can be worked on without it. */
import { computed, effect, type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { offsetAt } from '../../../../worker/domain/text/print-width.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { placeAt, type Place } from '../geometry.ts';
import { isDoubtful } from '../lines.ts';
import { pageMessages } from '../messages.ts';
import type { LineStore } from '../store.ts';
import { followCaret } from './follow-caret.ts';
import { LookTools } from './look-tools.tsx';
import { scanMessages } from './messages.ts';
import { onScanKey, onTypingKey } from './scan-keys.ts';
import { ScanTools } from './scan-tools.tsx';
import { scanSettings } from './settings.ts';
import { type Mark, openScanViewer, type ScanViewer } from './viewer.ts';
import './scan.css';

interface ScanPanelProps {
  page: Page;
  store: LineStore;
  /** Keys of lines that a search found. */
  found: ReadonlySet<string>;
  /** Whether the window has room for scan and text side by side. */
  roomBeside: boolean;
  layout: Signal<'beside' | 'above'>;
  strips: Signal<'off' | 'on'>;
}

/** The line in hand is marked, and a click takes a line in hand, at the letter that was clicked. */
export default function ScanPanel({ page, store, found, roomBeside, layout, strips }: ScanPanelProps) {
  const t = useMessages(scanMessages);
  const p = useMessages(pageMessages);
  const host = useRef<HTMLDivElement>(null);
  const viewer = useSignal<ScanViewer | null>(null);
  const state = useSignal<'loading' | 'open' | 'failed'>('loading');
  const attempt = useSignal(0);
  const lookOpen = useSignal(false);
  const settings = useMemo(() => scanSettings(page.id), [page.id]);
  const { scan } = page;

  useEffect(() => {
    const marker = document.createElement('div');
    marker.className = 'scan-current';
    const made = openScanViewer({
      host: host.current!,
      marker,
      url: scan.viewUrl,
      scan,
      label: `${p('scan')}. ${t('keys')}`,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
      zoom: settings.zoom.peek(),
      turn: settings.turn.peek(),
      filter: settings.filter.peek(),
      onZoom: (zoom) => (settings.zoom.value = zoom),
      onPick: (x, y, slack) => pick(store, x, y, slack),
      onOpen: () => (state.value = 'open'),
      onFail: () => (state.value = 'failed'),
    });
    viewer.value = made;
    return () => {
      viewer.value = null;
      made.destroy();
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
  useEffect(() => effect(() => viewer.value?.setTurn(settings.turn.value)), [settings]);
  useEffect(
    () =>
      effect(() => {
        const filter = settings.filter.value;
        viewer.value?.setFilter(filter);
        // The strips of the lines are seen in the same light.
        host.current?.closest<HTMLElement>('.bench')?.style.setProperty('--scan-filter', filter);
      }),
    [settings],
  );
  useEffect(() => followCaret(store, (x, y) => viewer.peek()?.showPoint(x, y)), [store]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (viewer.peek() && onTypingKey(event, viewer.peek()!, currentBox.peek())) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [currentBox]);

  useSignalEffect(() => {
    void store.version.value;
    const into = viewer.value;
    if (!into) return;
    // Not with every key press: marks change seldom.
    const timer = setTimeout(() => into.setMarks(marksOf(store, found)), 200);
    return () => clearTimeout(timer);
  });

  return (
    <>
      <ScanTools {...{ viewer, currentBox, lookOpen, roomBeside, layout, strips }} />
      {lookOpen.value && <LookTools settings={settings} />}
      <div
        class="scan-host"
        ref={host}
        data-state={state.value}
        // Before the viewer sees it: it has keys of its own.
        onKeyDownCapture={(event) => {
          if (!viewer.peek() || !onScanKey(event, viewer.peek()!, currentBox.peek(), settings)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
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
                {p('scanOriginal')}
              </ButtonLink>
            </div>
          </Notice>
        </div>
      )}
    </>
  );
}

function pick(store: LineStore, x: number, y: number, slack: number): void {
  const hit = placeAt(placesOf(store), x, y, slack);
  if (!hit) return;
  const text = store.line(hit.key).peek()?.text ?? '';
  store.goTo(hit.key, offsetAt(text, (x - hit.box[0]) / hit.box[2]));
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
