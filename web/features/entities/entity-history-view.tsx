import { useRoute } from 'preact-iso';
import type { Entity, EntityState } from '../../../worker/shapes/entities.ts';
import { patch } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Title, titleText } from '../../ui/titles.tsx';
import { View } from '../../ui/view.tsx';
import { historyMessages } from '../history/messages.ts';
import { RecordHistory } from '../history/record-history.tsx';
import { changeBack } from './edit/body.ts';
import { entityFields } from './entity-fields.ts';
import { entityMessages } from './messages.ts';

/** At /entities/{id}/history. */
export default function EntityHistoryView() {
  const { id = '' } = useRoute().params;
  const t = useMessages(historyMessages);
  const words = useMessages(entityMessages);
  const { data, problem, reload } = useResource<Entity>(`/entities/${id}`);
  const restore = async (record: EntityState, current: EntityState, changeNote: string) => {
    await patch(`/entities/${id}`, { ...changeBack(current, record), ...(changeNote ? { changeNote } : {}) });
  };
  return (
    <View
      title={`${t('history')}: ${data ? titleText(data.label) : ''}`}
      heading={
        data && (
          <>
            {t('history')}: <Title of={data.label} />
          </>
        )
      }
      crumbs={[
        { href: '/entities', label: words('title') },
        ...(data ? [{ href: `/entities/${id}`, label: <Title of={data.label} /> }] : []),
      ]}
    >
      <ProblemNotice problem={problem} onRetry={reload} />
      <RecordHistory<EntityState>
        path={`/entities/${id}/history`}
        fieldsOf={entityFields}
        {...(data?.mergedInto ? {} : { restore })}
      />
    </View>
  );
}
