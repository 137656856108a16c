/** One page: what is read for it, and its heading. The work itself is in bench.tsx. */
import { useSignal } from '@preact/signals';
import { useRoute } from 'preact-iso';
import { useEffect, useMemo } from 'preact/hooks';
import type { Page } from '../../../worker/shapes/pages.ts';
import type { Transcription } from '../../../worker/shapes/transcriptions.ts';
import { get } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type Resource, usePolling, useResource } from '../../state/resource.ts';
import { signedIn, user } from '../../state/session.ts';
import { whenIdle } from '../../state/when-idle.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Loading, Notice, ProblemNotice } from '../../ui/notice.tsx';
import { directionOf, Title, titleText } from '../../ui/titles.tsx';
import { View } from '../../ui/view.tsx';
import { Bench } from './bench.tsx';
import { createDesk, type Desk } from './desk.ts';
import { createDraftShelf } from './drafts.ts';
import { later } from './later.tsx';
import { pageMessages } from './messages.ts';
import { deskService } from './service.ts';
import { pageName } from './page-name.ts';
import { createTagShelf, type TagShelf } from './tags/tag-shelf.ts';
import './page.css';

const PageWork = later(() => import('../work/page-work.tsx'));
/** The calendars need not be there before the lines. */
const DateText = later(async () => ({ default: (await import('../../ui/date-text.tsx')).DateText }), null);

const drafts = createDraftShelf();

/** Who works here can go on without a connection. */
async function keepForLater(): Promise<void> {
  try {
    const { keepForLater: keep } = await import('../../offline/keep-for-later.ts');
    await keep();
  } catch {
    // The part did not come; the next page asks again.
  }
}

export default function PageView() {
  const { params, query } = useRoute();
  const id = params['id'] ?? '';
  return <OnePage key={id} id={id} wanted={{ line: query['line'] ?? null, query: query['q'] ?? '' }} />;
}

interface OnePageProps {
  id: string;
  /** From a search: the line found, and what was looked for. */
  wanted: { line: string | null; query: string };
}

function OnePage({ id, wanted }: OnePageProps) {
  const page = useResource<Page>(`/pages/${id}`);
  const text = useResource<Transcription>(`/pages/${id}/transcription`);
  const tags = useMemo(() => createTagShelf(id), [id]);
  const { desk, search } = useDesk(page, text);

  useEffect(() => {
    void tags.load();
  }, [tags]);
  useSuggestions(page, tags);

  if (!page.data || !desk) return <NotYet {...{ page, text, search }} />;
  return (
    <PageFrame page={page.data}>
      <Bench
        page={page.data}
        desk={desk}
        tags={tags}
        wanted={wanted}
        onPage={(next) => page.set(next)}
        readAnew={() => Promise.all([page.reload(), text.reload(), tags.load()])}
      />
    </PageFrame>
  );
}

/** The gazetteer looks at a new text a moment after it was saved: its suggestions are shown when they are there. */
function useSuggestions(page: Resource<Page>, tags: TagShelf): void {
  const { id, suggestions, currentRevision } = page.data ?? {};
  const key = suggestions === 'waiting' ? `${id} ${currentRevision}` : null;
  const check = async () => {
    const { data } = await get<Page>(`/pages/${id}`);
    if (data.suggestions === 'waiting' && data.currentRevision === currentRevision) return false;
    page.set(data);
    await tags.load();
    return true;
  };
  usePolling(key, check, [1000, 2000, 4000, 8000, 15_000, 30_000]);
}

/** Looking for a draft takes so long that it is said, and so long that it need not be waited for, in milliseconds. */
const SAID_AFTER_MS = 1000;
const LEFT_AFTER_MS = 6000;

/** A draft is still looked for; `leave` opens the page without it, where that takes very long. */
interface DraftSearch {
  leave: (() => void) | null;
}

