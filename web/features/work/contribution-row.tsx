import type { Contribution } from '../../../worker/shapes/work.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Moment } from '../../ui/date-text.tsx';
import { PageReference } from '../../ui/page-reference.tsx';
import { workMessages } from './messages.ts';

const TONES: Record<Contribution['state'], Tone> = {
  draft: 'none',
  waiting: 'wait',
  returned: 'bad',
  accepted: 'reviewed',
  superseded: 'none',
};

/** A version of one's own: where, what became of it, what was said. */
export function ContributionRow({ contribution }: { contribution: Contribution }) {
  const t = useMessages(workMessages);
  const { on, state, review, thanks } = contribution;
  return (
    <li>
      <p>
        <a href={`/pages/${contribution.page}`}>
          <PageReference issue={on} page={on} />
        </a>{' '}
        <Badge tone={TONES[state]}>{t(`state${state}`)}</Badge>{' '}
        <span class="small soft">
          <Moment at={contribution.submittedAt ?? contribution.createdAt} />
        </span>
      </p>
      {review && (review.note || review.lineNotes) && (
        <>
          <p class="small">{t.rich('reviewerSays', { name: <bdi>{review.reviewer}</bdi> })}</p>
          {review.note && (
            <blockquote class="revision-note work-note" dir="auto">
              {review.note}
            </blockquote>
          )}
          {review.lineNotes && (
            <ul class="work-lines">
              {review.lineNotes.map(({ line, number, quote, note }) => (
                <li key={line}>
                  <a href={`/pages/${contribution.page}?line=${line}`}>
                    {t('lineNumber', { number })} <bdi class="work-quote">{quote}</bdi>
                  </a>{' '}
                  <span dir="auto">{note}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {thanks.length > 0 && (
        <p class="small work-thanks">
          {t.rich('thankedBy', {
            names: thanks.map(({ name, at }, index) => (
              <span key={at + name}>
                {index > 0 && ', '}
                <bdi>{name}</bdi>
              </span>
            )),
          })}
        </p>
      )}
    </li>
  );
}
