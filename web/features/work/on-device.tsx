/** What this device holds of somebody's work: text that is not saved yet and, without a connection, pages to go on with. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Page } from '../../../worker/shapes/pages.ts';
import { get } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { keptPages } from '../../offline/kept-pages.ts';
import { Badge } from '../../ui/badge.tsx';
import { Moment } from '../../ui/date-text.tsx';
import { PageReference } from '../../ui/page-reference.tsx';
import { createDraftShelf } from '../page/drafts.ts';
import { workMessages } from './messages.ts';

const shelf = createDraftShelf();

interface OnDevice {
  page: string;
  /** Milliseconds UTC; undefined where nothing of the page is unsaved. */
  draftOf?: number;
  /** Undefined where the page can neither be read nor was kept. */
  record: Page | undefined;
}

/** @param offline whether there is no connection, as far as the view knows */
export function OnDevice({ user, offline }: { user: string; offline: boolean }) {
  const t = useMessages(workMessages);
  const found = useSignal<OnDevice[]>([]);
  useEffect(() => {
    let left = false;
    const look = async () => {
      const all = await onDevice(user, offline);
      if (!left) found.value = all;
    };
    void look();
    return () => {
      left = true;
    };
  }, [user, offline]);

  const drafts = found.value.filter(({ draftOf }) => draftOf !== undefined);
  const pages = found.value.filter(({ draftOf }) => draftOf === undefined);
  return (
    <>
      {drafts.length > 0 && (
        <Part id="unsaved" title={t('unsavedTitle')} text={t('unsavedText')} items={drafts} />
      )}
      {pages.length > 0 && <Part id="kept" title={t('keptTitle')} text={t('keptText')} items={pages} />}
    </>
  );
}

function Part({ id, title, text, items }: { id: string; title: string; text: string; items: OnDevice[] }) {
  const t = useMessages(workMessages);
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p class="soft">{text}</p>
      <ul class="rows">
        {items.map(({ page, record, draftOf }) => (
          <li key={page}>
            <a href={`/pages/${page}`}>
              {record ? <PageReference issue={record.context} page={record} /> : t('pageUnknown')}
            </a>{' '}
            {draftOf !== undefined && (
              <>
                <Badge tone="wait">{t('unsaved')}</Badge>{' '}
                <span class="small soft">
                  <Moment at={new Date(draftOf).toISOString()} />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function onDevice(user: string, offline: boolean): Promise<OnDevice[]> {
  // A browser that keeps nothing has nothing to show.
  const drafts = await shelf.pages(user).catch(() => []);
  const drafted = new Set(drafts.map(({ page }) => page));
  const kept = offline ? (await keptPages().catch(() => [])).filter((page) => !drafted.has(page)) : [];
  return Promise.all([
    ...drafts.map(async ({ page, keptAt }) => ({ page, draftOf: keptAt, record: await recordOf(page) })),
    ...kept.map(async (page) => ({ page, record: await recordOf(page) })),
  ]);
}

async function recordOf(page: string): Promise<Page | undefined> {
  return get<Page>(`/pages/${page}`).then(
    ({ data }) => data,
    () => undefined,
  );
}
