/** Letters of the page's writing as keys, with one Tab stop; a press types at the caret of the line in hand. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import {
  ALPHABETS,
  type AlphabetLetter,
  keyOf,
  rareLetters,
  SIGNS,
} from '../../../../worker/domain/text/alphabets.ts';
import {
  DIGITS,
  type NumeralForm,
  numeralForm,
  toNumerals,
} from '../../../../worker/domain/text/numerals.ts';
import { tagOfWriting, type Writing, WRITINGS } from '../../../../worker/domain/text/writings.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { directionOf, htmlLang } from '../../../ui/titles.tsx';
import { readKept, writeKept } from './kept.ts';
import type { Letters } from './letters.ts';
import { letterMessages } from './messages.ts';
import { moveAmongKeys } from './move-among-keys.ts';
import { fieldInHand, putInto, typeInto } from './put.ts';

const ZWNJ = '\u200c';
const FORMS: readonly NumeralForm[] = ['arabic', 'persian', 'european'];

export function KeyBoard({ letters }: { letters: Letters }) {
  const t = useMessages(letterMessages);
  const writing = letters.writing.value;
  const arabic = writing.startsWith('kk-Arab');
  const capitals = useSignal(false);
  const all = useSignal(readKept('qalam.letters.all') === 'on');
  const form = useSignal<NumeralForm>(
    FORMS.find((each) => each === readKept('qalam.letters.digits')) ?? 'arabic',
  );
  const ref = useRef<HTMLDivElement>(null);
  useOwnKeysOnTouch();

  const type = (text: string) => {
    const field = fieldInHand(letters.store);
    if (field) typeInto(field, text);
  };
  const toLine = () => fieldInHand(letters.store)?.focus();
  const keys = (all.value ? ALPHABETS : { [writing]: rareLetters(writing) })[writing] ?? [];
  const lang = htmlLang(tagOfWriting(writing));

  return (
    <div class="letters-keys">
      <div class="letters-choice">
        <label>
          <span class="visually-hidden">{t('writing')}</span>
          <select value={writing} onChange={(event) => letters.choose(event.currentTarget.value as Writing)}>
            {WRITINGS.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
        </label>
        {!arabic && (
          <Button
            small
            look="plain"
            aria-pressed={capitals.value}
            onClick={() => (capitals.value = !capitals.peek())}
          >
            {t('capitals')}
          </Button>
        )}
        <Button
          small
          look="plain"
          aria-pressed={all.value}
          onClick={() => {
            all.value = !all.peek();
            writeKept('qalam.letters.all', all.peek() ? 'on' : 'off');
          }}
        >
          {t('all')}
        </Button>
      </div>
      <div
        ref={ref}
        class="letters-grid"
        role="group"
        aria-label={t('openKeys')}
        dir={directionOf(tagOfWriting(writing))}
        lang={lang}
        onKeyDown={(event) => {
          if (event.key === 'Escape') toLine();
          else if (!moveAmongKeys(event, ref.current!)) return;
          event.preventDefault();
        }}
      >
        {keys.map((letter, index) => (
          <Key
            key={letter.letter}
            text={capitals.value && letter.capital ? letter.capital : letter.letter}
            name={nameOf(letter, t)}
            shortcut={shortcutOf(letter, writing)}
            first={index === 0}
            onType={type}
          />
        ))}
        {Array.from(SIGNS[writing], (sign) => (
          <Key key={sign} text={sign} name={sign} onType={type} />
        ))}
        {arabic && <Key text={ZWNJ} name={`ZWNJ, ${t('zwnj')}`} shown="ZWNJ" onType={type} />}
        {arabic &&
          Array.from(DIGITS[form.value], (digit) => (
            <Key key={digit} text={digit} name={digit} onType={type} />
          ))}
      </div>
      {arabic && (
        <div class="letters-choice">
          <label>
            {t('numerals')}{' '}
            <select
              value={form.value}
              onChange={(event) => {
                form.value = event.currentTarget.value as NumeralForm;
                writeKept('qalam.letters.digits', form.peek());
              }}
            >
              {FORMS.map((each) => (
                <option key={each} value={each}>
                  {t(each)}
                </option>
              ))}
            </select>
          </label>
          <Button small look="plain" onMouseDown={stay} onClick={() => turnDigits(letters, form.peek())}>
            {t('turnDigits')}
          </Button>
          <p class="small soft">{t('numeralsHint')}</p>
        </div>
      )}
      <p class="small soft">
        {t('keysHint')} {t('altHint')}
      </p>
    </div>
  );
}

interface KeyProps {
  text: string;
  name: string;
  shown?: string;
  shortcut?: string | undefined;
  first?: boolean;
  onType: (text: string) => void;
}

function Key({ text, name, shown, shortcut, first, onType }: KeyProps) {
  return (
    <button
      type="button"
      class="letters-key"
      tabIndex={first ? 0 : -1}
      aria-label={name}
      title={shortcut ? `${name} (${shortcut})` : name}
      aria-keyshortcuts={shortcut}
      onMouseDown={stay}
      onClick={() => onType(text)}
    >
      {shown ? <small>{shown}</small> : text}
    </button>
  );
}

const stay = (event: Event) => event.preventDefault();

/** A screen reader says nothing, or the same, for many of these letters; so the name and the sound are said too. */
function nameOf(
  { letter, name, sound }: AlphabetLetter,
  t: (key: 'named', values: { letter: string; name: string }) => string,
) {
  return name === undefined
    ? letter
    : t('named', { letter, name: sound === '–' ? name : `${name}, ${sound}` });
}

function shortcutOf({ letter }: AlphabetLetter, writing: Writing): string | undefined {
  const keys = keyOf(letter, writing);
  return keys === undefined ? undefined : `Alt+${keys.replaceAll(' ', ' Alt+')}`;
}

/** The digits of the selection, or of the number at the caret, in another form. */
function turnDigits({ store }: Letters, form: NumeralForm): void {
  const field = fieldInHand(store);
  if (!field) return;
  const { value } = field;
  let { selectionStart: start, selectionEnd: end } = field;
  if (start === end) {
    while (numeralForm(value[start - 1] ?? '')) start -= 1;
    while (numeralForm(value[end] ?? '')) end += 1;
  }
  if (start < end)
    putInto(field, { text: toNumerals(value.slice(start, end), form), start, end, caret: end });
}

/** While these keys are open on a touch screen, the device's own keyboard stays away and leaves them room. */
function useOwnKeysOnTouch(): void {
  useEffect(() => {
    if (!matchMedia('(pointer: coarse)').matches) return;
    const quiet = (field: Element | null) => {
      if (field instanceof HTMLTextAreaElement && field.id.startsWith('line-')) field.inputMode = 'none';
    };
    const onFocus = (event: FocusEvent) => quiet(event.target as Element | null);
    quiet(document.activeElement);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('focusin', onFocus);
      for (const field of document.querySelectorAll<HTMLTextAreaElement>('.lines textarea'))
        field.inputMode = '';
    };
  }, []);
}
