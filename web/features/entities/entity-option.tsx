/** One record of the authority file among others: its name, and all that tells it from its namesakes. */
import type { EntitySummary } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { spanText } from '../../ui/date-text.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Script, Title } from '../../ui/titles.tsx';
import { kindKey } from './kinds.ts';
import { lookupMessages } from './lookup-messages.ts';
import { predicateText } from './terms.ts';
import './entity-option.css';

/** @param namesake another one in the same list bears the same name */
export function EntityOption({ entity, namesake }: { entity: EntitySummary; namesake: boolean }) {
  const t = useMessages(lookupMessages);
  const ui = useMessages(uiMessages);
  const years = entity.dates ? spanText(entity.dates) : '';
  return (
    <>
      <span class="candidate-name">
        <Title of={entity.label} />
        <span class="candidate-kind">
          {ui(kindKey(entity.kind))}
          {years && `, ${years}`}
        </span>
        {namesake && <span class="candidate-namesake">{t('namesake')}</span>}
      </span>
      <EntityDistinction entity={entity} />
      {entity.doubt && (
        <span class="candidate-line candidate-doubt">
          <Title of={entity.doubt} />
        </span>
      )}
    </>
  );
}

/** By which name it was found, other names, what it has to do with others, what it is. */
export function EntityDistinction({ entity }: { entity: EntitySummary }) {
  const t = useMessages(lookupMessages);
  const { matched, matchedLanguage = 'und', matchedRule, note, distinction } = entity;
  const labels = Object.values(entity.label);
  const names = (distinction?.otherNames ?? []).filter(
    ({ text }) => text !== matched && !labels.includes(text),
  );
  // Chairman in 1917 and again in 1919 is one thing to be told by.
  const relations = (distinction?.relations ?? []).filter(
    (one, index, all) =>
      all.findIndex((other) => other.predicate === one.predicate && other.object === one.object) === index,
  );
  const rule = matchedRule && matchedRule !== 'exact' ? t(matchedRule) : '';
  return (
    <>
      {matched && (!labels.includes(matched) || rule) && (
        <span class="candidate-line">
          {t.rich('foundBy', { form: <Script tag={matchedLanguage} text={matched} /> })}
          {rule && ` (${rule})`}
        </span>
      )}
      {note && (
        <span class="candidate-line">
          <Title of={note} />
        </span>
      )}
      {relations.length > 0 && (
        <span class="candidate-line">
          {relations.map((relation, index) => (
            <span key={index}>
              {index > 0 && '; '}
              {predicateText(relation.predicate)} <Title of={relation.objectLabel} />
            </span>
          ))}
        </span>
      )}
      {names.length > 0 && (
        <span class="candidate-line">
          {t('also')}{' '}
          {names.map(({ text, language }, index) => (
            <span key={index}>
              {index > 0 && ', '}
              <Script tag={language} text={text} />
            </span>
          ))}
        </span>
      )}
    </>
  );
}
