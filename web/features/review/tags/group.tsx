import { useComputed } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { Tag, TagGroup } from '../../../../worker/shapes/tags.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useList } from '../../../state/resource.ts';
import { Button } from '../../../ui/button.tsx';
import { DateText, momentText } from '../../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../../ui/issue-number.tsx';
import { uiMessages } from '../../../ui/messages.ts';
import { Loading, More, ProblemNotice } from '../../../ui/notice.tsx';
import { Title } from '../../../ui/titles.tsx';
import { kindKey } from '../../entities/kinds.ts';
import { useRuleNames } from '../rule-names.ts';
import { likelihoodKey } from '../suggested.tsx';
import { suggestionMessages } from '../suggestion-messages.ts';
import { tagReviewMessages } from './messages.ts';
import { tagsOfGroup } from './service.ts';
import { type RowContext, TagRow } from './tag-row.tsx';

interface GroupProps {
  group: TagGroup;
  open: boolean;
  context: RowContext;
  onToggle: () => void;
  /** Tells the queue which tags this group shows, in their order. */
  onShown: (tags: readonly Tag[]) => void;
  onDecideAll: (decision: 'approve' | 'reject') => void;
}

/** Waiting tags that belong together: a heading that opens, and under it the tags. */
export function Group({ group, open, context, onToggle, onShown, onDecideAll }: GroupProps) {
  const t = useMessages(tagReviewMessages);
  const id = useId();
  const tags = useList<Tag>(open ? tagsOfGroup(group, 'proposed') : null);
  const lost = useList<Tag>(open && group.detached > 0 ? tagsOfGroup(group, 'detached') : null);
  const shown = [...tags.items, ...lost.items];
  useEffect(() => onShown(shown), [shown.length, tags.first, lost.first]);
  const complete = open && tags.first !== undefined && !tags.hasMore && !lost.hasMore && !lost.loading;
  const left = useComputed(() => {
    void context.decisions.count.value;
    const done = shown.filter((tag) => {
      const verdict = context.decisions.of(tag.id).peek();
      return verdict && verdict.status !== 'refused';
    }).length;
    return (complete ? shown.length : Math.max(group.count, shown.length)) - done;
  }).value;

  return (
    <li class="queue-group">
      <div class="queue-group-head" data-queue-item data-group={group.key} tabIndex={-1}>
        <h3>
          <button
            type="button"
            class="queue-toggle"
            aria-expanded={open}
            aria-controls={`${id}-tags`}
            onClick={onToggle}
          >
            <span>
              <GroupName group={group} />
            </span>
          </button>
        </h3>
        <p class="queue-count">
          {left === 0 ? <b class="verdict verdict-approve">{t('allDone')}</b> : t('waiting', { count: left })}
        </p>
        <p class="soft small queue-group-about">
          <About group={group} />
        </p>
        {open && left > 0 && (
          <p class="queue-group-actions">
            <Button small icon="check" onClick={() => onDecideAll('approve')}>
              {t('approveAll')}
            </Button>
            <Button small icon="cross" onClick={() => onDecideAll('reject')}>
              {t('rejectAll')}
            </Button>
          </p>
        )}
      </div>
      <div id={`${id}-tags`} hidden={!open}>
        {open && (
          <>
            <ProblemNotice
              problem={tags.problem ?? lost.problem}
              onRetry={() => void Promise.all([tags.reload(), lost.reload()])}
            />
            {shown.length === 0 && (tags.loading || lost.loading) && <Loading />}
            {tags.first !== undefined && shown.length === 0 && !lost.loading && (
              <p class="soft">{t('groupEmpty')}</p>
            )}
            <ul class="queue-tags">
              {shown.map((tag) => (
                <TagRow key={tag.id} tag={tag} by={group.by} context={context} />
              ))}
            </ul>
            <More list={tags.hasMore ? tags : lost} />
          </>
        )}
      </div>
    </li>
  );
}

function GroupName({ group }: { group: TagGroup }) {
  const ui = useMessages(uiMessages);
  const nameOf = useRuleNames();
  if (group.by === 'rule') return <span class="queue-rule">{nameOf(group.key)}</span>;
  if (group.by === 'page' && group.place)
    return (
      <>
        <Title of={group.label} /> <IssueNumber number={group.place.issueNumber} />,{' '}
        <PageLabel label={group.place.pageLabel} />
      </>
    );
  return (
    <>
      <Title of={group.label} />
      {group.kind && <span class="soft small"> {ui(kindKey(group.kind))}</span>}
    </>
  );
}

/** The date of a page, whose tags they are, how sure the gazetteer is, and since when they wait. */
function About({ group }: { group: TagGroup }) {
  const t = useMessages(tagReviewMessages);
  const words = useMessages(suggestionMessages);
  const { minConfidence: low, maxConfidence: high } = group;
  const range = [low, high]
    .filter((each) => each !== undefined)
    .map((each) => words(likelihoodKey(each)))
    .filter((word, index, all) => all.indexOf(word) === index)
    .join(' – ');
  const parts = [
    ...(group.by === 'page' && group.place ? [<DateText key="date" date={group.place.date} />] : []),
    ...(range ? [range] : []),
    ...(group.own > 0 ? [t('ownCount', { count: group.own })] : []),
    ...(group.detached > 0 ? [t('lostCount', { count: group.detached })] : []),
    t('oldest', { when: momentText(group.oldest) }),
  ];
  return (
    <>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </>
  );
}
