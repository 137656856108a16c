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

/**
 * The text, or as many of its words as there is room for and "…"; empty where not even the first word fits.
 * Half a word is neither read well nor found by those who speak what they see.
 */
export function cutText(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text;
  for (let end = text.lastIndexOf(' '); end > 0; end = text.lastIndexOf(' ', end - 1)) {
    const cut = `${text.slice(0, end).replace(/[\s\p{Pd}\p{Ps}\p{Pi}\p{Po}]+$/u, '')}…`;
    if (cut.length > 1 && textWidth(cut, size) <= room) return cut;
  }
  return '';
}
