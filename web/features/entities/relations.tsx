import type { Citation, z } from '../../../worker/shapes/common.ts';
import type { Relation as RelationShape } from '../../../worker/shapes/entities.ts';
import { spanText } from '../../ui/date-text.tsx';
import { Title } from '../../ui/titles.tsx';
import { SourceRef } from '../../ui/citations.tsx';
import { predicateText } from './terms.ts';

type Relation = z.infer<typeof RelationShape>;

export function Relations({ relations, sources }: { relations: Relation[]; sources: Citation[] }) {
  return (
    <ul class="rows">
      {relations.map((relation, index) => (
        <li key={index}>
          {predicateText(relation.predicate)}{' '}
          <a href={`/entities/${relation.object}`}>
            {relation.objectLabel ? <Title of={relation.objectLabel} /> : relation.object}
          </a>
          <Years relation={relation} />
          {relation.source && (
            <span class="small soft">
              {' '}
              <SourceRef citation={relation.source} sources={sources} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Years({ relation }: { relation: Relation }) {
  const years = spanText(relation);
  return years === '' ? null : <span class="soft"> ({years})</span>;
}
