/** What is known of a record, part by part; one numbered list of sources for all of them. */
import type { ComponentChildren } from 'preact';
import type { Entity } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { SourceList, sourcesOf } from '../../ui/citations.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Title } from '../../ui/titles.tsx';
import { Claims } from './claims-view.tsx';
import { Identifiers } from './identifiers.tsx';
import { Mentions } from './mentions.tsx';
import { MergedRecords } from './merge/merges.tsx';
import { entityMessages } from './messages.ts';
import { NameForms } from './name-forms.tsx';
import { IncomingRelations, Relations } from './relations.tsx';

export function EntityParts({ entity, reload }: { entity: Entity; reload: () => Promise<void> }) {
  const t = useMessages(entityMessages);
  const { doubt, nameForms, claims = [], relations = [], incoming, merged } = entity;
  const { citations = [], authorityIds = {} } = entity;
  const cited = [...nameForms, ...claims, ...relations, ...incoming].flatMap(({ source }) => source ?? []);
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
      <Part id="names" title={t('names')}>
        <NameForms forms={nameForms} sources={sources} />
      </Part>
      {claims.length > 0 && (
        <Part id="claims" title={t('claims')}>
          <Claims entity={entity.id} claims={claims} sources={sources} />
        </Part>
      )}
      {relations.length > 0 && (
        <Part id="relations" title={t('relations')}>
          <Relations relations={relations} sources={sources} />
        </Part>
      )}
      {incoming.length > 0 && (
        <Part id="incoming" title={t('incoming')}>
          <IncomingRelations relations={incoming} label={entity.label} sources={sources} />
        </Part>
      )}
      <Part id="mentions" title={t('mentionsTitle')}>
        <Mentions entity={entity.id} />
      </Part>
      {merged.length > 0 && (
        <Part id="merged" title={t('mergedTitle')}>
          <MergedRecords merged={merged} onUndone={reload} />
        </Part>
      )}
      {Object.keys(authorityIds).length > 0 && (
        <Part id="identifiers" title={t('identifiers')}>
          <Identifiers ids={authorityIds} />
        </Part>
      )}
      {sources.length > 0 && (
        <Part id="sources" title={t('sources')}>
          <SourceList sources={sources} />
        </Part>
      )}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
