/** What may be stored as text, and in what form. */

type TextProblemCode =
  | 'nul'
  | 'control-character'
  | 'line-break'
  | 'lone-surrogate'
  | 'noncharacter'
  | 'bidi-control'
  | 'too-long';

export interface TextProblem {
  code: TextProblemCode;
  /** UTF-16 offset of the first character concerned. */
  offset: number;
  /** A sentence for the person who sent the text. */
  message: string;
}

export interface TextRules {
  /** Whether line feeds (U+000A) may stand in the text: notes yes, a line of a page no. */
  multiline?: boolean;
  /** In UTF-16 code units, as lengths and offsets are counted everywhere in the API. */
  maxLength?: number;
}

/**
 * The form in which text is stored: NFC, and nothing else. NFC joins a letter and its marks into one code
 * point where there is one ("и" + breve is "й"), which prints the same. Spaces, quotes, dashes, tatweel and
 * presentation forms stay: the transcription says what is printed, and only search keys may blur that.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC');
}

/**
 * What stops this text from being stored: at most one problem of each kind, the first, in order of offset.
 * An empty list means that the text is good. NFC may lengthen a text, so normalise before checking.
 *
 * Refused are characters that print nothing and break something: NUL (SQLite cuts text there), other C0 and
 * C1 controls (not allowed in XML, which exports need), lone surrogates (not text in UTF-8), noncharacters,
 * and line breaks inside a line. Bidi embeddings, overrides and isolates (U+202A–U+202E, U+2066–U+2069)
 * are refused because they can make a line read otherwise than it is stored and, left unclosed, turn round
 * what follows it. The marks that printed text needs are allowed: LRM, RLM and ALM place punctuation in
 * mixed lines without reordering letters; ZWNJ and ZWJ choose the joining shapes of Arabic letters.
 */
export function checkText(text: string, { multiline = false, maxLength }: TextRules = {}): TextProblem[] {
  const found = new Map<TextProblemCode, TextProblem>();
  for (let offset = 0; offset < text.length;) {
    const codePoint = text.codePointAt(offset) ?? 0;
    const code = refusalOf(codePoint, multiline);
    if (code && !found.has(code)) found.set(code, { code, offset, message: explain(code, codePoint) });
    offset += codePoint > 0xffff ? 2 : 1;
  }
  if (maxLength !== undefined && text.length > maxLength) {
    const message = `The text is ${text.length} characters long; at most ${maxLength} are allowed.`;
    found.set('too-long', { code: 'too-long', offset: maxLength, message });
  }
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

const TAB = 0x09;
const LINE_FEED = 0x0a;

function refusalOf(codePoint: number, multiline: boolean): TextProblemCode | null {
  if (codePoint === 0) return 'nul';
  if (codePoint === TAB) return null;
  if (codePoint === LINE_FEED) return multiline ? null : 'line-break';
  // CR, NEL and the Unicode separators too: a line break is U+000A and nothing else, so that lines can be counted.
  if (codePoint === 0x0d || codePoint === 0x85 || codePoint === 0x2028 || codePoint === 0x2029)
    return 'line-break';
  if (codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f)) return 'control-character';
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 'lone-surrogate';
  if ((codePoint >= 0xfdd0 && codePoint <= 0xfdef) || (codePoint & 0xfffe) === 0xfffe) return 'noncharacter';
  if ((codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069)) {
    return 'bidi-control';
  }
  return null;
}

function explain(code: TextProblemCode, codePoint: number): string {
  const name = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  switch (code) {
    case 'nul':
      return 'The text holds a NUL character (U+0000), which cannot be stored. Remove it.';
    case 'line-break':
      return codePoint === LINE_FEED
        ? 'The text holds a line break. Make it two lines.'
        : `The text holds a line break that is not a line feed (${name}). Send lines apart, or use U+000A where several lines are allowed.`;
    case 'control-character':
      return `The text holds a control character (${name}), which prints nothing. Remove it.`;
    case 'lone-surrogate':
      return `The text holds half of a character (lone surrogate ${name}); it was probably cut in the middle. Send it whole.`;
    case 'noncharacter':
      return `The text holds ${name}, which Unicode keeps from ever being a character. Remove it.`;
    case 'bidi-control':
      return `The text holds an invisible direction control (${name}) that could make it read otherwise than it is stored. Remove it; the marks U+200E and U+200F are allowed.`;
    case 'too-long':
      return 'The text is too long.';
  }
}
