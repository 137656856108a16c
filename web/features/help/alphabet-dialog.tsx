import type { Writing } from '../../../worker/domain/text/writings.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { AlphabetHelp } from './alphabet-help.tsx';
import { helpMessages } from './messages.ts';

/** Help on a writing, over the desk. */
export default function AlphabetDialog({ writing, onClose }: { writing: Writing; onClose: () => void }) {
  const t = useMessages(helpMessages);
  return (
    <Dialog open title={t('title')} onClose={onClose}>
      <AlphabetHelp writing={writing} />
    </Dialog>
  );
}
