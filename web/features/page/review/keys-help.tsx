import { useMessages } from '../../../i18n/messages.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { setSingleKeys, singleKeys } from '../../review/queue-keys.ts';
import { reviewMessages } from './messages.ts';

const KEYS = [
  ['j / ↓', 'keyNext'],
  ['k / ↑', 'keyPrevious'],
  ['F7 / Shift+F7', 'keyAnywhere'],
  ['a', 'keyAccept'],
  ['r', 'keyReturn'],
  ['e / Enter', 'keyEdit'],
  ['Escape', 'keyLeave'],
  ['n', 'keyNote'],
  ['u', 'keyUndo'],
] as const;

/** The keys as a table, and the switch for those that are single letters. */
export default function ReviewKeysHelp({ onClose }: { onClose: () => void }) {
  const t = useMessages(reviewMessages);
  return (
    <Dialog open title={t('keysTitle')} onClose={onClose}>
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
