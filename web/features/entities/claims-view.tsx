import type { Citation } from '../../../worker/shapes/common.ts';
import { useMessages } from '../../i18n/messages.ts';
import { DateText } from '../../ui/date-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SourceRef } from '../../ui/citations.tsx';
import { type Claim, groupClaims } from './claims.ts';
import { entityMessages } from './messages.ts';
import { propertyText } from './terms.ts';

/** What the sources say, property by property; those that contradict each other side by side and marked. */
export function Claims({ claims, sources }: { claims: Claim[]; sources: Citation[] }) {
  const t = useMessages(entityMessages);
  return (
    <>
      {groupClaims(claims).map((group) => (
        <section key={group.property} class="claims">
          <h3>{propertyText(group.property)}</h3>
          {group.conflict && <Notice tone="warning">{<p>{t('conflict')}</p>}</Notice>}
          <ul class={group.conflict ? 'claim-list claim-conflict' : 'claim-list'}>
            {group.claims.map((claim, index) => (
              <li key={claim.id ?? index}>
                <p class="claim-value">
                  {claim.date && <DateText date={claim.date} />}
                  {claim.value && <bdi>{claim.value}</bdi>}
                </p>
                {claim.note && (
                  <p class="small" dir="auto">
                    {claim.note}
                  </p>
                )}
                <p class="small soft">
                  <SourceRef citation={claim.source} sources={sources} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
