import { beforeAll, describe, expect, test } from 'vitest';
import { type CarriedOver, carryOver, isTheQuotation } from './carry-over.ts';
import { RandomPage, seededRandom } from './random-edits.ts';
import { type Anchor, type AnchorLine, checkSpan, describeSpan } from './span.ts';
import { joinsWord } from './word-edges.ts';

/** A page from texts; ids are l0, l1 and so on unless given. */
const page = (...texts: (string | [string, string])[]): AnchorLine[] =>
  texts.map((text, index) =>
    typeof text === 'string' ? { id: `l${index}`, text } : { id: text[0], text: text[1] },
  );

function anchorOn(lines: AnchorLine[], index: number, quote: string, nth = 0): Anchor {
  const line = lines[index]!;
  let start = line.text.indexOf(quote);
  for (let count = 0; count < nth; count += 1) start = line.text.indexOf(quote, start + 1);
  return describeSpan(line, start, start + quote.length);
}

describe('where an anchor goes', () => {
  const before = page('Газетъ «Қазақ» хабарлайды', 'Алаш партиясы құрылды, Алаш туы тігілді', 'Бөкейхан');
  const alash = anchorOn(before, 1, 'Алаш');
  const second = anchorOn(before, 1, 'Алаш', 1);

  test.each<[string, Anchor, AnchorLine[], object]>([
    ['kept in an unchanged line', alash, before, { state: 'kept', line: 'l1', start: 0, end: 4 }],
    [
      'kept when the text after it changes',
      alash,
      page(before[0]!.text, 'Алаш үкіметі'),
      { state: 'kept', start: 0 },
    ],
    [
      'moved when text comes before it',
      second,
      page(before[0]!.text, 'Міне: Алаш партиясы құрылды, Алаш туы тігілді'),
      {
        state: 'moved',
        line: 'l1',
        start: 29,
        prefix: 'Міне: Алаш партиясы құрылды, ',
        suffix: ' туы тігілді',
      },
    ],
    [
      'the second mention stays the second when the first one goes',
      second,
      page('', 'партиясы құрылды, Алаш туы тігілді'),
      { state: 'moved', start: 18 },
    ],
    [
      'moved with a line that is split',
      second,
      page('', 'Алаш партиясы құрылды,', ['new', 'Алаш туы тігілді']),
      { state: 'moved', line: 'new', start: 0 },
    ],
    [
      'moved with a line that is joined to another',
      alash,
      page(`${before[0]!.text} ${before[1]!.text}`),
      { state: 'moved', line: 'l0', start: 26 },
    ],
    [
      'moved when ids are not sent back',
      alash,
      page(['a', before[0]!.text], ['b', before[1]!.text], ['c', 'Бөкейхан']),
      { state: 'moved', line: 'b', start: 0 },
    ],
    ['kept when the lines change places', alash, before.toReversed(), { state: 'kept', line: 'l1' }],
    [
      'a whole line as quotation, under a new id',
      anchorOn(before, 2, 'Бөкейхан'),
      page(before[0]!.text, before[1]!.text, ['x', 'Бөкейхан']),
      { state: 'moved', line: 'x', start: 0 },
    ],
    [
      'detached when its text is corrected',
      alash,
      page('', 'Алаң партиясы'),
      { state: 'detached', reason: 'gone' },
    ],
    [
      'detached when its line goes, though the word stands elsewhere',
      anchorOn(before, 0, 'Қазақ'),
      page(['l1', 'Алаш партиясы құрылды, Алаш туы тігілді'], ['l9', 'Қазақ даласы']),
      { state: 'detached', reason: 'uncertain' },
    ],
    [
      'detached when a mark is added to its last letter',
      anchorOn(before, 2, 'Бөкейхан'),
      page('', '', 'Бөкейхан\u0301ов'),
      { state: 'detached', reason: 'gone' },
    ],
    [
      'detached when its word grows, though the letters still stand where they stood',
      anchorOn(before, 2, 'Бөкейхан'),
      page(before[0]!.text, before[1]!.text, 'Бөкейханов'),
      { state: 'detached', reason: 'gone' },
    ],
    [
      'detached when letters come before it without a space',
      alash,
      page(before[0]!.text, 'КіріАлаш партиясы құрылды, Алаш туы тігілді'),
      { state: 'detached' },
    ],
    [
      'kept when a hyphen or a full stop comes after it',
      anchorOn(before, 2, 'Бөкейхан'),
      page('', '', 'Бөкейхан-Орда.'),
      { state: 'kept' },
    ],
    [
      'kept in its word when it was a part of it and the rest of the word changes',
      anchorOn(before, 1, 'партия'),
      page('', 'Алаш партияның құрылды, Алаш туы тігілді'),
      { state: 'kept' },
    ],
  ])('%s', (_, anchor, after, expected) => {
    expect(carryOver(anchor, after, before)).toMatchObject(expected);
  });

  test('another mention that stood there before is not taken, however alike', () => {
    const twice = page('Алаш партиясы құрылды', 'Алаш партиясы құрылды', 'Соңы');
    const first = anchorOn(twice, 0, 'Алаш');
    expect(carryOver(first, page('', 'Алаш партиясы құрылды', 'Соңы'), twice)).toMatchObject({
      state: 'detached',
    });
  });

  test('without the lines before, two places alike are ambiguous', () => {
    const lines = page(['x', 'мырза Алаш партиясы құрылды'], ['y', 'мырза Алаш партиясы құрылды']);
    const anchor = anchorOn(page('мырза Алаш партиясы құрылды'), 0, 'Алаш');
    expect(carryOver(anchor, lines)).toEqual({ state: 'detached', reason: 'ambiguous' });
  });
});

