import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import type { EntitySummary } from '../../../worker/shapes/entities.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useDebounced, useList } from '../../state/resource.ts';
import { mayReview } from '../../state/session.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { spanText } from '../../ui/date-text.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { OtherTitles, Title, titleText } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { EntityDistinction } from './entity-option.tsx';
import { KINDS, kindKey } from './kinds.ts';
import { lookupMessages } from './lookup-messages.ts';
import { entityMessages } from './messages.ts';
import { namesakes } from './namesakes.ts';
import './entities.css';

export default function EntitiesView() {
  const t = useMessages(entityMessages);
  const ui = useMessages(uiMessages);
  const { query, route } = useLocation();
  const kind = query['kind'] ?? '';
  const words = useSignal(query['q'] ?? '');
  const settled = useDebounced(words, 250).value.trim();
  // The address follows, so that the list can be shared and the way back leads to it.
  useEffect(() => {
    // A link may have been followed meanwhile: this view stays until the next one has arrived.
    if (location.pathname !== '/entities') return;
    if (settled !== (query['q'] ?? '')) route(urlOfView('/entities', { q: settled, kind }), true);
  }, [settled]);

  const list = useList<EntitySummary>(urlOfView('/entities', { q: settled, kind }));
  const same = namesakes(list.items, (entity) => titleText(entity.label));
  return (
    <View
      title={t('title')}
      lead={<p>{t('lead')}</p>}
      actions={
        mayReview.value && (
          <ButtonLink icon="plus" href={urlOfView('/entities/new', { kind })}>
            {t('newRecord')}
          </ButtonLink>
        )
      }
    >
      <form
        class="form-row entity-filter"
        role="search"
        aria-label={t('search')}
        onSubmit={(event) => event.preventDefault()}
      >
        <TextField
          type="search"
          label={t('search')}
          hint={t('searchHint')}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          value={words.value}
          onInput={(text) => (words.value = text)}
        />
        <SelectField
          label={t('kind')}
          value={kind}
          choices={[
            { value: '', label: t('allKinds') },
            ...KINDS.map((one) => ({ value: one, label: ui(kindKey(one)) })),
          ]}
          onChange={(chosen) => route(urlOfView('/entities', { q: settled, kind: chosen }), true)}
        />
      </form>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first &&
        list.items.length === 0 &&
        (settled || kind ? (
          <Empty title={t('none')}>{<p>{t('noneHint')}</p>}</Empty>
        ) : (
          <Empty title={t('empty')} />
        ))}
      <ul class="rows entity-rows">
        {list.items.map((entity) => (
          <EntityRow key={entity.id} entity={entity} namesake={same.has(titleText(entity.label))} />
        ))}
      </ul>
      <More list={list} />
    </View>
  );
}

function EntityRow({ entity, namesake }: { entity: EntitySummary; namesake: boolean }) {
  const t = useMessages(entityMessages);
  const ui = useMessages(uiMessages);
  const words = useMessages(lookupMessages);
  const { label, mentionCount, dates } = entity;
  const years = dates ? spanText(dates) : '';
  return (
    <li>
      <p class="entity-name">
        <a href={`/entities/${entity.id}`}>
          <Title of={label} />
        </a>{' '}
        <OtherTitles of={label} /> {namesake && <span class="candidate-namesake">{words('namesake')}</span>}
      </p>
      <p class="soft small">
        {ui(kindKey(entity.kind))}
        {years && <> · {years}</>}
        {mentionCount > 0 && <> · {t('mentions', { count: mentionCount })}</>}
      </p>
      <p class="small entity-distinction">
        <EntityDistinction entity={entity} />
      </p>
    </li>
  );
}
