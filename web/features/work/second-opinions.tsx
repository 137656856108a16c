import { useSignal } from '@preact/signals';
import type { Stats } from '../../../worker/shapes/search.ts';
import type { SecondReview } from '../../../worker/shapes/work.ts';
import { type ApiProblem, post, toProblem } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useList, useResource } from '../../state/resource.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageReference } from '../../ui/page-reference.tsx';
import { toast } from '../../ui/live-region.tsx';
import { More, ProblemNotice } from '../../ui/notice.tsx';
import { workMessages } from './messages.ts';

/** Accepted texts about which this reviewer is asked, and how often the second agreed; nothing where there is neither. */
export function SecondOpinions() {
  const t = useMessages(workMessages);
  const list = useList<SecondReview>('/reviews/second?limit=20');
  const { data: stats } = useResource<Stats>('/stats');
  const given = stats?.secondReviews.given ?? 0;
  if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />;
  if (list.items.length === 0 && given === 0) return null;
  return (
    <section class="section" aria-labelledby="second">
      <h2 id="second">{t('secondTitle')}</h2>
      {list.items.length > 0 && <p class="soft">{t('secondText')}</p>}
      {given > 0 && (
        <p class="soft">{t('agreement', { agreed: stats?.secondReviews.agreed ?? 0, count: given })}</p>
      )}
      <ul class="rows">
        {list.items.map((asked) => (
          <Asked key={asked.revision} asked={asked} onGiven={list.reload} />
        ))}
      </ul>
      <More list={list} />
    </section>
  );
}

function Asked({ asked, onGiven }: { asked: SecondReview; onGiven: () => Promise<void> }) {
  const t = useMessages(workMessages);
  const note = useSignal('');
  const noteMissing = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | undefined>(undefined);
  const { page } = asked;
  const say = async (verdict: 'agree' | 'differs') => {
    const said = note.peek().trim();
    noteMissing.value = verdict === 'differs' && said === '';
    if (noteMissing.peek()) return;
    busy.value = true;
    problem.value = undefined;
    try {
      await post(`/reviews/second/${asked.revision}`, { verdict, ...(said === '' ? {} : { note: said }) });
      toast(t('opinionGiven'), 'good');
      await onGiven();
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <li>
      <p>
        <a href={`/pages/${page.id}`}>
          <PageReference issue={page.context} page={page} />
        </a>
      </p>
      <TextArea
        label={t('whatYouSee')}
        error={noteMissing.value ? t('noteNeeded') : undefined}
        rows={2}
        maxLength={2000}
        dir="auto"
        value={note.value}
        onInput={(value) => {
          note.value = value;
          noteMissing.value = false;
        }}
      />
      <ProblemNotice problem={problem.value} />
      <div class="form-actions">
        <Button icon="check" busy={busy.value} onClick={() => void say('agree')}>
          {t('agree')}
        </Button>
        <Button busy={busy.value} onClick={() => void say('differs')}>
          {t('differs')}
        </Button>
      </div>
    </li>
  );
}
