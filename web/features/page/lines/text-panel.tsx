/** The text of the page with everything that is said about its state. */
import { useSignal } from '@preact/signals';
import type { Page } from '../../../../worker/shapes/pages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { user } from '../../../state/session.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/notice.tsx';
import type { Desk } from '../desk.ts';
import { later } from '../later.tsx';
import { useLetters } from '../letters/use-letters.ts';
import { pageMessages } from '../messages.ts';
import { LineStrip } from '../scan/line-strip.tsx';
import type { Save } from '../use-saving.ts';
import { useMedia } from '../use-media.ts';
import { LineList } from './line-list.tsx';
import type { LineContext } from './line-row.tsx';
import { SaveBar } from './save-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useLineInSight } from './use-line-in-sight.ts';

const ReadingNotice = later(() => import('../reading/reading-notice.tsx'));
const MergeView = later(() => import('../history/merge-view.tsx'));
const Returned = later(() => import('../review/returned.tsx'));
const KeptBar = later(() => import('../review/kept-bar.tsx'));
const ElsewhereNotice = later(
  async () => ({ default: (await import('./notices.tsx')).ElsewhereNotice }),
  null,
);
const KeptNotice = later(async () => ({ default: (await import('./notices.tsx')).KeptNotice }), null);
const LeftNotice = later(async () => ({ default: (await import('./notices.tsx')).LeftNotice }), null);
const DraftNotice = later(async () => ({ default: (await import('./notices.tsx')).DraftNotice }), null);
const KeysHelp = later(() => import('./keys-help.tsx'));

interface TextPanelProps {
  page: Page;
  desk: Desk;
  context: LineContext;
  save: Save;
  onTag: () => void;
  /** Leads to the decision, while the page is reviewed; else null. */
  onReview: (() => void) | null;
  onPage: (page: Page) => void;
  onReload: () => void;
  readAnew: () => Promise<unknown>;
}

export function TextPanel(props: TextPanelProps) {
  const { page, desk, context, save, onTag, onReview, onPage, onReload, readAnew } = props;
  const t = useMessages(pageMessages);
  const { editable, lang, dir } = context;
  const { store } = desk;
  const help = useSignal(false);
  const small = useMedia('(max-width: 48rem)').value;
  const conflict = desk.conflict.value;
  const empty = store.keys.value.length === 0;
  const [letters, marked] = useLetters(page, context);
  const scrolled = useLineInSight(store, !conflict);
  const busyReading = page.job?.state === 'queued' || page.job?.state === 'running';

  if (conflict) {
    return (
      <div class="text-panel">
        <div class="text-scroll">
          <MergeView {...{ desk, conflict, lang, dir }} onDone={(saved: boolean) => saved && onReload()} />
        </div>
      </div>
    );
  }
  return (
    <section class="text-panel" aria-label={t('text')}>
      {editable && !empty && <Toolbar store={store} onTag={onTag} onHelp={() => (help.value = true)} />}
      <div class="text-scroll" ref={scrolled}>
        {small && <LineStrip {...{ page, store, dir }} label={t('strip')} />}
        {editable && page.status === 'draft' && <Returned {...{ page, desk }} notes={context.notes} />}
        {desk.keptAt.value && <KeptNotice keptAt={desk.keptAt.value} onRetry={readAnew} />}
        {desk.elsewhere.value && <ElsewhereNotice />}
        {desk.leftBehind.value && <LeftNotice desk={desk} />}
        {desk.restored.value && <DraftNotice desk={desk} onDiscarded={onReload} />}
        {(busyReading || page.status === 'failed' || (page.job?.notices?.length ?? 0) > 0) && (
          <ReadingNotice
            page={page}
            onJob={(job) => onPage({ ...page, job })}
            onEnded={onReload}
            onTypeByHand={editable && empty ? () => store.add(null) : null}
          />
        )}
        {!editable && user.value === null && !empty && (
          <p class="small soft sign-in-hint">
            {t.rich('signInToEdit', {
              link: <a href={`/sign-in?back=${encodeURIComponent(`/pages/${page.id}`)}`}>{t('signIn')}</a>,
            })}
          </p>
        )}
        {empty && !busyReading && page.status !== 'failed' && (
          <Empty title={t('noText')}>
            <p>{t(editable ? 'noTextType' : 'noTextGuest')}</p>
            {editable && (
              <Button icon="pen" onClick={() => store.add(null)}>
                {t('firstLine')}
              </Button>
            )}
          </Empty>
        )}
        <LineList context={marked} />
      </div>
      {editable && !empty && letters && (
        <letters.Dock letters={letters} doubts={onReview ? null : context.doubts} />
      )}
      {onReview && <KeptBar desk={desk} onReview={onReview} />}
      {editable && !onReview && (
        <SaveBar
          desk={desk}
          canSubmit={!empty && (page.status === 'read' || page.status === 'draft')}
          onSave={(submit, note) => void save(submit, note)}
        />
      )}
      {help.value && <KeysHelp open onClose={() => (help.value = false)} />}
    </section>
  );
}
