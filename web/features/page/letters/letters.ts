/** What is known about the letters of the page in hand: its writing, and what is marked or doubtful in each line. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { findStrangers, type Stranger } from '../../../../worker/domain/text/homoglyphs.ts';
import { mayHaveMarks, parseMarks } from '../../../../worker/domain/text/marks.ts';
import { type Writing, WRITINGS, writingOf } from '../../../../worker/domain/text/writings.ts';
import { later } from '../later.tsx';
import type { DoubtfulWords } from '../words/doubtful.ts';
import type { Stretch } from '../marks.ts';
import type { LineStore } from '../store.ts';
import { readKept, writeKept } from './kept.ts';

export interface Letters {
  readonly store: LineStore;
  readonly writing: ReadonlySignal<Writing>;
  /** Remembered for the issue, on this device. */
  choose(writing: Writing): void;
  /** Marks of a line, and its doubtful letters where they can be changed. */
  stretches(text: string, withGuard: boolean): Stretch[];
  /** Doubtful letters of a line that nobody has said to leave. */
  strangers(text: string): Stranger[];
  /** Offsets of marks' signs without a partner. */
  unbalanced(text: string): number[];
  /** The letter is right in this word: never doubted again on this device. */
  leave(stranger: Stranger): void;
  /** The bar below the lines, with keys, notes and transliteration. */
  Dock: typeof Dock;
}

interface LettersParts {
  language: string;
  orthography: string | undefined;
  issue: string;
  store: LineStore;
}

const Dock = later<{ letters: Letters; doubts: DoubtfulWords | null }>(() => import('./letters-dock.tsx'));
const LEFT = 'qalam.letters.left';
const MOST_LEFT = 500;
const MOST_KNOWN = 3000;

export function createLetters({ language, orthography, issue, store }: LettersParts): Letters {
  const place = `qalam.letters.writing.${issue}`;
  const kept = readKept(place);
  const sample = store
    .lines()
    .slice(0, 20)
    .map((line) => line.text)
    .join(' ');
  const writing = signal(WRITINGS.find((each) => each === kept) ?? writingOf(language, orthography, sample));
  const left = signal<ReadonlySet<string>>(new Set(readKept(LEFT)?.split('\n') ?? []));
  /** A line is asked about with every key press of it, and 600 of them when they are drawn. */
  const known = new Map<string, Stranger[]>();

  function strangers(text: string): Stranger[] {
    const key = `${writing.value} ${text}`;
    let found = known.get(key);
    if (!found) {
      found = findStrangers(text, writing.value);
      if (known.size > MOST_KNOWN) known.clear();
      known.set(key, found);
    }
    return found.length === 0 ? found : found.filter((each) => !left.value.has(nameOf(each)));
  }

  return {
    store,
    writing,
    choose(chosen) {
      writing.value = chosen;
      writeKept(place, chosen);
    },
    stretches(text, withGuard) {
      const marked = mayHaveMarks(text) ? markStretches(text) : [];
      if (!withGuard) return marked;
      const strange = strangers(text).map(({ start, end }): Stretch => ({ start, end, as: 'stranger' }));
      const alone = unbalanced(text).map((at): Stretch => ({ start: at, end: at + 1, as: 'alone' }));
      return [...marked, ...strange, ...alone];
    },
    strangers,
    unbalanced,
    leave(stranger) {
      left.value = new Set([...left.value, nameOf(stranger)].slice(-MOST_LEFT));
      writeKept(LEFT, [...left.value].join('\n'));
    },
    Dock,
  };
}

const unbalanced = (text: string) => (mayHaveMarks(text) ? parseMarks(text).unbalanced : []);

function markStretches(text: string): Stretch[] {
  return parseMarks(text).marks.map(({ kind, start, end }) => ({
    start,
    end,
    as: kind === 'illegible' ? 'gap' : kind,
  }));
}

function nameOf({ word, written }: Stranger): string {
  return `${word} ${written}`;
}
