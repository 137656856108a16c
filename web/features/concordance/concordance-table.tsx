import type { ConcordanceLine } from '../../../worker/shapes/concordance.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DateText } from '../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../ui/issue-number.tsx';
import { Title, directionOf, htmlLang } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { searchMessages } from '../search/messages.ts';
import '../search/found-words.css';
import { concordanceMessages } from './messages.ts';

/**
 * The keyword in the middle; what comes before it stands on the side from which its script is read. The
 * roles say again what the elements say: on a phone the rows are laid out as blocks, and then browsers forget it.
 */
export function ConcordanceTable({ lines }: { lines: readonly ConcordanceLine[] }) {
  const t = useMessages(concordanceMessages);
  const words = useMessages(searchMessages);
  return (
    <table class="kwic" role="table">
      <caption class="visually-hidden">{t('table')}</caption>
      <thead role="rowgroup">
        <tr>
          <th role="columnheader" scope="col">
            {t('source')}
          </th>
          <th role="columnheader" scope="col" class="kwic-head">
            {t('context')}
          </th>
          <th role="columnheader" scope="col">
            {t('foundBy')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr role="row" key={`${line.line} ${line.start} ${line.match}`}>
            <th role="rowheader" scope="row" class="kwic-source">
              <a href={urlOfView(`/pages/${line.page}`, { line: line.line, q: line.match })}>
                <Title of={line.publicationTitle} /> <IssueNumber number={line.issueNumber} />,{' '}
                <PageLabel label={line.pageLabel} />
              </a>{' '}
              <DateText date={line.date} />
            </th>
            <td role="cell">
              <div class="kwic-line" lang={htmlLang(line.language)} dir={directionOf(line.language)}>
                <span class="kwic-before">{line.left}</span>{' '}
                <mark class={`found-${line.rule}`}>{line.match}</mark>{' '}
                <span class="kwic-after">{line.right}</span>
              </div>
            </td>
            <td role="cell" class="kwic-rule">
              {words(line.rule)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
