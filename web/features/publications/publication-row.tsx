import type { Publication } from '../../../worker/shapes/publications.ts';
import { useMessages } from '../../i18n/messages.ts';
import { spanText } from '../../ui/date-text.tsx';
import { languageName } from '../../ui/language-names.ts';
import { uiMessages } from '../../ui/messages.ts';
import { OtherTitles, Title } from '../../ui/titles.tsx';
import './publications.css';

/** A periodical in a list; `heading` follows the heading that stands above the list. */
export function PublicationRow({
  publication,
  heading: Heading,
}: {
  publication: Publication;
  heading: 'h2' | 'h3';
}) {
  const t = useMessages(uiMessages);
  const { place, run, languages } = publication;
  return (
    <li class="publication-row">
      <Heading class="row-title">
        <a href={`/publications/${publication.id}`}>
          <Title of={publication.title} />
        </a>{' '}
        <OtherTitles of={publication.title} />
      </Heading>
      <p class="soft small">
        {place && (
          <>
            <Title of={place} />
            {' · '}
          </>
        )}
        {run && spanText(run) && <>{spanText(run)} · </>}
        {languages.map(languageName).join('; ')}
      </p>
      <p class="small">
        {t('issues', { count: publication.issueCount })}, {t('pages', { count: publication.pageCount })}
      </p>
    </li>
  );
}
