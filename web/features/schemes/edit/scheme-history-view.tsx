import { useRoute } from 'preact-iso';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import { patch } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { Title, titleText } from '../../../ui/titles.tsx';
import { View } from '../../../ui/view.tsx';
import { historyMessages } from '../../history/messages.ts';
import { RecordHistory } from '../../history/record-history.tsx';
import { schemeMessages } from '../messages.ts';
import { changeOf, draftOf } from './draft.ts';
import { schemeFields } from './scheme-fields.ts';

/** At /schemes/{id}/history. */
export default function SchemeHistoryView() {
  const { id = '' } = useRoute().params;
  const t = useMessages(historyMessages);
  const words = useMessages(schemeMessages);
  const { data, problem, reload } = useResource<Scheme>(`/schemes/${id}`);
  return (
    <View
      title={`${t('history')}: ${data ? titleText(data.title) : ''}`}
      heading={
        data && (
          <>
            {t('history')}: <Title of={data.title} />
          </>
        )
      }
      crumbs={[{ href: '/schemes', label: words('title') }]}
    >
      <ProblemNotice problem={problem} onRetry={reload} />
      <RecordHistory<Scheme>
        path={`/schemes/${id}/history`}
        fieldsOf={schemeFields}
        restore={async (record, current, changeNote) => {
          await patch(`/schemes/${id}`, {
            ...changeOf(current, draftOf(record)),
            ...(changeNote ? { changeNote } : {}),
          });
        }}
      />
    </View>
  );
}
