/** Below the lines: keys of the page's writing, diplomatic marks, doubtful letters, transliteration. */
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { announce } from '../../../ui/live-region.tsx';
import { later } from '../later.tsx';
import { Doubts, leaveDoubt, replaceDoubt } from './doubts.tsx';
import { KeyBoard } from './key-board.tsx';
import { readKept, writeKept } from './kept.ts';
import { createLetterKeys } from './letter-keys.ts';
import type { DoubtfulWords } from '../words/doubtful.ts';
import { DoubtfulButton } from '../words/doubtful-button.tsx';
import type { Letters } from './letters.ts';
import { letterMessages } from './messages.ts';
import { fieldInHand, type MarkTool, putInto, putMark } from './put.ts';
import './letters.css';

const Transliteration = later(() => import('./transliteration-view.tsx'));
const AlphabetDialog = later(() => import('../../help/alphabet-dialog.tsx'));

const MARKS: [tool: MarkTool, looks: string, keys: string][] = [
  ['unclear', '[а?]', 'Alt+/'],
  ['alternatives', '[а|б?]', 'Alt+\\'],
  ['gap', '[...]', 'Alt+.'],
  ['deleted', '⟦а⟧', 'Alt+-'],
  ['added', '⟨а⟩', 'Alt+='],
];

/** The caret stays in the line: the button works on it. */
const keepFocus = (event: Event) => event.preventDefault();

/** A choice that is remembered on this device. */
function useKeptSwitch(place: string) {
  const on = useSignal(readKept(place) === 'on');
  const turn = () => {
    on.value = !on.peek();
    writeKept(place, on.peek() ? 'on' : 'off');
  };
  return { on, turn };
}

interface DockProps {
  letters: Letters;
  doubts: DoubtfulWords | null;
}

export default function LettersDock({ letters, doubts }: DockProps) {
  const t = useMessages(letterMessages);
  const keys = useKeptSwitch('qalam.letters.keys');
  const reading = useKeptSwitch('qalam.letters.transliteration');
  const help = useSignal(false);

  const listener = useMemo(
    () =>
      createLetterKeys(() => letters.writing.peek(), {
        keys: keys.turn,
        transliteration: reading.turn,
        replace() {
          const letter = replaceDoubt(letters);
          if (letter !== null) announce(t('replaced', { letter }));
        },
        leave: () => leaveDoubt(letters) && announce(t('left')),
      }),
    [letters, t],
  );
  useEffect(() => {
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [listener]);

  const mark = (tool: MarkTool) => {
    const field = fieldInHand(letters.store);
    if (field) putInto(field, putMark(field.value, field.selectionStart, field.selectionEnd, tool));
  };

  return (
    <section class="letters" aria-label={t('letters')}>
      <div class="letters-more">
        <Doubts letters={letters} />
        {reading.on.value && <Transliteration letters={letters} />}
        {keys.on.value && <KeyBoard letters={letters} />}
      </div>
      <div class="letters-bar">
        {doubts && <DoubtfulButton doubts={doubts} />}
        <Button
          small
          look="plain"
          aria-expanded={keys.on.value}
          title={`${t('openKeys')} (Alt+K, F2)`}
          onMouseDown={keepFocus}
          onClick={keys.turn}
        >
          <span aria-hidden="true">⌨</span> {t('openKeys')}
        </Button>
        <span class="letters-marks" role="group" aria-label={t('marks')}>
          {MARKS.map(([tool, looks, shortcut]) => (
            <Button
              key={tool}
              small
              look="plain"
              title={`${t(tool)} (${shortcut})`}
              onMouseDown={keepFocus}
              onClick={() => mark(tool)}
            >
              <span dir="ltr" aria-hidden="true">
                {looks}
              </span>
              <span class="visually-hidden">{t(tool)}</span>
            </Button>
          ))}
        </span>
        <Button
          small
          look="plain"
          aria-pressed={reading.on.value}
          title={`${t('transliteration')} (Alt+T, F4)`}
          onMouseDown={keepFocus}
          onClick={reading.turn}
        >
          {t('transliteration')}
        </Button>
        <Button small look="plain" icon="book" onClick={() => (help.value = true)}>
          {t('help')}
        </Button>
      </div>
      {help.value && <AlphabetDialog writing={letters.writing.value} onClose={() => (help.value = false)} />}
    </section>
  );
}
