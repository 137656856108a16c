import { urlOf } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { type Filters, filtersToApi } from './filters.ts';
import { searchMessages } from './messages.ts';

/** The most pages that one file holds. */
const MOST_PAGES = 1000;

/** The found lines as files, straight from the API. */
export function Downloads({ filters, total }: { filters: Filters; total: number }) {
  const t = useMessages(searchMessages);
  const href = (format: string) => urlOf('/search', { ...filtersToApi(filters), limit: MOST_PAGES, format });
  return (
    <section class="search-downloads" aria-labelledby="search-downloads">
      <h2 id="search-downloads">{t('download')}</h2>
      <p class="form-actions">
        <ButtonLink icon="download" href={href('csv')} download>
          CSV
        </ButtonLink>
        <ButtonLink icon="download" href={href('jsonl')} download>
          JSONL
        </ButtonLink>
      </p>
      <p class="soft small">
        {total > MOST_PAGES ? t('downloadPart', { number: MOST_PAGES }) : t('downloadHint', { count: total })}{' '}
        {t('permalink')}
      </p>
    </section>
  );
}
