import { useMessages } from '../../i18n/messages.ts';
import { Script } from '../../ui/titles.tsx';
import type { FieldChange, RecordField } from './fields.ts';
import { historyMessages } from './messages.ts';
import './history.css';

/** What differs, part by part: what was struck through, what is underlined, and both said in words. */
export function FieldChanges({ changes }: { changes: readonly FieldChange[] }) {
  const t = useMessages(historyMessages);
  if (changes.length === 0) return <p class="soft small">{t('noDifference')}</p>;
  return (
    <dl class="field-changes">
      {[...Map.groupBy(changes, (change) => change.group)].map(([group, members]) => [
        <dt key={group}>{group}</dt>,
        <dd key={`${group}-changes`}>
          <ul class="plain-list">
            {members.map(({ key, before, after }) => (
              <li key={key}>
                {before && (
                  <del>
                    <span class="visually-hidden">{after ? t('before') : t('removed')}: </span>
                    <FieldText field={before} />
                  </del>
                )}
                {after && (
                  <ins>
                    <span class="visually-hidden">{before ? t('after') : t('added')}: </span>
                    <FieldText field={after} />
                  </ins>
                )}
              </li>
            ))}
          </ul>
        </dd>,
      ])}
    </dl>
  );
}

export function FieldText({ field }: { field: RecordField }) {
  return (
    <>
      {field.lang === undefined ? <bdi>{field.text}</bdi> : <Script tag={field.lang} text={field.text} />}
      {field.detail && (
        <>
          {' '}
          <bdi class="soft small">{field.detail}</bdi>
        </>
      )}
    </>
  );
}
