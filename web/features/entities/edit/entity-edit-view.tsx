import { useRoute } from 'preact-iso';
import type { Entity } from '../../../../worker/shapes/entities.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useResource } from '../../../state/resource.ts';
import { ReviewersOnly } from '../../../ui/reviewers-only.tsx';
import { Loading, Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { Title, titleText } from '../../../ui/titles.tsx';
import { View } from '../../../ui/view.tsx';
import { entityMessages } from '../messages.ts';
import { EntityForm } from './entity-form.tsx';
import { editMessages } from './messages.ts';
import '../entities.css';

/** At /entities/new and /entities/{id}/edit. */
export default function EntityEditView() {
  const { id } = useRoute().params;
  const t = useMessages(editMessages);
  const words = useMessages(entityMessages);
  const { data, problem, loading, reload } = useResource<Entity>(id === undefined ? null : `/entities/${id}`);
  return (
    <View
      title={id === undefined ? t('newTitle') : `${t('editTitle')}: ${data ? titleText(data.label) : ''}`}
      heading={
        data && (
          <>
            {t('editTitle')}: <Title of={data.label} />
          </>
        )
      }
      lead={<p>{t('lead')}</p>}
      crumbs={[
        { href: '/entities', label: words('title') },
        ...(data ? [{ href: `/entities/${data.id}`, label: <Title of={data.label} /> }] : []),
      ]}
    >
      <ReviewersOnly>
        <ProblemNotice problem={problem} onRetry={reload} />
        {!data && loading && <Loading />}
        {data?.mergedInto ? (
          <Notice tone="warning">
            <p>
              {t.rich('mergedNotice', {
                record: (
                  <a href={`/entities/${data.mergedInto.id}/edit`}>
                    <Title of={data.mergedInto.label} />
                  </a>
                ),
              })}
            </p>
          </Notice>
        ) : (
          (data || id === undefined) && <EntityForm key={id ?? 'new'} entity={data ?? null} />
        )}
      </ReviewersOnly>
    </View>
  );
}
