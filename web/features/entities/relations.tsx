import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Citation, TextByLanguage, z } from '../../../worker/shapes/common.ts';
import type { Entity, Relation as RelationShape } from '../../../worker/shapes/entities.ts';
import { get } from '../../api/client.ts';
import { spanText } from '../../ui/date-text.tsx';
import { Title } from '../../ui/titles.tsx';
import { SourceRef } from '../../ui/citations.tsx';
import { predicateText } from './terms.ts';

type Relation = z.infer<typeof RelationShape>;

/** An entity says only the ids of those it is related to: their names are read once each. */
const labels = new Map<string, Promise<TextByLanguage>>();

function readLabel(id: string): Promise<TextByLanguage> {
  let label = labels.get(id);
  if (!label) {
    label = get<Entity>(`/entities/${id}`).then(({ data }) => data.label);
    label.catch(() => labels.delete(id));
    labels.set(id, label);
  }
  return label;
}

export function Relations({ relations, sources }: { relations: Relation[]; sources: Citation[] }) {
  return (
    <ul class="rows">
      {relations.map((relation, index) => (
        <li key={index}>
          {predicateText(relation.predicate)} <RelatedName id={relation.object} />
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

function RelatedName({ id }: { id: string }) {
  const label = useSignal<TextByLanguage | undefined>(undefined);
  useEffect(() => {
    let shown = true;
    readLabel(id).then(
      (read) => shown && (label.value = read),
      () => undefined, // the link works without its name
    );
    return () => {
      shown = false;
    };
  }, [id]);
  return <a href={`/entities/${id}`}>{label.value ? <Title of={label.value} /> : '…'}</a>;
}

function Years({ relation }: { relation: Relation }) {
  const years = spanText(relation);
  return years === '' ? null : <span class="soft"> ({years})</span>;
}
