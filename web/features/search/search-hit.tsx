import { useSignal } from '@preact/signals';
import type { SearchHit } from '../../../worker/shapes/search.ts';
import { useMessages } from '../../i18n/messages.ts';
import { LayerBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../ui/issue-number.tsx';
import { Title } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { CiteHit } from './cite-hit.tsx';
import { FoundBy, Snippet } from './found-words.tsx';
import { searchMessages } from './messages.ts';
import { ScanStrip } from './scan-strip.tsx';

/** Lines shown at once beside the best one. */
const FIRST_LINES = 2;

/** A page that answers the query: its best line with its place on the scan, then the others. */
export function Hit({ hit, words }: { hit: SearchHit; words: string }) {
  const t = useMessages(searchMessages);
  const open = useSignal(false);
  const others = hit.matches.slice(1);
  const shown = open.value ? others : others.slice(0, FIRST_LINES);
  const hidden = others.length - FIRST_LINES;
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
        </p>
        {hit.box && <ScanStrip page={hit.page} box={hit.box} words={hit.wordBoxes} />}
        <Snippet match={hit} language={hit.language} />
        <FoundBy matches={[hit, ...shown]} language={hit.language} />
        {shown.length > 0 && (
          <ul class="hit-more">
            {shown.map((match) => (
              <li key={match.line}>
                {open.value && match.box && (
                  <ScanStrip page={hit.page} box={match.box} words={match.wordBoxes} beside={0.4} />
                )}
                <a href={href(match.line)}>
                  <Snippet match={match} language={hit.language} />
                </a>
              </li>
            ))}
          </ul>
        )}
        <div class="hit-actions">
          {hidden > 0 && (
            <Button
              small
              look="plain"
              icon={open.value ? 'up' : 'down'}
              aria-expanded={open.value}
              onClick={() => (open.value = !open.value)}
            >
              {open.value ? t('fewerLines') : t('moreLines', { count: hidden })}
            </Button>
          )}
          <CiteHit hit={hit} />
        </div>
      </article>
    </li>
  );
}
