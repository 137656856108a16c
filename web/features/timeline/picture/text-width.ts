/**
 * How wide a text is drawn, without a browser to measure it: a careful guess by the kind of letter, a little
 * above what common sans-serif faces need, so that a label which is said to fit does fit.
 */
const WIDE = /[mwMWжшщмюыфЖШЩМЮЫФӘҒ@%—…]/u;
const NARROW = /[ijlftrI.,:;'’|()[\]!іІ ]/u;

/** Pixels that the text takes at this font size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{Mark}/u.test(sign)) continue;
    if (NARROW.test(sign)) width += 0.36;
    else if (WIDE.test(sign)) width += 0.86;
    else if (/\p{Lu}/u.test(sign)) width += 0.7;
    else width += 0.58;
  }
  return width * size;
}

/** The text, cut at its end with "…" where it is wider than the room; empty where not even three letters fit. */
export function cutText(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  const signs = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(
    ({ segment }) => segment,
  );
  while (signs.length > 3) {
    signs.pop();
    const cut = `${signs.join('').trimEnd()}…`;
    if (textWidth(cut, size) <= room) return cut;
  }
  return '';
}
