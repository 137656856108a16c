import { useSignal } from '@preact/signals';
import { lazy } from 'preact-iso';
import type { Entity } from '../../../../worker/shapes/entities.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { entityMessages } from '../messages.ts';

const MergeDialog = lazy(() => import('./merge-dialog.tsx'));

/** Opens the dialog, which is loaded when it is first wanted. */
export function MergeButton({ entity, reload }: { entity: Entity; reload: () => Promise<void> }) {
  const t = useMessages(entityMessages);
  const open = useSignal(false);
  return (
    <>
      <Button onClick={() => (open.value = true)}>{t('merge')}</Button>
      {open.value && <MergeDialog entity={entity} reload={reload} onClose={() => (open.value = false)} />}
    </>
  );
}
