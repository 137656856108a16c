/** Editing line boxes: plainly on, with its own tools above the scan, until it is done. */
import { createPortal } from 'preact/compat';
import { useEffect, useMemo } from 'preact/hooks';
import type { Page } from '../../../../../worker/shapes/pages.ts';
import { useMessages } from '../../../../i18n/messages.ts';
import { announce } from '../../../../ui/live-region.tsx';
import type { LineStore } from '../../store.ts';
import type { ScanViewer } from '../viewer.ts';
import { type BoxNews, createBoxActions } from './box-actions.ts';
import { usualHeight } from './box-geometry.ts';
import { onBoxKey } from './box-keys.ts';
import { BoxLayer } from './box-layer.tsx';
import { BoxTools } from './box-tools.tsx';
import { boxMessages } from './messages.ts';

interface BoxEditorProps {
  page: Page;
  store: LineStore;
  viewer: ScanViewer;
  rightToLeft: boolean;
  onClose: () => void;
}

/** An arrow moves by this part of the usual height of a line. */
const STEP_OF_LINE = 0.1;

export default function BoxEditor({ page, store, viewer, rightToLeft, onClose }: BoxEditorProps) {
  const t = useMessages(boxMessages);
  const { scan } = page;

  const actions = useMemo(() => {
    const say = (news: BoxNews) => announce(words(t, news));
    const middle = () => {
      const { width, height } = viewer.surface.getBoundingClientRect();
      return viewer.toScan(width / 2, height / 2);
    };
    return createBoxActions({ store, scan, rightToLeft, middle, say });
  }, [store, viewer, rightToLeft, t]);

  useEffect(() => {
    if (store.current.peek() === null && store.keys.peek()[0] !== undefined)
      store.select(store.keys.peek()[0]!);
    return () => announce(t('saidOff'));
  }, [store]);

  const onKey = (event: KeyboardEvent) =>
    onBoxKey(event, { actions, step: stepOf(store), toText: () => toText(store), close: onClose });

  return (
    <>
      <BoxTools {...{ actions, store }} onDone={onClose} />
      {createPortal(<BoxLayer {...{ viewer, store, scan, actions, onKey }} />, viewer.surface)}
    </>
  );
}

function toText(store: LineStore): void {
  const key = store.current.peek();
  if (key !== null) store.goTo(key);
}

/** In pixels of the scan. */
function stepOf(store: LineStore): number {
  return Math.max(1, Math.round(usualHeight(store.lines()) * STEP_OF_LINE));
}

function words(t: ReturnType<typeof useMessages<(typeof boxMessages)['catalogues']['en']>>, news: BoxNews) {
  switch (news.what) {
    case 'box': {
      const [x, y, width, height] = news.box;
      return t('saidBox', { line: news.line, x, y, width, height });
    }
    case 'no-box':
      return t('saidNoBox', { line: news.line });
    case 'cut':
      return t('saidCut', { share: news.percent });
    case 'removed':
      return t('saidRemoved');
    case 'nothing':
      return t('saidNothing');
  }
}
