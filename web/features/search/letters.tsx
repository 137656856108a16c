import { useMessages } from '../../i18n/messages.ts';
import { helpMessages } from './help-messages.ts';

/** Letters by the alphabet they belong to, in its order. Arabic: Kazakh as printed in the newspapers, and today. */
const GROUPS = [
  ['kazakh', 'kk', 'ә ғ қ ң ө ұ ү һ і'],
  ['old', 'ru', 'ѣ і ѳ ѵ ъ'],
  ['latin', 'kk-Latn', 'ä ğ ı ñ ö ş ū ü'],
  ['arabic', 'kk-Arab', 'ا ب پ ت ج چ ح خ د ر ز ژ س ش ع غ ف ق ك گ ڭ ل م ن ه ە و ۇ ۆ ۋ ى ي ئ ٴ ، «»'],
] as const;

/** Each key puts its letter where the caret stands in the box. */
export function Letters({ input }: { input: { current: HTMLInputElement | null } }) {
  const t = useMessages(helpMessages);
  const insert = (letter: string) => {
    const box = input.current;
    if (!box) return;
    box.setRangeText(
      letter,
      box.selectionStart ?? box.value.length,
      box.selectionEnd ?? box.value.length,
      'end',
    );
    box.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <div role="group" aria-label={t('lettersTitle')}>
      {GROUPS.map(([name, lang, letters]) => (
        <div key={name} class="letter-row" role="group" aria-label={t(name)}>
          <span class="letter-name small" aria-hidden="true">
            {t(name)}
          </span>
          <span class="letter-keys" lang={lang} dir={name === 'arabic' ? 'rtl' : 'ltr'}>
            {letters.split(' ').map((letter) => (
              <button
                key={letter}
                type="button"
                class="letter-key"
                aria-label={t('insert', { letter })}
                // The caret stays in the box, and a phone does not put its keyboard away.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => insert(letter)}
              >
                {letter}
              </button>
            ))}
          </span>
        </div>
      ))}
    </div>
  );
}
