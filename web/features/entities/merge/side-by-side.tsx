import type { Entity } from '../../../../worker/shapes/entities.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Title } from '../../../ui/titles.tsx';
import { FieldText } from '../../history/field-changes.tsx';
import type { RecordField } from '../../history/fields.ts';
import { entityFields } from '../entity-fields.ts';
import { mergeMessages } from './messages.ts';

/** Two records part by part, so that a namesake shows before it is merged. */
export function SideBySide({ stays, goes }: { stays: Entity; goes: Entity }) {
  const t = useMessages(mergeMessages);
  const columns = [stays, goes].map((entity) => Map.groupBy(entityFields(entity), (field) => field.group));
  const groups = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  return (
    <div class="table-scroll" role="group" aria-label={t('sideBySide')} tabIndex={0}>
      <table class="side-by-side">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('field')}</span>
            </th>
            {[stays, goes].map((entity) => (
              <th key={entity.id} scope="col">
                <a href={`/entities/${entity.id}`} target="_blank" rel="noreferrer">
                  <Title of={entity.label} />
                </a>
                <div>{t(entity === stays ? 'stays' : 'goes')}</div>
                <div>{t('mentions', { count: entity.mentionCount })}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group}>
              <th scope="row">{group}</th>
              {columns.map((column, index) => (
                <td key={index}>
                  <ul class="plain-list">
                    {(column.get(group) ?? []).map((field) => (
                      <li key={field.key}>
                        <FieldText field={withoutSource(field)} />
                      </li>
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Which source says so matters less here than what is said: the records themselves are a click away. */
function withoutSource({ detail, ...field }: RecordField): RecordField {
  const [first] = detail?.split('; ') ?? [];
  return field.key.startsWith('nameForms/') && first ? { ...field, detail: first } : field;
}
