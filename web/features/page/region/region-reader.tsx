/** Reading a part of the scan again, in this browser: draw it, read it, compare, and put it into the text. */
import { useSignal } from '@preact/signals';
import { createPortal } from 'preact/compat';
import { useEffect, useMemo } from 'preact/hooks';
import { directionOnPage, scriptOf } from '../../../../worker/domain/text/script.ts';
import type { OcrModel } from '../../../../worker/shapes/ocr.ts';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { keepForLater } from '../../../offline/keep-for-later.ts';
import { announce } from '../../../ui/live-region.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { htmlLang, directionOf as directionOfLanguage } from '../../../ui/titles.tsx';
import { usualHeight } from '../scan/boxes/box-geometry.ts';
import { BoxSurface } from '../scan/boxes/box-surface.tsx';
import { pictureOf } from '../scan/picture.ts';
import type { ScanViewer } from '../scan/viewer.ts';
import type { LineStore } from '../store.ts';
import { createBrowserReader } from './browser-reader.ts';
import { chooseModels } from './choose-models.ts';
import { regionMessages } from './messages.ts';
import { onRegionKey } from './region-keys.ts';
import { RegionOutcomeView } from './region-outcome.tsx';
import { cutRegion } from './region-picture.ts';
import { RegionTools } from './region-tools.tsx';
import { createRegionWork, type ReaderName } from './region-work.ts';
import { createServiceReader } from './service-reader.ts';
import { useModels } from './use-models.ts';
import './region.css';

interface RegionReaderProps {
  page: Page;
  store: LineStore;
  viewer: ScanViewer;
  rightToLeft: boolean;
  onClose: () => void;
}

/** An arrow moves by this part of the usual height of a line. */
const STEP_OF_LINE = 0.25;

export default function RegionReader({ page, store, viewer, rightToLeft, onClose }: RegionReaderProps) {
  const t = useMessages(regionMessages);
  const { scan } = page;
  const { known, problem, reload } = useModels(page.id);
  const models = known?.models ?? [];
  const chosen = useSignal('');
  const work = useMemo(
    () =>
      createRegionWork({
        store,
        scan,
        readers: { browser: createBrowserReader(), service: createServiceReader(page.id) },
        prepare: keepForLater,
        cut: async (box, lineHeight) => cutRegion(await pictureOf(scan.viewUrl), box, scan, lineHeight),
        middle() {
          const { width, height } = viewer.surface.getBoundingClientRect();
          return viewer.toScan(width / 2, height / 2);
        },
      }),
    [store, viewer],
  );
  useEffect(() => {
    // While there is a connection: the picture is needed without one, too.
    pictureOf(scan.viewUrl).catch(() => undefined);
    return () => work.close();
  }, [work]);

  const wanted = wantedModels();
  function wantedModels(): OcrModel[] {
    const one = models.find(({ name }) => name === chosen.value);
    if (one) return [one];
    const lines = store.lines().map(({ text }) => text);
    const script = scriptOf(lines.join(' '));
    return chooseModels(models, {
      used: known?.used ?? [],
      script: script === 'Zyyy' ? (rightToLeft ? 'Arab' : 'Cyrl') : script,
      language: page.language,
    });
  }

  /** Asked for before it was known which models there are. */
  const asked = useSignal<ReaderName | null>(null);
  const read = (by: ReaderName = 'browser') => {
    if (wanted.length > 0) void work.read(wanted, by);
    else {
      asked.value = by;
      if (problem) void reload();
    }
  };
  useEffect(() => {
    const by = asked.peek();
    if (wanted.length === 0 || by === null) return;
    asked.value = null;
    void work.read(wanted, by);
  }, [wanted.length]);
  const onKey = (event: KeyboardEvent) =>
    onRegionKey(event, {
      work,
      step: Math.max(1, Math.round(usualHeight(store.lines()) * STEP_OF_LINE)),
      read: () => read(),
      close: onClose,
    });
  const outcome = work.outcome.value;
  useEffect(() => {
    if (outcome) announce(t('outcome', { count: outcome.read.length }));
  }, [outcome]);

  const lang = htmlLang(page.language);
  return (
    <>
      <RegionTools {...{ work, models, chosen, wanted, read }} waiting={asked.value} onDone={onClose} />
      <ProblemNotice problem={problem} onRetry={reload} />
      {outcome && <RegionOutcomeView {...{ work, outcome, lang }} dir={textDirection()} viewer={viewer} />}
      {createPortal(
        <BoxSurface
          {...{ viewer, scan, onKey }}
          box={work.region.value}
          drawing={work.drawing.value}
          label={t('layer')}
          onMade={(made) => work.put(made)}
        >
          {() => null}
        </BoxSurface>,
        viewer.surface,
      )}
    </>
  );

  function textDirection(): 'rtl' | 'ltr' {
    const text = outcome?.read.map((line) => line.text).join(' ') ?? '';
    return directionOnPage(text, directionOfLanguage(page.language));
  }
}
