import { useLocation } from 'preact-iso';
import { useSignal } from '@preact/signals';
import type { Entity } from '../../../worker/shapes/entities.ts';
import type { Publication } from '../../../worker/shapes/publications.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useResource } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Loading, ProblemNotice } from '../../ui/notice.tsx';
import { titleText } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { type Shown, readShown, shownToQuery } from './address.ts';
import { Chosen } from './chosen.tsx';
import type { TimelineData } from './data.ts';
import { Downloads } from './downloads.tsx';
import { Legend } from './legend.tsx';
import { timelineMessages } from './messages.ts';
import { PictureView } from './picture-view.tsx';
import { Settings } from './settings.tsx';
import { Tables } from './tables.tsx';
import './picture.css';
import './timeline.css';

/** All schemes above each other, the corpus, events and the mentions of one entity on one axis. */
export default function TimelineView() {
  const t = useMessages(timelineMessages);
  const { query, route } = useLocation();
  const shown = readShown(query);
  const { publication, entity } = shown;
  const timeline = useResource<TimelineData>(urlOfView('/timeline', { publication, entity }));
  const named = useResource<Entity>(entity === '' ? null : `/entities/${entity}`);
  const filtered = useResource<Publication>(publication === '' ? null : `/publications/${publication}`);
  const entityName = entity === '' ? undefined : named.data && titleText(named.data.label);
  const tables = useSignal(false);
  const { data } = timeline;

  const change = (changed: Partial<Shown>) =>
    route(urlOfView('/timeline', shownToQuery({ ...shown, ...changed })), true);
  // Choosing again what is chosen puts it away.
  const choose = (key: string) => change({ chosen: key === shown.chosen ? '' : key });

  return (
    <View width="wide" title={t('title')} lead={<p>{t('lead')}</p>}>
      <Settings shown={shown} entityName={entityName} onChange={change} />
      <ProblemNotice problem={timeline.problem} onRetry={timeline.reload} />
      <ProblemNotice problem={named.problem} onRetry={named.reload} />
      {!data && timeline.loading && <Loading />}
      {data && (
        <>
          <PictureView
            data={data}
            options={{ ...shown, language: language.value, selected: shown.chosen, entityName }}
            onChoose={choose}
          />
          {shown.chosen !== '' && (
            <p class="tl-jump">
              <a class="button button-primary" href="#chosen">
                <Icon name="down" /> {t('toChosen')}
              </a>
            </p>
          )}
          <p class="soft small" id="tl-keys">
            {t('keys')}
            {data.undated.issues > 0 && <> {t('undatedIssues', { count: data.undated.issues })}</>}
            {data.outside.issues > 0 && <> {t('outside', { count: data.outside.issues })}</>}
            {data.mentionsElsewhere > 0 && <> {t('mentionsElsewhere', { count: data.mentionsElsewhere })}</>}
          </p>
          <Legend mentions={entityName !== undefined} />
          <Chosen data={data} shown={shown} entityName={entityName} onClose={() => change({ chosen: '' })} />
          <section class="section" aria-labelledby="tables">
            <h2 id="tables">{t('tables')}</h2>
            <Button aria-expanded={tables.value} onClick={() => (tables.value = !tables.value)}>
              {tables.value ? t('hideTable') : t('showTable')}
            </Button>
            <Tables
              data={data}
              shown={shown}
              entityName={entityName}
              visible={tables.value}
              onChoose={(key) => change({ chosen: key })}
            />
          </section>
          <Downloads
            data={data}
            shown={shown}
            publicationName={filtered.data && titleText(filtered.data.title)}
            entityName={entityName}
          />
        </>
      )}
    </View>
  );
}
