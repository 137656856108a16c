/** The bench of a page: the scan, the text, and beside them tags, review, history, reading and citation. */
import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Page } from '../../../worker/shapes/pages.ts';
import type { Tag } from '../../../worker/shapes/tags.ts';
import { useMessages } from '../../i18n/messages.ts';
import { mayReview, signedIn, user } from '../../state/session.ts';
import { announce } from '../../ui/live-region.tsx';
import { onceDrawn } from '../../ui/once-drawn.ts';
import { directionOf, htmlLang } from '../../ui/titles.tsx';
import { afterPaint } from './after-paint.ts';
import type { Desk } from './desk.ts';
import { Divider, nextShare, useShare } from './divider.tsx';
import type { Finder } from './found.ts';
import { later } from './later.tsx';
import { lineElement, withLine } from './lines/find-line.ts';
import type { LineContext } from './lines/line-row.tsx';
import { TextPanel } from './lines/text-panel.tsx';
import { pageMessages } from './messages.ts';
import { rememberedChoice } from './remembered.ts';
import { ownDecision } from './review/decided.ts';
import type { Mark } from './scan/viewer.ts';
import { useStrips } from './scan/use-strips.ts';
import { selectedIn, targetOf } from './selection.ts';
import type { TagWish } from './tags/tag-dialog.tsx';
import type { TagShelf } from './tags/tag-shelf.ts';
import { useMedia } from './use-media.ts';
import { useRoomLeft } from './use-room-left.ts';
import { useDoubtfulWords } from './words/use-doubtful-words.ts';
import { useSaving } from './use-saving.ts';

const ScanPanel = later(() => import('./scan/scan-panel.tsx'));
const TagList = later(() => import('./tags/tag-list.tsx'));
const ReviewPanel = later(() => import('./review/review-panel.tsx'));
const HistoryPanel = later(() => import('./history/history-panel.tsx'));
const ReadingPanel = later(() => import('./reading/reading-panel.tsx'));
const CitePanel = later(() => import('./cite-panel.tsx'));
const TagDialog = later(() => import('./tags/tag-dialog.tsx'));
const PlacingBar = later(() => import('./tags/placing-bar.tsx'));

type Panel = 'text' | 'tags' | 'review' | 'history' | 'reading' | 'cite';

export interface BenchProps {
  page: Page;
  desk: Desk;
  tags: TagShelf;
  wanted: { line: string | null; query: string };
  onPage: (page: Page) => void;
  /** The page, its text and its tags have changed on the service. Ends when the page has been read anew, or could not be. */
  readAnew: () => Promise<unknown>;
}

