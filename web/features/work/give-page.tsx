import { useSignal } from '@preact/signals';
import { useLocation } from 'preact-iso';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { type ApiProblem, toProblem } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { mayReview } from '../../state/session.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { workMessages } from './messages.ts';
import { askForPage, requestOf, type Wish, wish } from './wish.ts';

interface GivePageProps {
  /** The page that one is on. */
  leaving?: string;
  /** Instead of what the person has chosen: who reviews goes on reviewing. */
  kind?: Wish['kind'] | undefined;
  look?: 'primary' | 'quiet';
  small?: boolean;
}

/** One press, or Alt+N, and the next page opens. */
export function GivePage({ leaving, kind, look = 'primary', small = false }: GivePageProps) {
  const t = useMessages(workMessages);
  const { route } = useLocation();
  const busy = useSignal(false);
  const nothing = useSignal(false);
  const problem = useSignal<ApiProblem | undefined>(undefined);

  const ask = useCallback(async () => {
    if (busy.peek()) return;
    busy.value = true;
    nothing.value = false;
    problem.value = undefined;
    try {
      const wanted = { ...wish.peek(), ...(kind ? { kind } : {}) };
      const { page } = await askForPage(requestOf(wanted, mayReview.peek(), leaving));
      if (page) route(`/pages/${page.id}`);
      else nothing.value = true;
    } catch (error) {
      problem.value = toProblem(error);
    } finally {
      busy.value = false;
    }
  }, [leaving, kind, route]);
  useAltN(ask);

  return (
    <div class="give-page">
      <Button
        look={look}
        small={small}
        icon="next"
        busy={busy.value}
        aria-keyshortcuts="Alt+N"
        title="Alt+N"
        onClick={() => void ask()}
      >
        {t(leaving === undefined ? 'givePage' : 'giveNext')}
      </Button>
      {nothing.value && (
        <div role="status">
          <Notice>
            <p>{t('nothing')}</p>
          </Notice>
        </div>
      )}
      <ProblemNotice problem={problem.value} />
    </div>
  );
}

/** By the key's place: with Alt, some systems type another letter, and other layouts have no N. */
function useAltN(act: () => Promise<void>): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.code !== 'KeyN') return;
      // A dialog is open: what it asks comes first.
      if (event.repeat || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
