import type { Citation } from '../../../worker/shapes/common.ts';
import type { Claim, ConflictingClaim } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { BothDates } from '../../ui/both-dates.tsx';
import { CitationText, SourceRef } from '../../ui/citations.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Title } from '../../ui/titles.tsx';
import { entityMessages } from './messages.ts';
import { propertyText } from './terms.ts';

/** What the sources say, property by property; each with the statements that it cannot hold beside. */
export function Claims({
  entity,
  claims,
  sources,
}: {
  entity: string;
  claims: Claim[];
  sources: Citation[];
}) {
  const t = useMessages(entityMessages);
  return (
    <>
      {[...Map.groupBy(claims, (claim) => claim.property)].map(([property, group]) => {
        const conflict = group.some((claim) => (claim.conflicts ?? []).length > 0);
        return (
          <section key={property} class="claims">
            <h3>{propertyText(property)}</h3>
            {conflict && (
              <Notice tone="warning">
                <p>{t('conflict')}</p>
              </Notice>
            )}
            <ul class="claim-list">
              {group.map((claim, index) => (
                <ClaimItem key={claim.id ?? index} {...{ entity, claim, sources }} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function ClaimItem({ entity, claim, sources }: { entity: string; claim: Claim; sources: Citation[] }) {
  const t = useMessages(entityMessages);
  const { conflicts = [] } = claim;
  return (
    <li class={conflicts.length > 0 ? 'claim-conflict' : undefined} id={claim.id && `claim-${claim.id}`}>
      <p class="claim-value">
        {claim.date && <BothDates date={claim.date} />}
        {claim.value && <bdi>{claim.value}</bdi>}
      </p>
      {claim.note && (
        <p class="small" dir="auto">
          {claim.note}
        </p>
      )}
      <p class="small soft">
        <SourceRef citation={claim.source} sources={sources} />
        {claim.of && ` · ${t('fromMerged')}`}
      </p>
      {conflicts.map((other) => (
        <Otherwise key={other.claim} other={other} foreign={other.entity !== entity} />
      ))}
    </li>
  );
}

/** Another statement that cannot be true beside this one, with its own source: neither is preferred. */
function Otherwise({ other, foreign }: { other: ConflictingClaim; foreign: boolean }) {
  const t = useMessages(entityMessages);
  return (
    <div class="claim-otherwise">
      <p class="claim-otherwise-head small">
        <Icon name="warning" size={16} /> {t('says')}
      </p>
      <p>
        {foreign && (
          <>
            <a href={`/entities/${other.entity}#claim-${other.claim}`}>
              <Title of={other.entityLabel} />
            </a>
            {', '}
            {propertyText(other.property)}:{' '}
          </>
        )}
        {other.date && <BothDates date={other.date} />}
        {other.value && <bdi>{other.value}</bdi>}
      </p>
      <p class="small soft">
        <CitationText citation={other.source} />
      </p>
      <p class="small">{t(other.reason === 'dates' ? 'saysDates' : 'saysStated')}</p>
    </div>
  );
}
