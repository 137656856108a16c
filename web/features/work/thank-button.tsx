import { useSignal } from '@preact/signals';
import { type ApiProblem, post, toProblem } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/live-region.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { workMessages } from './messages.ts';

/** Thanks somebody for a version of a page. */
export function ThankButton({ revision }: { revision: string }) {
  const t = useMessages(workMessages);
  const busy = useSignal(false);
  const problem = useSignal<ApiProblem | undefined>(undefined);
  const thank = async () => {
    busy.value = true;
    problem.value = undefined;
    try {
      await post(`/revisions/${revision}/thanks`);
      toast(t('thanked'), 'good');
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <Button small busy={busy.value} onClick={() => void thank()}>
        {t('thank')}
      </Button>
      <ProblemNotice problem={problem.value} />
    </>
  );
}