test('a page full of the quotation costs no more than it is worth', () => {
  const text = 'а'.repeat(4_000);
  const anchor = describeSpan({ id: 'x', text }, 2_000, 2_001);
  const lines = Array.from({ length: 600 }, (_, index) => ({ id: `l${index}`, text }));
  const started = performance.now();
  expect(carryOver(anchor, lines)).toEqual({ state: 'detached', reason: 'ambiguous' });
  expect(performance.now() - started).toBeLessThan(500);
});

interface Measure {
  standingOnce: number;
  carriedOfThose: number;
  standing: number;
  wrongPlace: number;
  takenFromAnother: number;
  carried: number;
}

test('a word ends where neither letters, digits nor an apostrophe between letters go on', () => {
  const joins = (text: string) => Array.from({ length: text.length + 1 }, (_, at) => joinsWord(text, at));
  expect(joins('ab c')).toEqual([false, true, false, false, false]);
  expect(joins("b'c")).toEqual([false, true, true, false]);
  expect(joins("b' c-d")).toEqual([false, false, false, false, false, false, false]);
  expect(joins('a\u{1f600}b')).toEqual([false, false, false, false, false]);
  expect(joins('ه\u200cل1')).toEqual([false, true, true, true, false]);
  expect(joins('\u{10400}\u{10401}')[2]).toBe(true);
});

/** Sequences of up to four saves of up to four edits each; every anchor goes through all of them. */
function measure(
  sequences: number,
  useBefore: boolean,
  check: (result: CarriedOver, lines: AnchorLine[], anchor: Anchor) => void,
): Measure {
  const totals = {
    standingOnce: 0,
    carriedOfThose: 0,
    standing: 0,
    wrongPlace: 0,
    takenFromAnother: 0,
    carried: 0,
  };
  for (let seed = 1; seed <= sequences; seed += 1) {
    const random = seededRandom(seed);
    const page = new RandomPage(random);
    let tags = Array.from({ length: 5 }, () => page.anchorSomewhere()).filter((tag) => tag !== null);
    for (let save = 0; save < 4; save += 1) {
      const before = page.lines();
      for (let edits = Math.floor(random() * 5); edits > 0; edits -= 1) page.edit();
      const lines = page.lines();
      tags = tags.flatMap(({ anchor, identities }) => {
        const result = carryOver(anchor, lines, useBefore ? before : undefined);
        check(result, lines, anchor);
        const carried = result.state !== 'detached';
        const stands = page.stillStands(identities);
        if (countOf(anchor, lines) === 1) {
          totals.standingOnce += 1;
          if (carried) totals.carriedOfThose += 1;
        }
        if (stands) totals.standing += 1;
        if (result.state === 'detached') return [];
        totals.carried += 1;
        const there = page.identitiesAt(result.line, result.start, result.end);
        if (there.join() !== identities.join()) totals[stands ? 'wrongPlace' : 'takenFromAnother'] += 1;
        return [{ anchor: result, identities: there }];
      });
    }
  }
  return totals;
}

/** How often the quotation stands on the page; not counted are words that only begin or end with it. */
function countOf(anchor: Anchor, lines: AnchorLine[]): number {
  let count = 0;
  for (const { text } of lines) {
    for (let at = text.indexOf(anchor.quote); at >= 0; at = text.indexOf(anchor.quote, at + 1)) {
      if (isTheQuotation(anchor, text, at)) count += 1;
    }
  }
  return count;
}

const LETTER_AFTER = /^[\p{L}\p{N}]/u;
const LETTER_BEFORE = /[\p{L}\p{N}]$/u;

/** On its quotation, as whole characters, in no word that has grown, and `kept` exactly when its place is the same. */
function isSound(result: CarriedOver, lines: AnchorLine[], anchor: Anchor): boolean {
  if (result.state === 'detached') return true;
  const line = lines.find(({ id }) => id === result.line);
  if (!line || checkSpan(line, result.start, result.end)) return false;
  const samePlace = result.line === anchor.line && result.start === anchor.start;
  const grewAfter = LETTER_AFTER.test(result.suffix) && !LETTER_AFTER.test(anchor.suffix);
  const grewBefore = LETTER_BEFORE.test(result.prefix) && !LETTER_BEFORE.test(anchor.prefix);
  const endsInLetters = LETTER_BEFORE.test(anchor.quote) && LETTER_AFTER.test(anchor.quote);
  return (
    !(endsInLetters && (grewAfter || grewBefore)) &&
    line.text.slice(result.start, result.end) === anchor.quote &&
    result.quote === anchor.quote &&
    samePlace === (result.state === 'kept')
  );
}

// What the service does is the first: 97.2 % of those whose text stands once; without the lines before it is 93.9 %.
describe.each([
  ['with the lines before', true, 0.97],
  ['without them', false, 0.93],
])('over 1,500 random sequences of edits, %s', (_, useBefore, leastShare) => {
  let faults = 0;
  let totals: Measure;

  beforeAll(() => {
    totals = measure(1_500, useBefore, (result, lines, anchor) => {
      if (!isSound(result, lines, anchor)) faults += 1;
    });
  });

  test('no anchor ends on other text than its quotation, and kept and moved say what they mean', () => {
    expect(totals.carried).toBeGreaterThan(10_000);
    expect(faults).toBe(0);
  });

  test(`of those whose text still stands exactly once, at least ${leastShare * 100} % are carried over`, () => {
    expect(totals.standingOnce).toBeGreaterThan(5_000);
    expect(totals.carriedOfThose / totals.standingOnce).toBeGreaterThanOrEqual(leastShare);
  });

  test('they are on the very characters that were tagged, but for one in two hundred', () => {
    expect((totals.wrongPlace + totals.takenFromAnother) / totals.carried).toBeLessThan(0.005);
  });
});
