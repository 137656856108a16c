/** Text in any script: each title or name isolated, with its language and direction. */
import { type Language, language } from '../i18n/language.ts';

/** The language subtag that browsers know: `ru-petr1708` has a font and a hyphenation only as `ru`. */
export function htmlLang(tag: string): string {
  return tag.replace(/-petr1708$|-luna1918$/, '');
}

/** The direction of a text in this language. */
export function directionOf(tag: string): 'rtl' | 'ltr' {
  const locale = new Intl.Locale(tag).maximize();
  return locale.script === 'Arab' || locale.script === 'Hebr' ? 'rtl' : 'ltr';
}

/** Which of the texts to show to a reader of this language: [tag, text]. */
function chooseText(texts: Record<string, string>, into: Language): [tag: string, text: string] {
  const wishes: Record<Language, string[]> = {
    kk: ['kk', 'kk-Cyrl', 'kk-Arab', 'ru', 'ru-petr1708', 'kk-Latn', 'en'],
    ru: ['ru', 'ru-petr1708', 'kk-Cyrl', 'kk', 'kk-Arab', 'kk-Latn', 'en'],
    en: ['en', 'kk-Latn', 'ru', 'ru-petr1708', 'kk-Cyrl', 'kk', 'kk-Arab'],
  };
  const wish = wishes[into].find((tag) => texts[tag] !== undefined);
  const [tag = 'und', text = ''] =
    wish === undefined ? (Object.entries(texts)[0] ?? []) : [wish, texts[wish]];
  return [tag, text];
}

/** One text with its language and direction, isolated from what stands around it. */
export function Script({ tag, text }: { tag: string; text: string }) {
  return (
    <bdi lang={htmlLang(tag)} dir={directionOf(tag)}>
      {text}
    </bdi>
  );
}

/** The title or name that suits the UI's language. */
export function Title({ of }: { of: Record<string, string> }) {
  const [tag, text] = chooseText(of, language.value);
  return <Script tag={tag} text={text} />;
}

/** The same as a string, for a window's title or an attribute. */
export function titleText(of: Record<string, string>, into: Language = language.value): string {
  return chooseText(of, into)[1];
}

/** All texts but the one that {@link Title} shows, for a second line. */
export function OtherTitles({ of }: { of: Record<string, string> }) {
  const [shown] = chooseText(of, language.value);
  const shownText = of[shown];
  const texts = Object.values(of);
  const others = Object.entries(of).filter(
    ([tag, text], index) => tag !== shown && text !== shownText && texts.indexOf(text) === index,
  );
  if (others.length === 0) return null;
  return (
    <span class="other-titles">
      {others.map(([tag, text], index) => (
        <span key={tag}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <Script tag={tag} text={text} />
        </span>
      ))}
    </span>
  );
}
