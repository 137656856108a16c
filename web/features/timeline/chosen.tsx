/** What stands behind the thing that was chosen in the picture: its issues and pages, or its sources. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Issue } from '../../../worker/shapes/issues.ts';
import type { StageIssue } from '../../../worker/shapes/schemes.ts';
import { isoDay } from '../../../worker/domain/time/calendars.ts';
import { language } from '../../i18n/language.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type List, useList } from '../../state/resource.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Citations } from '../../ui/citations.tsx';
import { DateText, dateText } from '../../ui/date-text.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Empty, Loading, More, Notice, ProblemNotice } from '../../ui/notice.tsx';
import { Title, titleText } from '../../ui/titles.tsx';
import { urlOfView } from '../../ui/url.ts';
import type { Shown } from './address.ts';
import type { TimelineData, TimelineEvent } from './data.ts';
import { IssueList, type ListedIssue } from './issue-list.tsx';
import { timelineMessages } from './messages.ts';
import { monthSpan } from './picture/axis.ts';
import { eventName } from './picture/draw-events.ts';
import { spanWords } from './picture/frame.ts';
import { groupEvents } from './picture/group-events.ts';

interface ChosenProps {
  data: TimelineData;
  shown: Shown;
  entityName: string | undefined;
  onClose: () => void;
}

/** Nothing where the data no longer has what the address names. */
export function Chosen({ data, shown, entityName, onClose }: ChosenProps) {
  const t = useMessages(timelineMessages);
  const [kind, ...rest] = shown.chosen.split(':');
  const id = rest.join(':');
  const words = { language: language.value, style: shown.style };
  if (kind === 'stage') {
    const scheme = data.schemes.find(({ stages }) => stages.some((stage) => stage.id === id));
    const stage = scheme?.stages.find((one) => one.id === id);
    if (!scheme || !stage) return null;
    const title = t('chosenStage', { key: stage.key, label: titleText(stage.label) });
    return (
      <Panel title={title} onClose={onClose}>
        <p>
          {t.rich('ofScheme', { name: <a href={`/schemes#stage-${id}`}>{<Title of={scheme.title} />}</a> })}
          {' · '}
          {t('stageSpan', { span: spanWords(stage.earliest, stage.latest, words) })}
        </p>
        <StageIssues stage={id} publication={shown.publication} />
      </Panel>
    );
  }
  if (kind === 'month' || kind === 'vague') {
    const [from, to] = kind === 'month' ? daysOfMonth(id) : id.split('/');
    const month = dateText({ calendar: 'gregorian', edtf: id });
    const title =
      kind === 'month'
        ? t('chosenMonth', { month })
        : t('chosenVague', { span: spanWords(from || null, to || null, words) });
    return (
      <Panel title={title} onClose={onClose}>
        <DatedIssues from={from ?? ''} to={to ?? ''} publication={shown.publication} />
      </Panel>
    );
  }
  if (kind === 'event') {
    const group = groupEvents(data.events).find(({ key }) => key === shown.chosen);
    if (!group) return null;
    return (
      <Panel title={eventName(group.first, words)} onClose={onClose}>
        <EventFacts events={group.events} conflicts={group.conflicts} />
      </Panel>
    );
  }
  const mention = data.mentions.find(({ month }) => month === id);
  if (kind !== 'mention' || !mention) return null;
  const month = dateText({ calendar: 'gregorian', edtf: id });
  return (
    <Panel title={t('mentionMonth', { name: entityName ?? '', month })} onClose={onClose}>
      <p>{t('mentions', { count: mention.count })}</p>
      <p>
        <a href={`/entities/${shown.entity}#mentions`}>{t('mentionOpen')}</a>
      </p>
    </Panel>
  );
}

function Panel({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const t = useMessages(timelineMessages);
  useEffect(() => announce(title), [title]);
  return (
    <section class="tl-chosen-panel" aria-labelledby="chosen">
      <header class="tl-chosen-head">
        <h2 id="chosen" tabIndex={-1}>
          {title}
        </h2>
        <Button look="plain" icon="cross" aria-label={t('close')} onClick={onClose} />
      </header>
      {children}
    </section>
  );
}

function StageIssues({ stage, publication }: { stage: string; publication: string }) {
  const t = useMessages(timelineMessages);
  const list = useList<StageIssue>(urlOfView(`/stages/${stage}/issues`, { publication }));
  const issues = list.items.map((item): ListedIssue => ({
    ...item,
    id: item.issue,
    fit: <Fit fit={item.fit} text={t(`fit${item.fit}`)} />,
  }));
  return <Issues list={list} issues={issues} />;
}

function Fit({ fit, text }: { fit: StageIssue['fit']; text: string }) {
  return (
    <Badge tone={fit === 'inside' ? 'reviewed' : fit === 'boundary' ? 'transcribed' : 'ocr'}>{text}</Badge>
  );
}

function DatedIssues({ from, to, publication }: { from: string; to: string; publication: string }) {
  const t = useMessages(timelineMessages);
  const list = useList<Issue>(urlOfView('/issues', { from, to, publication }));
  const issues = list.items.map((item): ListedIssue => {
    const { earliest, latest } = item;
    // The list has every issue that may be of these days: it says so of those that may be of others.
    const isWider = (earliest ?? '') < from || (latest ?? '9999') > (to || '9999');
    const fit = isWider ? { fit: <Fit fit="uncertain" text={t('fitwider')} /> } : {};
    return { ...item, pages: item.pages.total, ...fit };
  });
  return <Issues list={list} issues={issues} />;
}

function Issues<T>({ list, issues }: { list: List<T>; issues: ListedIssue[] }) {
  const t = useMessages(timelineMessages);
  return (
    <>
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
      {list.loading && issues.length === 0 && <Loading />}
      {list.first !== undefined && issues.length === 0 && <Empty title={t('noIssues')} />}
      <IssueList issues={issues} />
      <More list={list} />
    </>
  );
}

/** What each source says, side by side. */
function EventFacts({ events, conflicts }: { events: TimelineEvent[]; conflicts: boolean }) {
  const t = useMessages(timelineMessages);
  const [first] = events;
  return (
    <>
      {conflicts && <Notice tone="warning">{<p>{t('conflict')}</p>}</Notice>}
      <dl class="facts">
        <dt>{t('eventDate')}</dt>
        <dd>{first && <DateText date={first.date} />}</dd>
        <dt>{t('sourceHead')}</dt>
        <dd>
          <Citations citations={events.map(({ source }) => source)} />
        </dd>
        <dt>{t('eventEntity')}</dt>
        <dd>{first && <a href={`/entities/${first.entity}`}>{<Title of={first.label} />}</a>}</dd>
      </dl>
    </>
  );
}

function daysOfMonth(month: string): [string, string] {
  const { first, end } = monthSpan(month);
  return [isoDay(first), isoDay(end - 1)];
}
