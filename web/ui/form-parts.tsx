/** What long forms have in common: the draft that was found again, and the way to the first fault. */
import { type RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ApiProblem } from '../api/client.ts';
import { useMessages } from '../i18n/messages.ts';
import { type KeptForm, setLeaveQuestion } from '../state/kept-form.ts';
import { Button } from './button.tsx';
import { momentText } from './date-text.tsx';
import { formMessages } from './form-messages.ts';
import { Notice } from './notice.tsx';

/** Says that an unsaved draft is here again, and how to be rid of it. Stands once in every form with a kept draft. */
export function RestoredNotice<D, B>({ kept, record }: { kept: KeptForm<D, B>; record: B }) {
  const t = useMessages(formMessages);
  const question = t('leave');
  useEffect(() => setLeaveQuestion(question), [question]);
  const at = kept.restoredAt.value;
  if (at === null) return null;
  return (
    <Notice>
      <p>{t('restored', { time: momentText(at) })}</p>
      <Button small onClick={() => kept.restart(record)}>
        {t('discard')}
      </Button>
    </Notice>
  );
}

/** After the service or the form refused: unfolds what hides a fault and goes to the first one. */
export function useFirstFault(
  form: RefObject<HTMLFormElement | null>,
  problem: ApiProblem | undefined,
): void {
  useEffect(() => {
    if (!problem || problem.errors.length === 0) return;
    const faulty = [
      ...(form.current?.querySelectorAll<HTMLElement>('[aria-invalid="true"], .field-error') ?? []),
    ];
    for (const field of faulty) {
      const folded = field.closest('details');
      if (folded) folded.open = true;
    }
    const first = faulty[0];
    if (!first) return;
    const target = first.matches('input, select, textarea')
      ? first
      : first.parentElement?.querySelector<HTMLElement>('input, select, textarea, button');
    target?.focus();
  }, [problem]);
}
