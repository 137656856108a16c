/** Under a large search box: letters that the keyboard may lack, and help. */
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { later } from '../page/later.tsx';
import { helpMessages } from './help-messages.ts';
import { Letters } from './letters.tsx';
import './search-aids.css';

const SearchHelp = later(() => import('./search-help.tsx'));

export default function SearchAids({ input }: { input: { current: HTMLInputElement | null } }) {
  const t = useMessages(helpMessages);
  const letters = useSignal(false);
  const help = useSignal(false);
  const id = useId();
  return (
    <div class="search-aids">
      <Button
        small
        look="plain"
        icon={letters.value ? 'up' : 'down'}
        aria-expanded={letters.value}
        aria-controls={id}
        onClick={() => (letters.value = !letters.value)}
      >
        {t('letters')} <span aria-hidden="true">ә ѣ ق</span>
      </Button>
      <Button small look="plain" icon="info" aria-haspopup="dialog" onClick={() => (help.value = true)}>
        {t('help')}
      </Button>
      <div id={id} class="search-letters" hidden={!letters.value}>
        {letters.value && <Letters input={input} />}
      </div>
      {help.value && <SearchHelp onClose={() => (help.value = false)} />}
    </div>
  );
}
