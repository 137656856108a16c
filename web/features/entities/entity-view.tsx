import { useRoute } from 'preact-iso';
import type { Entity } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { mayReview } from '../../state/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { spanText } from '../../ui/date-text.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Loading, Notice, ProblemNotice } from '../../ui/notice.tsx';
import { OtherTitles, Title, titleText } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { historyMessages } from '../history/messages.ts';
import { EntityParts } from './entity-parts.tsx';
import { kindKey } from './kinds.ts';
import { MergeButton } from './merge/merge-button.tsx';
import { JustMerged, UndoMerge } from './merge/merges.tsx';
import { entityMessages } from './messages.ts';
import './entities.css';

export default function EntityView() {
  const { id = '' } = useRoute().params;
  const t = useMessages(entityMessages);
  const { data, problem, loading, reload } = useResource<Entity>(`/entities/${id}`);
  return (
    <View
      title={data ? titleText(data.label) : t('one')}
      heading={data && <Title of={data.label} />}
      lead={data && <Lead entity={data} />}
      crumbs={[{ href: '/entities', label: t('title') }]}
      actions={data && <Actions entity={data} reload={reload} />}
    >
      <ProblemNotice problem={problem} onRetry={reload} />
      {!data && loading && <Loading />}
      {data?.mergedInto && (
        <Notice tone="warning">
          <p>
            {t.rich('mergedInto', {
              record: (
                <a href={`/entities/${data.mergedInto.id}`}>
                  <Title of={data.mergedInto.label} />
                </a>
              ),
            })}
          </p>
          <UndoMerge merged={{ id: data.id, label: data.label }} onDone={reload} />
        </Notice>
      )}
      {data && <JustMerged survivor={data.id} onUndone={reload} />}
      {data && <EntityParts entity={data} reload={reload} />}
    </View>
  );
}

function Lead({ entity }: { entity: Entity }) {
  const ui = useMessages(uiMessages);
  const { dates, note } = entity;
  const years = dates ? spanText(dates) : '';
  return (
    <>
      <p>
        <OtherTitles of={entity.label} />
      </p>
      <p>
        <Badge tone="none">{ui(kindKey(entity.kind))}</Badge> {years && <span>{years} · </span>}
        {note && <Title of={note} />}
      </p>
    </>
  );
}

function Actions({ entity, reload }: { entity: Entity; reload: () => Promise<void> }) {
  const t = useMessages(entityMessages);
  const words = useMessages(historyMessages);
  const base = `/entities/${entity.id}`;
  return (
    <>
      {mayReview.value && !entity.mergedInto && (
        <>
          <ButtonLink icon="pen" href={`${base}/edit`}>
            {t('edit')}
          </ButtonLink>
          <MergeButton entity={entity} reload={reload} />
        </>
      )}
      <ButtonLink icon="history" href={`${base}/history`}>
        {words('history')}
      </ButtonLink>
      <ButtonLink href={urlOfView('/timeline', { entity: entity.id })}>{t('timeline')}</ButtonLink>
    </>
  );
}