export function Bench({ page, desk, tags, wanted, onPage, readAnew }: BenchProps) {
  const onReload = () => void readAnew();
  const t = useMessages(pageMessages);
  const { store } = desk;
  const wide = useMedia('(min-width: 75rem)').value;
  const roomBeside = useMedia('(min-width: 48rem)').value;
  const layout = useMemo(() => rememberedChoice('layout', ['beside', 'above']), []);
  const sideBySide = roomBeside && layout.value === 'beside';
  const { strips, Strip } = useStrips(page);
  const share = useShare(roomBeside ? 'wide' : 'narrow');
  const roomLeft = useRoomLeft().value;
  const bench = useRef<HTMLDivElement>(null);
  const submitted = page.status === 'submitted';
  const reviewing = submitted && mayReview.value && page.submittedBy !== user.value?.id;
  const reviewable = submitted || ownDecision(desk.revision.value, user.value?.id, Date.now()) !== null;
  const panel = useSignal<Panel>(reviewing ? 'review' : 'text');
  /** Marks of what differs, while versions are compared. */
  const differences = useSignal<readonly Mark[]>([]);
  const tagWish = useSignal<TagWish | null>(null);
  /** A tag that lost its words and is being put back on the text. */
  const placing = useSignal<Tag | null>(null);
  const editable = signedIn.value;
  const lang = htmlLang(page.language);
  const dir = directionOf(page.language);
  const find = useFinder(wanted.query);
  const byLine = tags.byLine.value;
  const doubts = useDoubtfulWords(page, desk, !reviewing);
  const notes = useSignal<ReadonlyMap<string, ComponentType>>(new Map());
  const context = useMemo<LineContext>(
    () => ({
      desk,
      editable,
      t,
      lang,
      dir,
      tagsOf: (id) => byLine.get(id) ?? [],
      find,
      Strip,
      notes,
      doubts,
    }),
    [desk, editable, t, lang, dir, byLine, find, Strip, notes, doubts],
  );
  const found = useFoundLines(desk, wanted, find);
  const save = useSaving(desk, onReload, reviewing);

  const openTag = () => {
    if (editable) tagWish.value = wishFor(desk);
  };
  useShortcuts({ save: () => void save(false, ''), tag: openTag }, editable);

  const panels: Panel[] = [
    'text',
    'tags',
    ...(reviewable ? ['review' as const] : []),
    'history',
    'reading',
    'cite',
  ];
  const side = sidePanel(panel.value, wide, reviewable);
  const showText = () => (panel.value = 'text');
  const showReview = () => (panel.value = 'review');
  // On a phone the line in hand has the whole window: heading and menu are above it.
  useSignalEffect(() => {
    if (store.current.value !== null && !roomBeside) bench.current?.scrollIntoView({ block: 'start' });
  });
  useEffect(() => {
    const inHand = store.current.peek();
    if (roomLeft === null || inHand === null) return;
    bench.current?.scrollIntoView({ block: 'start' });
    // When the lines have the height that is left to them.
    return afterPaint(() => lineElement(inHand)?.scrollIntoView({ block: 'nearest' }));
  }, [roomLeft]);
  const startPlacing = (tag: Tag) => {
    placing.value = tag;
    if (!wide) showText();
    const { target } = tag;
    const near = store.lines().find((line) => target.type === 'span' && line.id === target.line);
    const key = near?.key ?? store.keys.peek()[0];
    if (key !== undefined) store.goTo(key);
  };

  return (
    <div
      ref={bench}
      class={[
        'bench',
        !sideBySide && 'bench-above',
        share.value === 0 && 'bench-no-scan',
        roomLeft !== null && 'bench-typing',
      ]
        .filter(Boolean)
        .join(' ')}
      style={{ '--share': `${share.value}%`, ...(roomLeft !== null && { '--room': `${roomLeft}px` }) }}
    >
      <section class="scan" aria-label={t('scan')}>
        <ScanPanel
          {...{ page, store, found, doubts, differences, roomBeside, layout, strips, editable }}
          rightToLeft={dir === 'rtl'}
        />
      </section>
      <Divider share={share} label={t('divider')} sideBySide={sideBySide} />
      <div class="bench-work">
        <div class="panel-row">
          <PanelChoice {...{ panel, side, wide, panels }} tagCount={tags.tags.value.length} />
          {!roomBeside && <ScanSize share={share} />}
        </div>
        {placing.value && (
          <PlacingBar
            {...{ lang, dir }}
            key={placing.value.id}
            tag={placing.value}
            shelf={tags}
            selected={() => wishFor(desk)}
            save={() => save(false, '')}
            onClose={() => (placing.value = null)}
          />
        )}
        <div class="bench-columns">
          {(wide || side === 'text') && (
            <TextPanel
              {...{ page, desk, context, save, onPage, onReload, readAnew }}
              onTag={openTag}
              onReview={reviewing ? showReview : null}
            />
          )}
          {side !== 'text' && (
            <aside class="side" aria-label={t(side)}>
              <h2 class="side-title">{t(side)}</h2>
              {side === 'tags' && (
                <TagList
                  {...{ store, lang, dir }}
                  shelf={tags}
                  onGo={showText}
                  suggesting={page.suggestions === 'waiting'}
                  onPlace={editable ? startPlacing : null}
                  onTagPage={editable ? () => (tagWish.value = pageWish()) : null}
                />
              )}
              {side === 'review' && (
                <ReviewPanel
                  {...{ page, desk, lang, dir, differences, onReload }}
                  onText={() => wide || showText()}
                  onReview={showReview}
                />
              )}
              {side === 'history' && (
                <HistoryPanel {...{ desk, lang, dir }} page={page.id} onRestored={onReload} />
              )}
              {side === 'reading' && (
                <ReadingPanel
                  {...{ page, store }}
                  onJob={(job) => onPage({ ...page, job })}
                  onChosen={onReload}
                />
              )}
              {side === 'cite' && <CitePanel page={page} savedLines={() => store.base()} />}
            </aside>
          )}
        </div>
      </div>
      {tagWish.value && (
        <TagDialog
          {...{ lang, dir }}
          wish={tagWish.value}
          shelf={tags}
          save={() => save(false, '')}
          onClose={() => (tagWish.value = null)}
        />
      )}
    </div>
  );
}

