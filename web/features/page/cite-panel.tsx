import { useMessages } from '../../i18n/messages.ts';
import type { Page } from '../../../worker/shapes/pages.ts';
import { formatBytes, formatNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dateText } from '../../ui/date-text.tsx';
import { toast } from '../../ui/live-region.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { titleText } from '../../ui/titles.tsx';
import { citation, fileName, textFile } from './cite.ts';
import type { WorkLines } from './lines.ts';
import { pageMessages } from './messages.ts';
import { pageName } from './page-name.ts';

/** How to cite the page, its text as a file, and the facts of the scan. */
export default function CitePanel({ page, savedLines }: { page: Page; savedLines: () => WorkLines }) {
  const t = useMessages(pageMessages);
  const ui = useMessages(uiMessages);
  const { scan, context } = page;
  const publication = titleText(context.publicationTitle);
  const label = page.label ?? String(page.sequence);
  const cited = citation({
    publication,
    number: ui('number', { number: context.issueNumber }),
    date: dateText(context.date),
    page: pageName(page),
    permalink: `${location.origin}/pages/${page.id}`,
  });

  const copy = () => {
    // navigator.clipboard is missing where the page does not come over https.
    const copied = navigator.clipboard?.writeText(cited) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => toast(t('copied'), 'good'),
      () => toast(t('copyByHand')),
    );
  };
  const download = () => {
    const url = URL.createObjectURL(
      new Blob([textFile(savedLines(), cited)], { type: 'text/plain;charset=utf-8' }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName(publication, context.issueNumber, label);
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  return (
    <div class="cite">
      <h3>{t('citeTitle')}</h3>
      <p class="cite-line">{cited}</p>
      <p class="form-actions">
        <Button small icon="copy" onClick={copy}>
          {t('copy')}
        </Button>
        <Button small icon="download" onClick={download}>
          {t('downloadText')}
        </Button>
        <ButtonLink small icon="download" href={scan.url}>
          {t('scanOriginal')}
        </ButtonLink>
      </p>
      <h3>{t('scanFacts')}</h3>
      <dl class="facts">
        <dt>{t('scanSize')}</dt>
        <dd>
          {formatNumber(scan.width, language.value)} × {formatNumber(scan.height, language.value)} px,{' '}
          {formatBytes(scan.bytes, language.value)}, {scan.type}
        </dd>
        <dt>SHA-256</dt>
        <dd>
          <code class="hash">{scan.sha256}</code>
        </dd>
        {page.sameScanAs && (
          <>
            <dt>{t('sameScan')}</dt>
            <dd>
              {page.sameScanAs.map((id, index) => (
                <a key={id} href={`/pages/${id}`}>
                  {t('samePage', { number: index + 1 })}{' '}
                </a>
              ))}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
