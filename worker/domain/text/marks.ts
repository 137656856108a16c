/**
 * Diplomatic marks: what the transcriber saw, in signs that stay with the text when it is copied.
 *
 *   [абв?]       read, but not surely                       TEI unclear
 *   [абв|абг?]   one of several readings, the likelier first TEI choice of unclear
 *   [?]          something is there and cannot be read       TEI gap reason="illegible"
 *   [...]        something is lost, nobody knows how much    TEI gap reason="lost"
 *   [...5]       about five letters are lost                 TEI gap extent="5"
 *   ⟦абв⟧        struck out in the copy, still legible       TEI del
 *   ⟨абв⟩        added in the copy, between lines or by hand  TEI add
 *
 * After the Leiden conventions as EpiDoc (https://epidoc.stoa.org/gl/latest/) and Leiden+ (papyri.info) write them:
 * [...] for a loss of unknown extent, ⟦ ⟧ for what was struck out. Three departures, each for typing by hand in both directions:
 * doubt is a question mark, since dots under letters are lost in copying and mistaken for Arabic ones; a gap's
 * extent is a number, since rows of dots are miscounted; additions stand in ⟨ ⟩, since Leiden's slashes do not turn
 * round in a line from right to left (and nothing is ever added here by an editor, which ⟨ ⟩ means in Leiden).
 * Brackets that are printed and say none of this are no marks. A printed bracket that would be taken for one has a
 * backslash before it. A mark ends on its line.
 */

export type MarkKind = 'unclear' | 'illegible' | 'gap' | 'deleted' | 'added';

export interface Mark {
  kind: MarkKind;
  /** UTF-16 offsets of the whole mark, its signs included. */
  start: number;
  end: number;
  /** Of what is read in it: the first of several readings. Empty for a gap. */
  contentStart: number;
  contentEnd: number;
  /** The readings of `unclear`, as written, the likelier first; none for the other kinds. */
  readings: string[];
  /** Letters that a gap is long, where it is said. */
  extent?: number;
}

export interface MarkedText {
  /** In the order of their starts; a mark that stands in another comes after it. */
  marks: Mark[];
  /** Offsets of signs that have no partner: worth a look, never refused. */
  unbalanced: number[];
  /** What was read, without any sign of a mark; `…` stands for a gap, so that it parts words. */
  plain: string;
  /** For each UTF-16 unit of `plain` the offset in the text where it stands. */
  offsets: number[];
}

const PARTNER: Record<string, string> = { '[': ']', '⟦': '⟧', '⟨': '⟩' };
const CLOSING = new Set(Object.values(PARTNER));
const GAP = /^\[(?:\.{3}|…)\s*([0-9٠-٩۰-۹]{1,3})?\]/;

/** Whether a text may hold marks; a quick look before parsing. */
export function mayHaveMarks(text: string): boolean {
  return /[[\]⟦⟧⟨⟩]/.test(text);
}

/**
 * Reads the marks of one line.
 * @example parseMarks('Ал[аш|ас?] [...2]').plain // 'Алаш …'
 */
export function parseMarks(text: string): MarkedText {
  const marks: Mark[] = [];
  const unbalanced: number[] = [];
  /** Signs that are not part of what is read. */
  const silent = new Uint8Array(text.length);
  const open: { sign: string; at: number; bar: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\\' && isSign(text[at + 1])) {
      silent[at] = 1;
      at += 1;
      continue;
    }
    const gap = sign === '[' ? GAP.exec(text.slice(at, at + 12)) : null;
    if (gap) {
      const end = at + gap[0].length;
      marks.push(gapMark(at, end, gap[1]));
      silence(silent, at + 1, end);
      at = end - 1;
    } else if (PARTNER[sign]) {
      open.push({ sign, at, bar: -1 });
    } else if (sign === '|') {
      const last = open.at(-1);
      if (last?.sign === '[' && last.bar === -1) last.bar = at;
    } else if (CLOSING.has(sign)) {
      const place = open.findLastIndex((each) => PARTNER[each.sign] === sign);
      const opening = open[place];
      if (!opening) unbalanced.push(at);
      else {
        unbalanced.push(
          ...open
            .splice(place)
            .slice(1)
            .map((each) => each.at),
        );
        close(opening, at);
      }
    }
  }
  unbalanced.push(...open.map((each) => each.at));

  function close({ sign, at, bar }: { sign: string; at: number; bar: number }, closing: number): void {
    const end = closing + 1;
    if (sign !== '[') {
      const kind = sign === '⟦' ? 'deleted' : 'added';
      marks.push({ kind, start: at, end, contentStart: at + 1, contentEnd: closing, readings: [] });
      silent[at] = silent[closing] = 1;
      return;
    }
    if (text[closing - 1] !== '?') return;
    if (closing === at + 2) {
      marks.push({ kind: 'illegible', start: at, end, contentStart: end, contentEnd: end, readings: [] });
      silence(silent, at + 1, end);
      return;
    }
    const contentEnd = bar === -1 ? closing - 1 : bar;
    const readings = text.slice(at + 1, closing - 1).split('|');
    marks.push({ kind: 'unclear', start: at, end, contentStart: at + 1, contentEnd, readings });
    silent[at] = 1;
    silence(silent, contentEnd, end);
  }

  const sorted = marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { marks: sorted, unbalanced: unbalanced.sort((a, b) => a - b), ...readPlain(text, silent, sorted) };
}

/** What was read, as search, the gazetteer and a reader want it. @example plainReading('⟦ны⟧[нѣ?]') // 'нынѣ' */
export function plainReading(text: string): string {
  return mayHaveMarks(text) ? parseMarks(text).plain : text;
}

function isSign(sign: string | undefined): boolean {
  return sign !== undefined && (PARTNER[sign] !== undefined || CLOSING.has(sign));
}

function gapMark(start: number, end: number, digits: string | undefined): Mark {
  const mark: Mark = { kind: 'gap', start, end, contentStart: end, contentEnd: end, readings: [] };
  return digits === undefined ? mark : { ...mark, extent: Number(asciiDigits(digits)) };
}

function asciiDigits(digits: string): string {
  return digits.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

function silence(silent: Uint8Array, from: number, to: number): void {
  silent.fill(1, from, to);
}

/** The opening bracket of a gap is the one sign of it that is not silent: it becomes the `…`. */
function readPlain(text: string, silent: Uint8Array, marks: readonly Mark[]) {
  const gaps = new Set(marks.filter((mark) => mark.contentStart === mark.end).map((mark) => mark.start));
  let plain = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (silent[at]) continue;
    plain += gaps.has(at) ? '…' : text[at];
    offsets.push(at);
  }
  return { plain, offsets };
}
