import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NameForm, RULES, candidateKeys, firstKey, suggest } from './suggest.ts';

type Entry = [
  entityId: string,
  kind: NameForm['kind'],
  language: string,
  text: string,
  formKind?: NameForm['formKind'],
];

const forms: NameForm[] = (
  [
    ['bukeikhanov', 'person', 'kk-Cyrl', 'Әлихан Бөкейханов'],
    ['bukeikhanov', 'person', 'ru', 'Алихан Букейханов'],
    ['khalel', 'person', 'ru', 'Халел Досмухамедов'],
    ['zhansha', 'person', 'ru', 'Джанша Досмухамедов'],
    ['shokay', 'person', 'kk-Cyrl', 'Мұстафа Шоқай'],
    ['shokay', 'person', 'kk-Cyrl', 'М. Шоқайұлы'],
    ['gumarov', 'person', 'kk-Cyrl', 'Әділ', 'pseudonym'],
    ['orenburg', 'place', 'kk-Cyrl', 'Орынбор'],
    ['kazan', 'place', 'kk-Cyrl', 'Қазан'],
    ['verny', 'place', 'ru', 'Верный'],
    ['turgai', 'place', 'kk-Cyrl', 'Торғай'],
    ['turgai-region', 'place', 'kk-Cyrl', 'Торғай облысы'],
    ['horde', 'place', 'kk-Cyrl', 'Бөкей ордасы'],
    ['qazaq', 'periodical', 'kk-Cyrl', 'Қазақ'],
    ['abai', 'periodical', 'ru', 'Абай'],
    ['alash', 'organisation', 'kk-Cyrl', 'Алаш партиясы'],
    ['alash', 'organisation', 'kk-Arab', 'الاش'],
    ['alash-orda', 'organisation', 'kk-Cyrl', 'Алашорда'],
    ['alash-orda', 'organisation', 'kk-Cyrl', 'Алашорда үкіметі'],
    ['ush-zhuz', 'organisation', 'kk-Cyrl', 'Үш жүз'],
    ['congress-1', 'event', 'ru', 'первый всеказахский съезд'],
    ['freedom', 'event', 'kk-Cyrl', 'Бостандық'],
  ] as Entry[]
).map(([entityId, kind, language, text, formKind = 'preferred'], index) => ({
  id: `form-${index}`,
  entityId,
  kind,
  language,
  text,
  formKind,
}));

/** What is found in a line, as "quotation → record". */
function find(text: string, language: string): string[] {
  return suggest([{ id: 'line', text }], forms, { language }).map(
    ({ quote, entityId }) => `${quote} → ${entityId}`,
  );
}

describe('a person', () => {
  it('is found by the surname in any case, and not by half of it', () => {
    expect(find('Бөкейхановтың сөзі', 'kk-Cyrl')).toEqual(['Бөкейхановтың → bukeikhanov']);
    expect(find('Рѣчь Букейханова', 'ru-petr1708')).toEqual(['Букейханова → bukeikhanov']);
    expect(find('Бөкей келді', 'kk-Cyrl')).toEqual([]);
    // A Kazakh column of a newspaper that is Russian otherwise.
    expect(find('Бөкейхановтың сөзі', 'ru-petr1708')).toEqual(['Бөкейхановтың → bukeikhanov']);
    expect(find('Букейхановичъ ушелъ', 'ru-petr1708')).toEqual([]);
  });

  it('is found in Arabic script by a name known in Cyrillic only, and less surely', () => {
    const [there] = suggest([{ id: 'line', text: 'بوكەيحانوۆقا حات' }], forms, { language: 'kk-Arab' });
    const [here] = suggest([{ id: 'line', text: 'Бөкейхановқа хат' }], forms, { language: 'kk-Cyrl' });
    expect(there).toMatchObject({ quote: 'بوكەيحانوۆقا', entityId: 'bukeikhanov', rule: 'other-script' });
    expect(there?.confidence).toBeLessThan(here?.confidence ?? 0);
  });

  it('is told from a namesake by given name or initial; without either both are named', () => {
    expect(find('Докладъ Х. Досмухамедова', 'ru-petr1708')).toEqual(['Х. Досмухамедова → khalel']);
    expect(find('Докладъ Дж. Досмухамедова', 'ru-petr1708')).toEqual(['Дж. Досмухамедова → zhansha']);
    expect(find('Братъ Карима Досмухамедова', 'ru-petr1708')).toEqual([]);
    const [either] = suggest([{ id: 'line', text: 'Докладъ Досмухамедова' }], forms, { language: 'ru' });
    expect([either?.entityId, ...(either?.alternatives ?? [])].sort()).toEqual(['khalel', 'zhansha']);
    expect(either?.confidence).toBeLessThan(0.6);
  });

  it('is found by a given name and a surname that stand in two forms', () => {
    expect(find('Мұстафа Шоқайұлына хат', 'kk-Cyrl')).toEqual(['Мұстафа Шоқайұлына → shokay']);
  });

  it('is found by a pen name only where that stands as a signature', () => {
    expect(find('Әділ', 'kk-Cyrl')).toEqual(['Әділ → gumarov']);
    expect(find('Әділ билік керек', 'kk-Cyrl')).toEqual([]);
  });
});