/** On a wide window the text always stands, with one of the others beside it. */
function sidePanel(panel: Panel, wide: boolean, reviewable: boolean): Panel {
  const known = panel === 'review' && !reviewable ? 'text' : panel;
  if (!wide || known !== 'text') return known;
  return reviewable ? 'review' : 'tags';
}

interface PanelChoiceProps {
  panel: Signal<Panel>;
  side: Panel;
  wide: boolean;
  panels: Panel[];
  tagCount: number;
}

function PanelChoice({ panel, side, wide, panels, tagCount }: PanelChoiceProps) {
  const t = useMessages(pageMessages);
  return (
    <div class="panel-choice" role="group" aria-label={t('panels')}>
      {panels
        .filter((each) => !wide || each !== 'text')
        .map((each) => (
          <button
            key={each}
            type="button"
            class="panel-button"
            aria-pressed={each === side}
            onClick={() => (panel.value = each)}
          >
            {t(each)}
            {each === 'tags' && tagCount > 0 && <span class="panel-count">{tagCount}</span>}
          </button>
        ))}
    </div>
  );
}

/** On a phone: the scan small, large or hidden, by one button that is always in reach. */
function ScanSize({ share }: { share: Signal<number> }) {
  const t = useMessages(pageMessages);
  const [name, looks] =
    share.value === 0
      ? (['scanHidden', '▁'] as const)
      : share.value < 45
        ? (['scanSmall', '▃'] as const)
        : (['scanLarge', '▆'] as const);
  return (
    <button
      type="button"
      class="panel-button scan-size"
      aria-label={t(name)}
      title={t(name)}
      onClick={({ currentTarget: button }) => {
        share.value = nextShare(share.peek());
        onceDrawn(() => button.closest('.bench')?.scrollIntoView({ block: 'start' }));
      }}
    >
      {t('scan')} <span aria-hidden="true">{looks}</span>
    </button>
  );
}

const findNothing: Finder = () => [];

/** Finds what was searched for; nothing until its module is there, and where nothing was searched for. */
function useFinder(query: string): Finder {
  const finder = useSignal<Finder>(findNothing);
  useEffect(() => {
    finder.value = findNothing;
    if (query.trim() === '') return;
    let gone = false;
    const load = async () => {
      const { finderOf } = await import('./found.ts');
      if (!gone) finder.value = finderOf(query);
    };
    // The page is complete without these marks.
    load().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [query]);
  return finder.value;
}

/** Lines that answer the search one came from; the wanted one, or the first, becomes the line in hand. */
function useFoundLines(desk: Desk, wanted: BenchProps['wanted'], find: Finder): ReadonlySet<string> {
  const t = useMessages(pageMessages);
  const { store } = desk;
  const found = useMemo(() => {
    const hits = store.lines().filter((line) => find(line.text).length > 0);
    return new Set([...hits.map((line) => line.key), ...(wanted.line ? [wanted.line] : [])]);
  }, [store, wanted.line, find]);
  /** The line that was put in hand for this search. */
  const given = useRef({ wish: '', key: '' });
  useEffect(() => {
    const order = store.keys.peek();
    const wish = `${wanted.line} ${wanted.query}`;
    // The reader went on while the search words were being looked for.
    if (given.current.wish === wish && store.current.peek() !== given.current.key) return;
    const first =
      wanted.line && order.includes(wanted.line) ? wanted.line : order.find((key) => found.has(key));
    if (first === undefined) return;
    given.current = { wish, key: first };
    store.select(first);
    withLine(first, (line) => line.scrollIntoView({ block: 'center' }));
    if (find !== findNothing) announce(t('found', { count: found.size }));
  }, [store, found]);
  return found;
}

function wishFor(desk: Desk): TagWish {
  const { store } = desk;
  const key = store.current.peek();
  const field = key === null ? null : lineElement(key);
  if (key === null || !(field instanceof HTMLTextAreaElement)) return pageWish();
  const selected = selectedIn(key, field.value, field.selectionStart, field.selectionEnd);
  if (!selected) return pageWish();
  const line = store.line(key).peek();
  return {
    quote: selected.quote,
    saveFirst: line?.id === undefined || store.changed(key),
    target: () => targetOf(selected, store),
  };
}

function pageWish(): TagWish {
  return { quote: null, saveFirst: false, target: () => ({ type: 'page' }) };
}

/** By place on the keyboard, since the layout may be Kazakh or Arabic. */
function useShortcuts(actions: { save: () => void; tag: () => void }, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.code === 'KeyS') actions.save();
      else if (event.code === 'KeyK') actions.tag();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