/** Made once for a person and a page; newer revisions that are read later are handed to it. */
function useDesk(
  page: Resource<Page>,
  text: Resource<Transcription>,
): { desk: Desk | null; search: DraftSearch | null } {
  const who = user.value === undefined ? null : (user.value?.id ?? '');
  const ready = page.data !== undefined && text.data !== undefined && who !== null;
  const desk = useMemo(() => {
    if (!ready) return null;
    return createDesk({
      page: page.data!.id,
      user: who,
      found: { data: text.data!, etag: text.etag ?? '', keptAt: text.keptAt },
      service: deskService,
      shelf: drafts,
      rightToLeft: directionOf(page.data!.language) === 'rtl',
    });
  }, [ready, who]);

  // The lines are shown with their draft: what is typed before it is there would take its place.
  const opened = useSignal<Desk | null>(null);
  const search = useSignal<DraftSearch | null>(null);
  useEffect(() => {
    if (!desk) return;
    let closed = false;
    const show = () => {
      if (closed) return;
      opened.value = desk;
      search.value = null;
    };
    const leave = () => {
      desk.leaveDraft();
      show();
    };
    const timers = [
      setTimeout(() => (search.value = { leave: null }), SAID_AFTER_MS),
      setTimeout(() => (search.value = { leave }), LEFT_AFTER_MS),
    ];
    const end = () => timers.forEach(clearTimeout);
    // In a quiet moment: nothing that is worked with waits for it.
    const stopKeeping = who ? whenIdle(() => void keepForLater()) : undefined;
    // Whatever fails, the page opens, and what the device holds stays there.
    const looked = who ? desk.openDraft().catch(() => desk.leaveDraft()) : Promise.resolve();
    void looked.then(end).then(show);
    return () => {
      closed = true;
      stopKeeping?.();
      end();
      search.value = null;
      desk.close();
    };
  }, [desk]);
  useEffect(() => {
    if (desk && text.data) desk.adopt({ data: text.data, etag: text.etag ?? '', keptAt: text.keptAt });
  }, [desk, text.data]);
  return { desk: opened.value === desk ? desk : null, search: search.value };
}

interface NotYetProps {
  page: Resource<Page>;
  text: Resource<Transcription>;
  search: DraftSearch | null;
}

function NotYet({ page, text, search }: NotYetProps) {
  const t = useMessages(pageMessages);
  const problem = page.problem ?? text.problem;
  return (
    <View title={t('pageOpening')} width="wide">
      {problem ? (
        <ProblemNotice
          problem={problem}
          onRetry={() => {
            void page.reload();
            void text.reload();
          }}
        />
      ) : (
        <>
          <Loading />
          {search && <DraftSought {...search} />}
        </>
      )}
    </View>
  );
}

function DraftSought({ leave }: DraftSearch) {
  const t = useMessages(pageMessages);
  return (
    <Notice>
      <p role="status">{t('draftSought')}</p>
      {leave && (
        <>
          <p>{t('draftLeft')}</p>
          <Button small onClick={leave}>
            {t('draftLeave')}
          </Button>
        </>
      )}
    </Notice>
  );
}

function PageFrame({ page, children }: { page: Page; children: preact.ComponentChildren }) {
  const t = useMessages(pageMessages);
  const { context, neighbours } = page;
  const values = { number: context.issueNumber, page: pageName(page) };
  return (
    <div class="page-view">
      <View
        width="wide"
        title={t('pageTitle', { publication: titleText(context.publicationTitle), ...values })}
        heading={t.rich('pageTitle', { publication: <Title of={context.publicationTitle} />, ...values })}
        lead={
          <>
            <DateText date={context.date} /> <StatusBadge status={page.status} />
          </>
        }
        crumbs={[
          { href: '/publications', label: t('publications') },
          { href: `/publications/${context.publication}`, label: <Title of={context.publicationTitle} /> },
          { href: `/issues/${page.issue}`, label: t('issueCrumb', { number: context.issueNumber }) },
        ]}
        actions={
          <>
            {neighbours?.previous && (
              <ButtonLink small icon="previous" href={`/pages/${neighbours.previous}`}>
                {t('previousPage')}
              </ButtonLink>
            )}
            {neighbours?.next && (
              <ButtonLink small icon="next" href={`/pages/${neighbours.next}`}>
                {t('nextPage')}
              </ButtonLink>
            )}
            {signedIn.value && <PageWork page={page} />}
          </>
        }
      >
        {children}
      </View>
    </div>
  );
}
