import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import type { DoubtfulWords } from './doubtful.ts';
import { wordMessages } from './messages.ts';
import { goToDoubtful } from './open-doubtful-words.ts';

/** How many words are doubtful, and the way to the next. */
export function DoubtfulButton({ doubts }: { doubts: DoubtfulWords }) {
  const t = useMessages(wordMessages);
  const count = doubts.count.value;
  if (count === 0) return null;
  return (
    <Button
      small
      look="plain"
      icon="next"
      title={t('nextDoubtful')}
      aria-keyshortcuts="F7"
      // The caret stays in the line: the button works on it.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => goToDoubtful(doubts, 1)}
    >
      {t('doubtfulCount', { count })}
    </Button>
  );
}
