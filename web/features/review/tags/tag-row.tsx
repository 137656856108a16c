import { type Signal, useComputed } from '@preact/signals';
import { memo } from 'preact/compat';
import type { Tag } from '../../../../worker/shapes/tags.ts';
import { describeProblem } from '../../../api/problem-messages.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { DateText } from '../../../ui/date-text.tsx';
import { IssueNumber, PageLabel } from '../../../ui/issue-number.tsx';
import { uiMessages } from '../../../ui/messages.ts';
import { Title, titleText } from '../../../ui/titles.tsx';
import { urlOfView } from '../../../ui/url.ts';
import { kindKey } from '../../entities/kinds.ts';
import { ScanStrip } from '../../search/scan-strip.tsx';
import { Suggested } from '../suggested.tsx';
import type { Decision, Decisions, Verdict } from './decisions.ts';
import { tagReviewMessages } from './messages.ts';
import { Quote } from './quote.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { Selection } from './selection.ts';
import type { Grouping } from './service.ts';

/** What the rows share; the same object for all, so that a row is drawn anew only when its own tag changes. */
export interface RowContext {
  decisions: Decisions;
  selection: Selection;
  /** The tag whose reason for rejecting is being written. */
  noting: Signal<string | null>;
  isOwn: (tag: Tag) => boolean;
  decide: (tags: readonly string[], decision: Decision, note?: string) => void;
  undo: (tag: string) => void;
  pick: (tag: string, range: boolean) => void;
}

interface TagRowProps {
  tag: Tag;
  by: Grouping;
  context: RowContext;
}

/** A waiting tag: its words in their line and on the scan, where they stand, and the decision. */
function Row({ tag, by, context }: TagRowProps) {
  const verdict = context.decisions.of(tag.id).value;
  const selected = useComputed(() => context.selection.tags.value.has(tag.id)).value;
  const decided = verdict !== undefined && verdict.status !== 'refused';
  return (
    <li
      class={['queue-tag', decided && 'queue-decided', selected && 'queue-selected']
        .filter(Boolean)
        .join(' ')}
      data-queue-item
      data-tag={tag.id}
      tabIndex={-1}
    >
      {decided ? (
        <Decided tag={tag} verdict={verdict} context={context} />
      ) : (
        <Waiting {...{ tag, by, context, selected }} problem={verdict?.problem} />
      )}
    </li>
  );
}

export const TagRow = memo(Row);

function Decided({ tag, verdict, context }: { tag: Tag; verdict: Verdict; context: RowContext }) {
  const t = useMessages(tagReviewMessages);
  const words = tag.target.type === 'span' ? tag.target.quote : titleText(tag.bodyLabel);
  return (
    <>
      <p class="queue-verdict">
        <b class={`verdict verdict-${verdict.decision}`}>{t(`done${verdict.decision}`)}</b> <bdi>{words}</bdi>
        {verdict.status === 'unsent' && <span class="soft small"> {t('unsent')}</span>}
        {verdict.note && (
          <span class="soft small">
            {' '}
            <bdi>{verdict.note}</bdi>
          </span>
        )}
      </p>
      <Button small icon="undo" onClick={() => context.undo(tag.id)}>
        {t('undoOne')}
      </Button>
      {verdict.problem && (
        <p class="field-error" role="alert">
          {describeProblem(verdict.problem)}
        </p>
      )}
    </>
  );
}

interface WaitingProps extends TagRowProps {
  selected: boolean;
  problem: Verdict['problem'];
}

function Waiting({ tag, by, context, selected, problem }: WaitingProps) {
  const t = useMessages(tagReviewMessages);
  const own = context.isOwn(tag);
  const detached = tag.state === 'detached';
  const noting = useComputed(() => context.noting.value === tag.id).value;
  const box = tag.target.type === 'region' ? tag.target.box : tag.place?.line?.box;
  return (
    <>
      <div class="queue-pick">
        {!own && (
          <input
            type="checkbox"
            checked={selected}
            aria-label={t('select')}
            // The browser has switched it already: only a tick reaches back to the one before.
            onClick={(event) => context.pick(tag.id, event.shiftKey && event.currentTarget.checked)}
          />
        )}
      </div>
      <div class="queue-what">
        <Quote tag={tag} />
        {box && <ScanStrip page={tag.page} box={box} beside={0.4} />}
        {by !== 'entity' && <Meaning tag={tag} />}
        <p class="soft small">
          <Whereabouts tag={tag} />
          {' · '}
          {tag.origin === 'gazetteer' ? (
            <Suggested tag={tag} />
          ) : (
            t.rich('by', { name: <bdi>{tag.author?.name ?? '–'}</bdi> })
          )}
          {tag.reason && (
            <>
              {': '}
              <bdi>{tag.reason}</bdi>
            </>
          )}
        </p>
        {detached && <p class="small queue-lost">{t('lost')}</p>}
        {problem && (
          <p class="field-error" role="alert">
            {describeProblem(problem)}
          </p>
        )}
        {noting && (
          <ReasonForm
            onSend={(note) => context.decide([tag.id], 'reject', note)}
            onClose={() => (context.noting.value = null)}
          />
        )}
      </div>
      {own ? (
        <p class="queue-own small">{t('own')}</p>
      ) : (
        <div class="queue-decision">
          {!detached && (
            <Button small look="primary" icon="check" onClick={() => context.decide([tag.id], 'approve')}>
              {t('approve')}
            </Button>
          )}
          <Button small icon="cross" onClick={() => context.decide([tag.id], 'reject')}>
            {t('reject')}
          </Button>
          <Button
            small
            look="plain"
            icon="pen"
            aria-label={t('rejectWithReason')}
            title={t('rejectWithReason')}
            aria-expanded={noting}
            onClick={() => (context.noting.value = noting ? null : tag.id)}
          />
        </div>
      )}
    </>
  );
}

function Meaning({ tag }: { tag: Tag }) {
  const t = useMessages(tagReviewMessages);
  const ui = useMessages(uiMessages);
  return (
    <p class="queue-means">
      <span class="soft">{t('means')}</span>{' '}
      <a href={'entity' in tag.body ? `/entities/${tag.body.entity}` : '/schemes'}>
        <Title of={tag.bodyLabel} />
      </a>{' '}
      <span class="soft small">{ui(kindKey(tag.bodyKind))}</span>
    </p>
  );
}

/** Periodical, number, page and date, leading to the line on the page. */
function Whereabouts({ tag }: { tag: Tag }) {
  const t = useMessages(tagReviewMessages);
  const line = tag.target.type === 'span' ? tag.target.line : undefined;
  const href = urlOfView(`/pages/${tag.page}`, { line });
  const { place } = tag;
  if (!place)
    return (
      <a href={href} data-open>
        {t('onPage')}
      </a>
    );
  return (
    <>
      <a href={href} data-open>
        <Title of={place.publicationTitle} /> <IssueNumber number={place.issueNumber} />,{' '}
        <PageLabel label={place.pageLabel} />
      </a>
      {', '}
      <DateText date={place.date} />
    </>
  );
}
