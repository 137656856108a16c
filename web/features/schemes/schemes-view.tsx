import { useEffect } from 'preact/hooks';
import type { Citation } from '../../../worker/shapes/common.ts';
import type { Scheme, Stage } from '../../../worker/shapes/schemes.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList } from '../../state/resource.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading, More, ProblemNotice } from '../../ui/notice.tsx';
import { Title, titleText } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import { View } from '../../ui/view.tsx';
import { SourceList, SourceRef, sourcesOf } from '../../ui/citations.tsx';
import { DateTool } from './date-tool.tsx';
import { NewSchemeLink, SchemeActions } from './edit/scheme-actions.tsx';
import { schemeMessages } from './messages.ts';
import { placementMessages } from './placement-messages.ts';
import { stageBounds } from './stage-bounds.ts';
import { TimelinePicture } from './timeline-picture.tsx';
import './schemes.css';

export default function SchemesView() {
  const t = useMessages(schemeMessages);
  const placement = useMessages(placementMessages);
  const list = useList<Scheme>('/schemes');
  // A link may name a stage; its row is there only now.
  useEffect(() => {
    if (list.first) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [list.first]);
  return (
    <View title={t('title')} lead={<p>{t('lead')}</p>} actions={<NewSchemeLink />}>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && list.items.length === 0 && <Loading />}
      {list.first && list.items.length === 0 && <Empty title={t('none')} />}
      {list.items.length > 0 && (
        <section aria-labelledby="picture">
          <h2 id="picture">{t('picture')}</h2>
          <TimelinePicture schemes={list.items} />
          <p class="soft small">{t('pictureHint')}</p>
          <p class="form-actions">
            <ButtonLink href="/timeline">{placement('toTimeline')}</ButtonLink>
            <ButtonLink href="/compare">{placement('compareAll')}</ButtonLink>
          </p>
        </section>
      )}
      <DateTool />
      {list.items.map((scheme) => (
        <SchemeTable key={scheme.id} scheme={scheme} />
      ))}
      <More list={list} />
    </View>
  );
}

function SchemeTable({ scheme }: { scheme: Scheme }) {
  const t = useMessages(schemeMessages);
  const placement = useMessages(placementMessages);
  const id = `scheme-${scheme.id}`;
  const sources = sourcesOf([
    ...scheme.stages.flatMap((stage) => stage.citations ?? []),
    ...(scheme.citations ?? []),
  ]);
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>
        <Title of={scheme.title} />
      </h2>
      <p class="soft">
        {t.rich('attribution', { name: <bdi>{scheme.attribution}</bdi> })}
        {scheme.year && `, ${scheme.year}`}
      </p>
      <SchemeActions scheme={scheme} />
      {scheme.note && <p dir="auto">{scheme.note}</p>}
      <div class="table-scroll" role="group" aria-labelledby={id} tabIndex={0}>
        <table class="stage-table">
          <thead>
            <tr>
              <th scope="col">{t('stage')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('to')}</th>
              <th scope="col">{t('says')}</th>
              <th scope="col">{t('source')}</th>
            </tr>
          </thead>
          <tbody>
            {scheme.stages.map((stage) => (
              <StageRow key={stage.id} stage={stage} sources={sources} />
            ))}
          </tbody>
        </table>
      </div>
      <p class="small">
        <a href={urlOfView('/compare', { a: scheme.id })}>
          {placement('compare')}
          <span class="visually-hidden">: {titleText(scheme.title)}</span>
        </a>
      </p>
      <SourceList sources={sources} />
    </section>
  );
}

function StageRow({ stage, sources }: { stage: Stage; sources: Citation[] }) {
  const t = useMessages(schemeMessages);
  const { from, to } = stageBounds(stage);
  return (
    <tr id={`stage-${stage.id}`} class={stage.parent ? 'stage-sub' : undefined}>
      <th scope="row">
        {stage.key} <Title of={stage.label} />
      </th>
      <td>{from}</td>
      <td>
        {to}
        {stage.printed && (
          <div class="small soft">{t.rich('printed', { text: <bdi>{stage.printed}</bdi> })}</div>
        )}
      </td>
      <td>
        {stage.characterisation && <Title of={stage.characterisation} />}
        {stage.note && (
          <div class="small soft" dir="auto">
            {stage.note}
          </div>
        )}
      </td>
      <td class="small soft">
        {stage.citations?.map((citation, index) => (
          <div key={index}>
            <SourceRef citation={citation} sources={sources} />
          </div>
        ))}
      </td>
    </tr>
  );
}
