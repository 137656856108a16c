/** A writing's alphabet, three examples from print, and the marks of a diplomatic transcription. */
import { ALPHABETS, keyOf } from '../../../worker/domain/text/alphabets.ts';
import { tagOfWriting, type Writing } from '../../../worker/domain/text/writings.ts';
import { useMessages } from '../../i18n/messages.ts';
import { directionOf, htmlLang } from '../../ui/titles.tsx';
import { EXAMPLES } from './examples.ts';
import { helpMessages } from './messages.ts';
import './help.css';

const MARKS = [
  ['Ал[аш?]', 'markUnclear'],
  ['[Алаш|Алас?]', 'markAlternatives'],
  ['[?]', 'markIllegible'],
  ['[...]', 'markGap'],
  ['[...5]', 'markGapLong'],
  ['⟦Алаш⟧', 'markDeleted'],
  ['⟨Алаш⟩', 'markAdded'],
  ['\\[Алаш?]', 'markPrinted'],
] as const;

export function AlphabetHelp({ writing }: { writing: Writing }) {
  const t = useMessages(helpMessages);
  const tag = tagOfWriting(writing);
  const written = { lang: htmlLang(tag), dir: directionOf(tag) };
  return (
    <div class="help">
      <h3>{t(writing)}</h3>
      <p>{t(`about-${writing}`)}</p>
      <ul class="help-letters" dir={written.dir} aria-label={t('alphabet')}>
        {ALPHABETS[writing].map(({ letter, capital, sound }) => (
          <li key={letter}>
            <span class="help-letter" {...written}>
              {capital} {letter}
            </span>
            <span class="help-sound" dir="ltr" lang="kk-Cyrl">
              {sound}
            </span>
            {keyOf(letter, writing) && (
              <kbd dir="ltr">
                Alt+<bdi>{keyOf(letter, writing)}</bdi>
              </kbd>
            )}
          </li>
        ))}
      </ul>
      <p class="small soft">{t('soundHint')}</p>
      <h3>{t('examples')}</h3>
      <dl class="help-examples">
        {EXAMPLES[writing].map(({ text, reading, source }) => (
          <div key={text}>
            <dt {...written}>{text}</dt>
            <dd>
              {reading && <bdi>{reading}</bdi>} <span class="small soft">{t(source)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('marks')}</h3>
      <p>{t('marksHint')}</p>
      <dl class="help-marks">
        {MARKS.map(([looks, meaning]) => (
          <div key={looks}>
            <dt dir="ltr" lang="kk-Cyrl">
              {looks}
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">{t('marksSource')}</p>
    </div>
  );
}