describe('a name that is also something else', () => {
  it.each([
    ['Қазақ халқы көшті', 'kk-Cyrl', []],
    ['Казахъ продалъ лошадь', 'ru-petr1708', []],
    ['«Қазақ»тың саны', 'kk-Cyrl', ['«Қазақ»тың → qazaq']],
    ['Қазақ газетінде', 'kk-Cyrl', ['Қазақ → qazaq']],
    ['قازاق گازەتىندە', 'kk-Arab', ['قازاق → qazaq']],
    ['Журналъ «Абай» закрытъ', 'ru-petr1708', ['«Абай» → abai']],
    ['Абай любилъ степь', 'ru-petr1708', []],
    ['Алаш! деп шапты', 'kk-Cyrl', []],
    ['Алаш партиясына кірді', 'kk-Cyrl', ['Алаш → alash']],
    ['«Алаш» газеті шықты', 'kk-Cyrl', []],
    ['Бөкей ордасында мал қырылды', 'kk-Cyrl', []],
    ['بوكەي ورداسىندا مال قىرىلدى', 'kk-Arab', []],
    ['Үш жүз сом', 'kk-Cyrl', []],
    ['«Үш жүз» партиясы', 'kk-Cyrl', ['«Үш жүз» → ush-zhuz']],
    ['Қазан төңкерісі', 'kk-Cyrl', []],
    ['قازان اسىلدى', 'kk-Arab', []],
    ['قازاندا باسىلدى', 'kk-Arab', ['قازاندا → kazan']],
    ['Вѣрный другъ', 'ru-petr1708', []],
    ['Выѣхалъ изъ Вѣрнаго', 'ru-petr1708', ['Вѣрнаго → verny']],
    ['Кооперативъ «Орынбор»', 'ru-petr1708', []],
    ['Бостандық келді', 'kk-Cyrl', []],
  ])('%s', (text, language, expected) => {
    expect(find(text, language)).toEqual(expected);
  });
});

describe('the span of a name', () => {
  it('leaves out the word that only says what is named, and knows by it which is meant', () => {
    expect(find('Торғай облысынан', 'kk-Cyrl')).toEqual(['Торғай → turgai-region']);
    expect(find('Торғайдан', 'kk-Cyrl')).toEqual(['Торғайдан → turgai']);
    expect(find('Алашорда үкіметінің', 'kk-Cyrl')).toEqual(['Алашорда → alash-orda']);
  });

  it('takes in all words of a congress, with words of the time for today’s, and figures for numbers', () => {
    expect(find('На первомъ всекиргизскомъ съѣздѣ', 'ru-petr1708')).toEqual([
      'первомъ всекиргизскомъ съѣздѣ → congress-1',
    ]);
    expect(find('протоколы I общекиргизского съезда', 'ru')).toEqual([
      'I общекиргизского съезда → congress-1',
    ]);
  });
});

