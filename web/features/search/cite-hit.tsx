import { useSignal } from '@preact/signals';
import type { SearchHit } from '../../../worker/shapes/search.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { dateText } from '../../ui/date-text.tsx';
import { issueNumberText, pageLabelText } from '../../ui/issue-number.tsx';
import { toast } from '../../ui/live-region.tsx';
import { titleText } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { citation } from '../page/cite.ts';
import { searchMessages } from './messages.ts';

/** Copies how the page is cited, with the address of the found line. */
export function CiteHit({ hit }: { hit: SearchHit }) {
  const t = useMessages(searchMessages);
  /** What the browser did not let us copy. */
  const byHand = useSignal('');
  const copy = () => {
    const cited = citation({
      publication: titleText(hit.publicationTitle),
      number: issueNumberText(hit.issueNumber),
      date: dateText(hit.date),
      page: pageLabelText(hit.pageLabel),
      permalink: location.origin + urlOfView(`/pages/${hit.page}`, { line: hit.line }),
    });
    // navigator.clipboard is missing where the page does not come over https.
    const copied = navigator.clipboard?.writeText(cited) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast(t('cited'), 'good'),
      () => (byHand.value = cited),
    );
  };
  return (
    <>
      <Button small look="plain" icon="copy" onClick={copy}>
        {t('cite')}
      </Button>
      {byHand.value !== '' && (
        <p class="small" role="status">
          {t('citeByHand')} <bdi class="cite-by-hand">{byHand.value}</bdi>
        </p>
      )}
    </>
  );
}
