/** The scan with its tools. It comes after the lines are shown: they can be worked on without it. */
import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  useSignal,
  useSignalEffect,
} from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { offsetAt } from '../../../../worker/domain/text/print-width.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { placeAt, type Place } from '../geometry.ts';
import { later } from '../later.tsx';
import { isDoubtful } from '../lines.ts';
import { pageMessages } from '../messages.ts';
import type { LineStore } from '../store.ts';
import type { DoubtfulWords } from '../words/doubtful.ts';
import { followCaret } from './follow-caret.ts';
import { LookTools } from './look-tools.tsx';
import { scanMessages } from './messages.ts';
import { onScanKey, onTypingKey } from './scan-keys.ts';
import { ScanTools } from './scan-tools.tsx';
import { scanSettings } from './settings.ts';
import { type Mark, openScanViewer, type ScanViewer } from './viewer.ts';
import './scan.css';

const MARKS_AFTER_MS = 200;

const BoxEditor = later(() => import('./boxes/box-editor.tsx'));
const RegionReader = later(() => import('../region/region-reader.tsx'));

interface ScanPanelProps {
  page: Page;
  store: LineStore;
  /** Keys of lines that a search found. */
  found: ReadonlySet<string>;
  /** Words that the machine was unsure of; until they are known, whole lines are marked. */
  doubts: DoubtfulWords | null;
  /** What differs between versions, while they are compared. */
  differences: ReadonlySignal<readonly Mark[]>;
  /** Whether the window has room for scan and text side by side. */
  roomBeside: boolean;
  layout: Signal<'beside' | 'above'>;
  strips: Signal<'off' | 'on'>;
  /** Whether boxes of lines may be changed. */
  editable: boolean;
  rightToLeft: boolean;
}

/** The line in hand is marked, and a click takes a line in hand, at the letter that was clicked. */
export default function ScanPanel(props: ScanPanelProps) {
  const { page, store, found, doubts, differences, roomBeside, layout, strips, editable, rightToLeft } =
    props;
  const t = useMessages(scanMessages);
  const p = useMessages(pageMessages);
  const host = useRef<HTMLDivElement>(null);
  const viewer = useSignal<ScanViewer | null>(null);
  const state = useSignal<'loading' | 'open' | 'failed'>('loading');
  const attempt = useSignal(0);
  const lookOpen = useSignal(false);
  const editing = useSignal(false);
  const reading = useSignal(false);
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
      onPick(x, y, slack) {
        const hit = placeAt(placesOf(store), x, y, slack);
        if (!hit) return;
        if (editing.peek() || reading.peek()) store.select(hit.key);
        else takeInHand(store, hit, x);
      },
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
      if ((event.key === 'F8' || event.key === 'F9') && editable) {
        event.preventDefault();
        const tool = event.key === 'F8' ? editing : reading;
        tool.value = !tool.peek();
      }
      if (viewer.peek() && onTypingKey(event, viewer.peek()!, currentBox.peek())) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [currentBox, editable]);

  // One tool has the picture at a time: the newer one.
  useSignalEffect(() => {
    if (editing.value) reading.value = false;
  });
  useSignalEffect(() => {
    if (reading.value) editing.value = false;
  });

  useEffect(
    () =>
      effect(() => {
        void store.version.value;
        const into = viewer.value;
        const compared = differences.value;
        if (!into) return;
        const marks = () => (compared.length > 0 ? compared : marksOf(store, found, doubts));
        // Not with every key press: marks change seldom.
        const timer = setTimeout(() => into.setMarks(marks()), MARKS_AFTER_MS);
        return () => clearTimeout(timer);
      }),
    [store, found, doubts],
  );

  return (
    <>
      <ScanTools
        {...{ viewer, currentBox, lookOpen, roomBeside, layout, strips }}
        editing={editable ? editing : null}
        reading={editable ? reading : null}
      />
      {lookOpen.value && <LookTools settings={settings} />}
      {editing.value && viewer.value && state.value === 'open' && (
        <BoxEditor
          {...{ page, store, rightToLeft }}
          viewer={viewer.value}
          onClose={() => (editing.value = false)}
        />
      )}
      {reading.value && viewer.value && state.value === 'open' && (
        <RegionReader
          {...{ page, store, rightToLeft }}
          viewer={viewer.value}
          onClose={() => (reading.value = false)}
        />
      )}
      <div
        class="scan-host"
        ref={host}
        data-state={state.value}
        data-editing={editing.value || reading.value ? 'true' : undefined}
        // Before the viewer sees it: it has keys of its own.
        onKeyDownCapture={(event) => {
          if (inBoxes(event.target)) return;
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

/** The caret goes to the letter that was clicked, as near as can be told. */
function takeInHand(store: LineStore, { key, box }: Place, x: number): void {
  const text = store.line(key).peek()?.text ?? '';
  store.goTo(key, offsetAt(text, (x - box[0]) / box[2]));
}

/** Where boxes are edited, the keys are theirs. */
function inBoxes(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.box-layer') !== null;
}

function placesOf(store: LineStore): Place[] {
  return store.lines().flatMap(({ key, box }) => (box ? [{ key, box }] : []));
}

function marksOf(store: LineStore, found: ReadonlySet<string>, doubts: DoubtfulWords | null): Mark[] {
  const lines = store.lines().flatMap((line): Mark[] => {
    if (!line.box) return [];
    if (found.has(line.key)) return [{ box: line.box, tone: 'found' }];
    return isDoubtful(line) && !doubts?.stretches(line) ? [{ box: line.box, tone: 'doubtful' }] : [];
  });
  const words = doubts?.all() ?? [];
  return [...lines, ...words.map(({ word }): Mark => ({ box: word.box, tone: 'doubtful' }))];
}
