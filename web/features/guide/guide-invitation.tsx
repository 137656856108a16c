import { useSignal } from '@preact/signals';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { later } from '../page/later.tsx';
import { guideMessages } from './messages.ts';
import { guideIsSeen, rememberGuide } from './seen.ts';

const GuideDialog = later(() => import('./guide-dialog.tsx'));

/** On the first visit to the desk: it offers the guide and stands in nobody's way. */
export function GuideInvitation() {
  const t = useMessages(guideMessages);
  const open = useSignal(false);
  if (open.value) return <GuideDialog onClose={() => (open.value = false)} />;
  if (guideIsSeen()) return null;
  return (
    <div class="guide-invitation">
      <Notice>
        <p>{t('invitation')}</p>
        <div class="form-actions">
          <Button small look="primary" onClick={() => (open.value = true)}>
            {t('show')}
          </Button>
          <Button small onClick={rememberGuide}>
            {t('notNow')}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
