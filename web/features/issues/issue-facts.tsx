import type { ComponentChildren } from 'preact';
import type { Issue } from '../../../worker/shapes/issues.ts';
import { useMessages } from '../../i18n/messages.ts';
import { languageName } from '../../ui/language-names.ts';
import { RightsText, safeUrl } from '../../ui/citations.tsx';
import { IssueDates } from './issue-dates.tsx';
import { issueMessages } from './messages.ts';

/** What is known of an issue beside its pages. */
export function IssueFacts({ issue }: { issue: Issue }) {
  const t = useMessages(issueMessages);
  const { provenance, rights, note, orthography } = issue;
  const url = safeUrl(provenance?.url);
  const places = [provenance?.archive, provenance?.fonds, provenance?.file].filter(
    (part) => part !== undefined,
  );
  return (
    <section class="section" aria-label={t('one')}>
      <dl class="facts">
        <Fact name={t('date')}>
          <IssueDates issue={issue} />
        </Fact>
        <Fact name={t('language')}>{languageName(issue.language)}</Fact>
        {orthography && languageName(orthography) !== languageName(issue.language) && (
          <Fact name={t('orthography')}>{languageName(orthography)}</Fact>
        )}
        {provenance && (
          <Fact name={t('provenance')}>
            {places.length > 0 && <p dir="auto">{places.join(', ')}</p>}
            {provenance.note && <p dir="auto">{provenance.note}</p>}
            {url && (
              <p>
                <a href={url}>{url}</a>
              </p>
            )}
          </Fact>
        )}
        {rights && (
          <Fact name={t('rights')}>
            <RightsText rights={rights} />
          </Fact>
        )}
        {note && (
          <Fact name={t('note')}>
            <span dir="auto">{note}</span>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
