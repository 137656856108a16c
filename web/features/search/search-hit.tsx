import type { SearchHit, SearchMatch } from '../../../worker/shapes/search.ts';
import { urlOfView } from '../../ui/url.ts';
import { useMessages } from '../../i18n/messages.ts';
import { LayerBadge } from '../../ui/badge.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../ui/issue-number.tsx';
import { Title, directionOf, htmlLang } from '../../ui/titles.tsx';
import { splitHighlights } from './highlights.ts';
import { searchMessages } from './messages.ts';
import { ScanStrip } from './scan-strip.tsx';

const MORE_LINES = 4;

/** A page that answers the query: its best line with its place on the scan, then the others. */
export function Hit({ hit, words }: { hit: SearchHit; words: string }) {
  const t = useMessages(searchMessages);
  const others = hit.matches.slice(1);
  const shown = others.slice(0, MORE_LINES);
  const href = (line: string) => urlOfView(`/pages/${hit.page}`, { line, q: words });
  return (
    <li class="hit">
      <article>
        <h2 class="hit-title">
          <a href={href(hit.line)}>
            <Title of={hit.publicationTitle} /> <IssueNumber number={hit.issueNumber} />,{' '}
            <PageLabel label={hit.pageLabel} />
          </a>
        </h2>
        <p class="hit-about">
          <DateText date={hit.date} /> <LayerBadge layer={hit.layer} />
          {hit.rule === 'folded' && (
            <span class="badge" title={t('foldedHint')}>
              {t('folded')}
            </span>
          )}
        </p>
        {hit.box && <ScanStrip page={hit.page} box={hit.box} />}
        <Snippet match={hit} language={hit.language} />
        {shown.length > 0 && (
          <ul class="hit-more">
            {shown.map((match) => (
              <li key={match.line}>
                <a href={href(match.line)}>
                  <Snippet match={match} language={hit.language} />
                </a>
              </li>
            ))}
          </ul>
        )}
        {others.length > shown.length && (
          <p class="small">
            <a href={href(hit.line)}>{t('moreLines', { count: others.length - shown.length })}</a>
          </p>
        )}
      </article>
    </li>
  );
}

function Snippet({
  match,
  language,
}: {
  match: Pick<SearchMatch, 'snippet' | 'highlights'>;
  language: string;
}) {
  return (
    <span class="snippet" lang={htmlLang(language)} dir={directionOf(language)}>
      {splitHighlights(match.snippet, match.highlights).map((piece, index) =>
        piece.found ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
      )}
    </span>
  );
}
