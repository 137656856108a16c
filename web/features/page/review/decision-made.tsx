/** After a decision: the way on to the next page, and the way back. */
import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type ApiProblem, toProblem } from '../../../api/client.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Moment } from '../../../ui/date-text.tsx';
import { announce, toast } from '../../../ui/live-region.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import { askForPage, requestOf, wish } from '../../work/wish.ts';
import type { Desk } from '../desk.ts';
import { deskService } from '../service.ts';
import type { OwnDecision } from './decided.ts';
import { useReviewKeys } from './keys.ts';
import { reviewMessages } from './messages.ts';
import { takeBackReview } from './service.ts';

interface DecisionMadeProps {
  page: string;
  desk: Desk;
  made: OwnDecision;
  /** Whether it was made a moment ago, so that the next key goes on. */
  fresh: boolean;
  onReload: () => void;
}

export function DecisionMade({ page, desk, made, fresh, onReload }: DecisionMadeProps) {
  const t = useMessages(reviewMessages);
  const { route } = useLocation();
  const busy = useSignal(false);
  const none = useSignal(false);
  const problem = useSignal<ApiProblem | null>(null);
  const onwards = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (fresh) onwards.current?.querySelector('button')?.focus();
  }, [fresh]);

  const attempt = async (work: () => Promise<void>) => {
    if (busy.peek()) return;
    busy.value = true;
    problem.value = null;
    try {
      await work();
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  const goOn = () =>
    attempt(async () => {
      const next = await askForPage(requestOf({ ...wish.peek(), kind: 'review' }, true, page));
      if (next.page) route(`/pages/${next.page.id}`);
      else none.value = true;
    });
  const takeBack = () =>
    attempt(async () => {
      const corrected = desk.revision.peek().id === made.revision ? null : desk.store.base();
      await takeBackReview(made.revision);
      desk.adopt(await deskService.transcription(page));
      // What the reviewer had corrected is in the history, and as a draft in hand again.
      if (corrected) desk.store.replace(corrected);
      announce(t('takenBack'));
      toast(t('takenBack'));
      onReload();
    });
  useReviewKeys({
    ...NOTHING,
    undo: () => {
      void takeBack();
      return true;
    },
  });

  return (
    <div class="review-decide" ref={onwards}>
      <p role="status">
        {t.rich(made.decision === 'accept' ? 'youAccepted' : 'youReturned', {
          when: <Moment at={made.at} />,
        })}
      </p>
      <div class="form-actions">
        <Button look="primary" icon="next" busy={busy.value} onClick={() => void goOn()}>
          {t('nextReview')}
        </Button>
        <Button icon="undo" busy={busy.value} onClick={() => void takeBack()}>
          {t('takeBack')} <kbd aria-hidden="true">u</kbd>
        </Button>
      </div>
      {none.value && (
        <Notice tone="good">
          <p role="status">{t('noneWaits')}</p>
          <p>
            <a href="/review">{t('toQueue')}</a>
          </p>
        </Notice>
      )}
      <ProblemNotice problem={problem.value ?? undefined} />
    </div>
  );
}

const no = () => false;
const NOTHING = {
  step: no,
  accept: no,
  startReturn: no,
  note: no,
  edit: no,
  help: no,
  leaveLine: no,
};
