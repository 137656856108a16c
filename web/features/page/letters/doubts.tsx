/** The first doubtful letter of the line in hand: what it is, what was probably meant, and what to do. */
import type { Stranger } from '../../../../worker/domain/text/homoglyphs.ts';
import { scriptOfLetter } from '../../../../worker/domain/text/look-alikes.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icons.tsx';
import type { Letters } from './letters.ts';
import { letterMessages } from './messages.ts';
import { fieldInHand } from './put.ts';
import { useSettledText } from './use-settled-text.ts';

const SENTENCES = {
  script: 'doubtScript',
  variant: 'doubtVariant',
  shape: 'doubtShape',
  digit: 'doubtDigit',
  letter: 'doubtLetter',
  numerals: 'doubtNumerals',
} as const satisfies Record<Stranger['kind'], string>;

export function Doubts({ letters }: { letters: Letters }) {
  const t = useMessages(letterMessages);
  const text = useSettledText(letters.store).value;
  const strangers = letters.strangers(text);
  const [first] = strangers;
  const [alone] = letters.unbalanced(text);
  return (
    <div class="letters-doubts" role="status">
      {first && (
        <div class="letters-doubt">
          <p>
            <Icon name="warning" size={16} />{' '}
            {t.rich(SENTENCES[first.kind], {
              written: <Letter of={first.written} />,
              word: <bdi>{first.word}</bdi>,
              script: scriptName(first, t),
            })}{' '}
            {strangers.length > 1 && t('more', { count: strangers.length - 1 })}
          </p>
          {first.meant !== undefined && (
            <Button small title="Alt+'" onMouseDown={stay} onClick={() => replaceDoubt(letters)}>
              {t.rich('replaceBy', { letter: <Letter of={first.meant} /> })}
            </Button>
          )}
          <Button small title="Alt+Shift+'" onMouseDown={stay} onClick={() => leaveDoubt(letters)}>
            {t('leave')}
          </Button>
        </div>
      )}
      {alone !== undefined && (
        <p class="letters-doubt">
          <Icon name="warning" size={16} /> {t.rich('alone', { sign: <bdi>{text[alone]}</bdi> })}
        </p>
      )}
    </div>
  );
}

/** With its code point, since both look the same. */
function Letter({ of }: { of: string }) {
  return (
    <span class="letters-letter">
      <bdi>{of}</bdi>{' '}
      <small dir="ltr">U+{(of.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}</small>
    </span>
  );
}

function scriptName(
  { written }: Stranger,
  t: ReturnType<typeof useMessages<typeof letterMessages.catalogues.en>>,
) {
  const script = scriptOfLetter(written);
  return script === undefined ? '—' : t(script);
}

const stay = (event: Event) => event.preventDefault();

/** Puts what was probably meant in the place of the first doubtful letter; answers it, or null for nothing done. */
export function replaceDoubt(letters: Letters): string | null {
  const field = fieldInHand(letters.store);
  const [first] = field ? letters.strangers(field.value) : [];
  if (!field || first?.meant === undefined) return null;
  field.setRangeText(first.meant, first.start, first.end, 'preserve');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return first.meant;
}

export function leaveDoubt(letters: Letters): boolean {
  const field = fieldInHand(letters.store);
  const [first] = field ? letters.strangers(field.value) : [];
  if (first) letters.leave(first);
  return first !== undefined;
}
