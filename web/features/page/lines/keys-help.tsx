import { useMessages } from '../../../i18n/messages.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { GuideButton } from '../../guide/guide-button.tsx';
import { pageMessages } from '../messages.ts';
import { scanMessages } from '../scan/messages.ts';

const KEYS = [
  ['Enter', 'keyNext'],
  ['Shift+Enter', 'keyPrevious'],
  ['Ctrl+Enter', 'splitLine'],
  ['Backspace', 'keyJoin'],
  ['Alt+Enter', 'addLine'],
  ['Ctrl+Shift+Backspace', 'deleteLine'],
  ['Alt+↑ / Alt+↓', 'keyMove'],
  ['Ctrl+Z / Ctrl+Shift+Z', 'keyUndo'],
  ['Ctrl+S', 'save'],
  ['Ctrl+K', 'keyTag'],
  ['F7 / Shift+F7', 'keyDoubtful'],
  ['Alt+N', 'keyNextPage'],
] as const;

/** The keys, as a table. */
export default function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useMessages(pageMessages);
  const s = useMessages(scanMessages);
  return (
    <Dialog open={open} title={t('keys')} onClose={onClose}>
      <table>
        <tbody>
          {KEYS.map(([keys, what]) => (
            <tr key={keys}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{t(what)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small soft">{s('keys')}</p>
      <p class="form-actions">
        <GuideButton small />
        <ButtonLink small href="/help">
          {t('help')}
        </ButtonLink>
      </p>
    </Dialog>
  );
}
