/** Six pictures with a few words each: about a minute. Skipped or read, it is remembered. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { guideMessages } from './messages.ts';
import { PICTURES } from './pictures.tsx';
import { rememberGuide } from './seen.ts';
import './guide.css';

const STEPS = ['scan', 'type', 'doubt', 'letters', 'kept', 'handIn'] as const;

export default function GuideDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(guideMessages);
  const at = useSignal(0);
  const step = STEPS[at.value] ?? 'scan';
  const Picture = PICTURES[step];
  const last = at.value === STEPS.length - 1;
  const close = () => {
    rememberGuide();
    onClose();
  };
  const go = (by: number) => (at.value = Math.min(STEPS.length - 1, Math.max(0, at.peek() + by)));
  // Wherever the focus is in the dialog: nothing in it has arrows of its own.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      go(by);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Dialog open title={t('title')} onClose={close}>
      <div class="guide">
        <Picture />
        <div class="guide-words" aria-live="polite">
          <h3>
            {t(`${step}Title`)}{' '}
            <span class="small soft">{t('step', { at: at.value + 1, count: STEPS.length })}</span>
          </h3>
          <p>{t(`${step}Text`)}</p>
        </div>
        <div class="form-actions">
          <Button look="primary" icon={last ? 'check' : 'next'} onClick={() => (last ? close() : go(1))}>
            {t(last ? 'start' : 'next')}
          </Button>
          {at.value > 0 && (
            <Button icon="previous" onClick={() => go(-1)}>
              {t('back')}
            </Button>
          )}
          {!last && (
            <Button look="plain" onClick={close}>
              {t('skip')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
