/**
 * Random pages and random edits for the tests of anchors. Every character has an identity of its own, so that
 * a test knows where the tagged characters really went, whatever the text looks like.
 */
import type { Anchor, AnchorLine } from './span.ts';
import { describeSpan } from './span.ts';

interface Character {
  text: string;
  identity: number;
}

interface Row {
  id: string;
  characters: Character[];
}

// Few words, so that the same ones stand on a page many times.
const WORDS =
  'Алаш партиясы Бөкейхан Бөкей Орда газет Қазақ мәселесі қаулы съѣздъ въ и области народа قازاق الاش ءتىل كه\u200cلار ея́ 1917'.split(
    ' ',
  );

export class RandomPage {
  rows: Row[] = [];
  readonly #random: () => number;
  #counter = 0;

  constructor(random: () => number) {
    this.#random = random;
    const count = 3 + this.#below(10);
    for (let index = 0; index < count; index += 1) {
      this.rows.push({ id: this.#newId(), characters: this.#words(1 + this.#below(9)) });
    }
  }

  lines(): AnchorLine[] {
    return this.rows.map(({ id, characters }) => ({ id, text: textOf(characters) }));
  }

  /** An anchor on one to three words, and the identities of their characters. */
  anchorSomewhere(): { anchor: Anchor; identities: number[] } | null {
    const row = this.rows[this.#below(this.rows.length)];
    const words = row && Array.from(textOf(row.characters).matchAll(/\S+/gu));
    const first = words?.[this.#below(words.length)];
    if (!row || !first) return null;
    const last = words[Math.min(words.length - 1, words.indexOf(first) + this.#below(3))] ?? first;
    const end = last.index + last[0].length;
    const anchor = describeSpan({ id: row.id, text: textOf(row.characters) }, first.index, end);
    return { anchor, identities: identitiesIn(row.characters, first.index, end) };
  }

  /** The identities of the characters at a place; to be compared with those that were tagged. */
  identitiesAt(line: string, start: number, end: number): number[] {
    return identitiesIn(this.rows.find((row) => row.id === line)?.characters ?? [], start, end);
  }

  /** Whether these characters still stand, all of them, one after the other in one line. */
  stillStands(identities: number[]): boolean {
    const wanted = ` ${identities.join(' ')} `;
    return this.rows.some((row) =>
      ` ${row.characters.map(({ identity }) => identity).join(' ')} `.includes(wanted),
    );
  }

  edit(): void {
    const at = this.#below(this.rows.length);
    const row = this.rows[at];
    if (!row) return;
    const from = this.#below(row.characters.length + 1);
    switch (this.#below(11)) {
      case 0:
      case 1:
        row.characters.splice(from, 0, ...this.#characters(this.#anyOf(['а', 'ѣ', ' ', 'و', '-', 'ab'])));
        break;
      case 2:
      case 3:
        row.characters.splice(from, 1 + this.#below(2));
        break;
      case 4:
        row.characters.splice(from, 1 + this.#below(3), ...this.#characters(this.#anyOf(['х', 'ье', 'ى'])));
        break;
      case 5:
        row.characters.splice(from, 0, ...this.#characters(' '), ...this.#words(1), ...this.#characters(' '));
        break;
      case 6:
        this.rows.splice(at + 1, 0, { id: this.#newId(), characters: row.characters.splice(from) });
        break;
      case 7:
        if (at === 0) break;
        this.rows[at - 1]?.characters.push(...this.#characters(' '), ...row.characters);
        this.rows.splice(at, 1);
        break;
      case 8:
        this.rows.splice(this.#below(this.rows.length), 0, ...this.rows.splice(at, 1));
        break;
      case 9:
        this.#growWord(row);
        break;
      default:
        this.#editLines(at, row);
    }
  }

  #editLines(at: number, row: Row): void {
    const choice = this.#below(5);
    if (choice === 0) this.rows.splice(at, 0, { id: this.#newId(), characters: this.#words(4) });
    if (choice === 1 && this.rows.length > 1) this.rows.splice(at, 1);
    if (choice === 2) row.characters = this.#words(5);
    // A client that does not send the ids back.
    if (choice === 3) for (const each of this.rows) each.id = this.#newId();
    if (choice === 4) this.#readAgain();
  }

  /** As "Бөкей" becomes "Бөкейханов": letters are joined to the end of a word. */
  #growWord(row: Row): void {
    const ends = row.characters.flatMap(({ text }, index) => {
      const next = row.characters[index + 1]?.text ?? ' ';
      return text !== ' ' && next === ' ' ? [index + 1] : [];
    });
    const end = ends[this.#below(ends.length)];
    if (end !== undefined)
      row.characters.splice(end, 0, ...this.#characters(this.#anyOf(['ханов', 'ъ', 'لار', '7'])));
  }

  /** As after OCR runs again: new lines throughout, and one character in fifty read as another. */
  #readAgain(): void {
    for (const row of this.rows) {
      row.id = this.#newId();
      row.characters = row.characters.flatMap((character) =>
        this.#below(50) === 0 ? this.#characters(this.#anyOf(['п', 'щ', 'ر', '1'])) : [character],
      );
    }
  }

  #words(count: number): Character[] {
    const words = Array.from({ length: count }, () => this.#anyOf(WORDS));
    return this.#characters(words.join(' '));
  }

  #characters(text: string): Character[] {
    return Array.from(text.matchAll(/\P{M}[\p{M}\u200c]*|\p{M}/gu), ([cluster]) => {
      this.#counter += 1;
      return { text: cluster, identity: this.#counter };
    });
  }

  #newId(): string {
    this.#counter += 1;
    return `l${this.#counter}`;
  }

  #below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  #anyOf(choices: string[]): string {
    return choices[this.#below(choices.length)] ?? '';
  }
}

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function textOf(characters: Character[]): string {
  return characters.map(({ text }) => text).join('');
}

function identitiesIn(characters: Character[], start: number, end: number): number[] {
  let offset = 0;
  const found: number[] = [];
  for (const { text, identity } of characters) {
    if (offset >= start && offset + text.length <= end) found.push(identity);
    offset += text.length;
  }
  return found;
}
