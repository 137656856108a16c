import { useSignal } from '@preact/signals';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { later } from '../page/later.tsx';
import { guideMessages } from './messages.ts';

const GuideDialog = later(() => import('./guide-dialog.tsx'));

/** Opens the guide again, from wherever help is. */
export function GuideButton({ small }: { small?: boolean }) {
  const t = useMessages(guideMessages);
  const open = useSignal(false);
  return (
    <>
      <Button small={small === true} icon="info" onClick={() => (open.value = true)}>
        {t('open')}
      </Button>
      {open.value && <GuideDialog onClose={() => (open.value = false)} />}
    </>
  );
}
