import { useRoute } from 'preact-iso';
import type { Scheme } from '../../../../worker/shapes/schemes.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { Loading, ProblemNotice } from '../../../ui/notice.tsx';
import { ReviewersOnly } from '../../../ui/reviewers-only.tsx';
import { Title, titleText } from '../../../ui/titles.tsx';
import { View } from '../../../ui/view.tsx';
import { schemeMessages } from '../messages.ts';
import { editSchemeMessages } from './messages.ts';
import { SchemeForm } from './scheme-form.tsx';
import '../schemes.css';

/** At /schemes/new and /schemes/{id}/edit. */
export default function SchemeEditView() {
  const { id } = useRoute().params;
  const t = useMessages(editSchemeMessages);
  const words = useMessages(schemeMessages);
  const { data, problem, loading, reload } = useResource<Scheme>(id === undefined ? null : `/schemes/${id}`);
  return (
    <View
      title={id === undefined ? t('newTitle') : `${t('editTitle')}: ${data ? titleText(data.title) : ''}`}
      heading={
        data && (
          <>
            {t('editTitle')}: <Title of={data.title} />
          </>
        )
      }
      lead={<p>{t('lead')}</p>}
      crumbs={[{ href: '/schemes', label: words('title') }]}
    >
      <ReviewersOnly>
        <ProblemNotice problem={problem} onRetry={reload} />
        {!data && loading && <Loading />}
        {(data || id === undefined) && <SchemeForm key={id ?? 'new'} scheme={data ?? null} />}
      </ReviewersOnly>
    </View>
  );
}
