/** The line in hand in another script, as a help for reading. Nothing of it can be saved. */
import { useSignal } from '@preact/signals';
import { plainReading } from '../../../../worker/domain/text/marks.ts';
import { type Orthography, transliterate } from '../../../../worker/domain/text/transliterate.ts';
import { tagOfWriting, type Writing } from '../../../../worker/domain/text/writings.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { directionOf, htmlLang } from '../../../ui/titles.tsx';
import { readKept, writeKept } from './kept.ts';
import type { Letters } from './letters.ts';
import { letterMessages } from './messages.ts';
import { useSettledText } from './use-settled-text.ts';

const TARGETS: Record<Writing, readonly Orthography[]> = {
  'kk-Arab': ['kk-Cyrl', 'kk-Latn'],
  'kk-Arab-old': ['kk-Cyrl', 'kk-Latn'],
  'kk-Cyrl': ['kk-Latn', 'kk-Arab'],
  'kk-Latn': ['kk-Cyrl', 'kk-Arab'],
  'ru-petr1708': ['ru'],
};

export default function TransliterationView({ letters }: { letters: Letters }) {
  const t = useMessages(letterMessages);
  const writing = letters.writing.value;
  const targets = TARGETS[writing];
  const wanted = useSignal(readKept('qalam.letters.target'));
  const to = targets.find((each) => each === wanted.value) ?? targets[0]!;
  const text = useSettledText(letters.store).value;
  const result = transliterate(plainReading(text), { from: tagOfWriting(writing), to });

  const pieces: preact.ComponentChild[] = [];
  let at = 0;
  for (const { start, end, alternatives } of result.ambiguous) {
    pieces.push(result.text.slice(at, start));
    pieces.push(
      <span key={start} class="letters-ambiguous" title={alternatives.join(' · ')}>
        {result.text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  pieces.push(result.text.slice(at));
  const pairs = new Set(
    result.ambiguous.map(({ start, end, alternatives }) =>
      [result.text.slice(start, end), ...alternatives].join(' / '),
    ),
  );

  return (
    <div class="letters-reading">
      <div class="letters-choice small">
        <strong>{t('notSaved')}</strong>
        {targets.length > 1 && (
          <label>
            <span class="visually-hidden">{t('into')}</span>
            <select
              value={to}
              onChange={(event) => {
                wanted.value = event.currentTarget.value;
                writeKept('qalam.letters.target', event.currentTarget.value);
              }}
            >
              {targets.map((each) => (
                <option key={each} value={each}>
                  {t(each)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p class="letters-text" lang={htmlLang(to)} dir={directionOf(to)}>
        {pieces}
      </p>
      {pairs.size > 0 && (
        <p class="small soft">
          {t('ambiguous')} <bdi lang={htmlLang(to)}>{[...pairs].slice(0, 6).join(' · ')}</bdi>
        </p>
      )}
      {writing === 'kk-Arab-old' && <p class="small soft">{t('oldRules')}</p>}
    </div>
  );
}
