import { useRoute } from 'preact-iso';
import type { Entity } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { Badge } from '../../ui/badge.tsx';
import { spanText } from '../../ui/date-text.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Loading, Notice, ProblemNotice } from '../../ui/notice.tsx';
import { OtherTitles, Title, titleText } from '../../ui/titles.tsx';
import { View } from '../../ui/view.tsx';
import { SourceList, sourcesOf } from '../../ui/citations.tsx';
import { Claims } from './claims-view.tsx';
import { kindKey } from './kinds.ts';
import { Mentions } from './mentions.tsx';
import { entityMessages } from './messages.ts';
import { NameForms } from './name-forms.tsx';
import { Relations } from './relations.tsx';
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
    >
      <ProblemNotice problem={problem} onRetry={reload} />
      {!data && loading && <Loading />}
      {data && <Parts entity={data} />}
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

function Parts({ entity }: { entity: Entity }) {
  const t = useMessages(entityMessages);
  const { doubt, nameForms, claims = [], relations = [], citations = [], authorityIds = {} } = entity;
  const cited = [...nameForms, ...claims, ...relations].flatMap(({ source }) => source ?? []);
  const sources = sourcesOf([...cited, ...citations]);
  return (
    <>
      {doubt && (
        <Notice tone="warning">
          <p>
            <b>{t('doubt')}:</b> <Title of={doubt} />
          </p>
        </Notice>
      )}
      <section aria-labelledby="names">
        <h2 id="names">{t('names')}</h2>
        <NameForms forms={nameForms} sources={sources} />
      </section>
      {claims.length > 0 && (
        <section class="section" aria-labelledby="claims">
          <h2 id="claims">{t('claims')}</h2>
          <Claims claims={claims} sources={sources} />
        </section>
      )}
      {relations.length > 0 && (
        <section class="section" aria-labelledby="relations">
          <h2 id="relations">{t('relations')}</h2>
          <Relations relations={relations} sources={sources} />
        </section>
      )}
      <section class="section" aria-labelledby="mentions">
        <h2 id="mentions">{t('mentionsTitle')}</h2>
        <Mentions entity={entity.id} />
      </section>
      {Object.keys(authorityIds).length > 0 && (
        <section class="section" aria-labelledby="identifiers">
          <h2 id="identifiers">{t('identifiers')}</h2>
          <dl class="facts">
            {Object.entries(authorityIds).map(([authority, id]) => [
              <dt key={authority}>{authority}</dt>,
              <dd key={`${authority}-id`}>{id}</dd>,
            ])}
          </dl>
        </section>
      )}
      {sources.length > 0 && (
        <section class="section" aria-labelledby="sources">
          <h2 id="sources">{t('sources')}</h2>
          <SourceList sources={sources} />
        </section>
      )}
    </>
  );
}
