import type { Citation } from '../../../worker/shapes/common.ts';
import type { Entity, Relation } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { SourceRef } from '../../ui/citations.tsx';
import { spanText } from '../../ui/date-text.tsx';
import { Title } from '../../ui/titles.tsx';
import { entityMessages } from './messages.ts';
import { incomingText, predicateText } from './terms.ts';

type Incoming = NonNullable<Entity['incoming']>[number];

export function Relations({ relations, sources }: { relations: Relation[]; sources: Citation[] }) {
  return (
    <ul class="rows">
      {relations.map((relation, index) => (
        <li key={relation.id ?? index}>
          {predicateText(relation.predicate)}{' '}
          <a href={`/entities/${relation.object}`}>
            {relation.objectLabel ? <Title of={relation.objectLabel} /> : relation.object}
          </a>
          <Facts relation={relation} sources={sources} />
        </li>
      ))}
    </ul>
  );
}

/** The relations of others to this record, said from this end where there are words for it. */
export function IncomingRelations({
  relations,
  label,
  sources,
}: {
  relations: Incoming[];
  /** The name of this record. */
  label: Record<string, string>;
  sources: Citation[];
}) {
  return (
    <ul class="rows">
      {relations.map((relation, index) => {
        const words = incomingText(relation.predicate);
        const other = (
          <a href={`/entities/${relation.subject}`}>
            <Title of={relation.subjectLabel} />
          </a>
        );
        return (
          <li key={relation.id ?? index}>
            {words === null ? (
              <>
                {other} {predicateText(relation.predicate)} <Title of={label} />
              </>
            ) : (
              <>
                {words} {other}
              </>
            )}
            <Facts relation={relation} sources={sources} />
          </li>
        );
      })}
    </ul>
  );
}

function Facts({
  relation,
  sources,
}: {
  relation: Omit<Incoming, 'subject' | 'subjectLabel' | 'subjectKind'>;
  sources: Citation[];
}) {
  const t = useMessages(entityMessages);
  const years = spanText(relation);
  return (
    <>
      {years && <span class="soft">, {years}</span>}
      {relation.source && (
        <span class="small soft">
          {' '}
          <SourceRef citation={relation.source} sources={sources} />
        </span>
      )}
      {relation.of && <span class="small soft"> · {t('fromMerged')}</span>}
    </>
  );
}