describe('what people rejected', () => {
  it('is not proposed again for words that overlap it, and elsewhere is', () => {
    const text = 'Орынбор, Орынбор';
    const rejected = [{ line: 'line', start: 0, end: 7, entityId: 'orenburg' }];
    const found = suggest([{ id: 'line', text }], forms, { language: 'kk-Cyrl', rejected });
    expect(found.map(({ start }) => start)).toEqual([9]);
  });
});

describe('the keys of a text', () => {
  it('lead to every form that is found in it, whatever the ending', () => {
    for (const text of ['Бөкейхановтардың', 'بوكەيحانوۆتان', 'Букейхановымъ', 'Әлихан']) {
      const keys = candidateKeys([{ text }]);
      for (const { formId } of suggest([{ id: 'line', text }], forms, { language: 'mul' })) {
        const form = forms.find(({ id }) => id === formId);
        expect(keys, text).toContain(firstKey(form?.text ?? ''));
      }
    }
  });

  it('know a name by its surname, or by what is not the word for its kind', () => {
    expect(firstKey('Әлихан Бөкейханов')).toBe(firstKey('Ә. Бөкейханов'));
    expect(firstKey('Торғай облысы')).toBe(firstKey('Торғай'));
    expect(firstKey('партия «Алаш»')).toBe(firstKey('الاش'));
    expect(firstKey('')).toBe('');
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...'Бөкейхановтың Букейхановымъ Х. А. Досмухамедова «Қазақ» газеті Алаш партиясы Торғай облысынан بوكەيحانوۆقا «الاش» قازاندا первый всекиргизский съѣздъ сөз и , — [Қазақ|казак?] Ор[ын?]бор ⟦Алаш [...] ?] ⟨'.split(
      ' ',
    ),
  );
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')),
    fc
      .array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 12 })
      .map((list) => list.join('')),
  );
  const lines = fc
    .array(line, { maxLength: 4 })
    .map((texts) => texts.map((text, index) => ({ id: String(index), text })));
  const language = fc.constantFrom('kk-Cyrl', 'kk-Arab', 'kk-Latn', 'ru', 'ru-petr1708', 'mul');

  it('gives suggestions that quote it exactly, in order, without overlaps, at the edges of words', () => {
    fc.assert(
      fc.property(lines, language, (lines, language) => {
        const found = suggest(lines, forms, { language });
        for (const [index, one] of found.entries()) {
          const text = lines.find(({ id }) => id === one.line)?.text ?? '';
          expect(one.quote).toBe(text.slice(one.start, one.end));
          expect(one.quote).not.toBe('');
          expect(text.slice(0, one.start) + one.quote[0]).not.toMatch(/[\p{L}\p{N}]{2}$/u);
          expect(one.quote.at(-1) + text.slice(one.end)).not.toMatch(/^[\p{L}\p{N}]{2}/u);
          expect(Object.keys(RULES)).toContain(one.rule);
          expect(one.confidence).toBeGreaterThan(0);
          expect(one.confidence).toBeLessThanOrEqual(1);
          expect(one.alternatives ?? []).not.toContain(one.entityId);
          const before = found[index - 1];
          if (before?.line === one.line) expect(before.end).toBeLessThanOrEqual(one.start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same suggestions each time, and in whatever order the forms come', () => {
    fc.assert(
      fc.property(lines, language, (lines, language) => {
        const once = suggest(lines, forms, { language });
        expect(suggest(structuredClone(lines), forms.toReversed(), { language })).toEqual(once);
      }),
    );
  });
});

describe('diplomatic marks', () => {
  it('are no part of a name: its words are found as read, and quoted as stored', () => {
    expect(find('Бү[гін?] [Әлихан?] Бөкей⟦ханов⟧ мен О[рын|рун?]бор', 'kk-Cyrl')).toEqual([
      '[Әлихан?] Бөкей⟦ханов⟧ → bukeikhanov',
      'О[рын|рун?]бор → orenburg',
    ]);
    expect(find('Ала[...]ш партиясы', 'kk-Cyrl')).toEqual([]);
  });
});
