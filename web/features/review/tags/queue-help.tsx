import { useMessages } from '../../../i18n/messages.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { setSingleKeys, singleKeys } from '../queue-keys.ts';
import { tagReviewMessages } from './messages.ts';

const KEYS = [
  ['j / ↓', 'keyNext'],
  ['k / ↑', 'keyPrevious'],
  ['Enter', 'keyOpen'],
  ['←', 'keyClose'],
  ['a', 'keyApprove'],
  ['r', 'keyReject'],
  ['n', 'keyNote'],
  ['x / Space', 'keySelect'],
  ['Shift+j / Shift+k', 'keyRange'],
  ['Shift+a / Shift+r', 'keyAll'],
  ['u', 'keyUndo'],
  ['g', 'keyGrouping'],
  ['?', 'keyHelp'],
] as const;

/** The keys as a table, and the switch for those that are single letters. */
export function QueueHelp({ onClose }: { onClose: () => void }) {
  const t = useMessages(tagReviewMessages);
  return (
    <Dialog open title={t('keys')} onClose={onClose}>
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
      <label class="check">
        <input
          type="checkbox"
          checked={singleKeys.value}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        {t('singleKeys')}
      </label>
    </Dialog>
  );
}
