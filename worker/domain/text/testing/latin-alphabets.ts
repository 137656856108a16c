/** Latin alphabets of Kazakh, to hold the search key against. */

const CYRILLIC = letters(
  'а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я',
);

/**
 * Writers of a word in Cyrillic in each alphabet. The decrees name letters for Kazakh sounds only; letters of
 * loans are as usual in texts of the time. Sources: the decrees of 26 October 2017 and 19 February 2018, the
 * alphabet of January 2021, the agency QazAqparat (2004), and for scholarly writing the usage of Turcology.
 */
export const LATIN_ALPHABETS: Record<string, (word: string) => string> = {
  'of 2021': alphabet(
    'a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts tş ş ştş - y ı - e iu ia',
  ),
  'of 2018': alphabet(
    'a á b v g ǵ d e io j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh shch - y i - e ıý ıa',
  ),
  'of 2017': alphabet(
    "a a' b v g g' d e i'o j z i' i' k q l m n n' o o' p r s t y' u u' f h h ts c' s' s'c' - y i - e i'y' i'a",
  ),
  QazAqparat: alphabet(
    'a ä b v g ğ d e yo j z ï y k q l m n ñ o ö p r s t w u ü f x h c ç ş şş - ı i - é yu ya',
  ),
  scholarly: alphabet(
    'a ä b v g ġ d e yo ž z i y k q l m n ŋ o ö p r s t u u ü f x h c č š šč - ï i - e yu ya',
  ),
  'English, without marks': alphabet(
    'a a b v g gh d e yo zh z i y k q l m n ng o o p r s t u u u f kh h ts ch sh shch - y i - e yu ya',
  ),
};

function alphabet(latin: string): (word: string) => string {
  const table = new Map(
    CYRILLIC.map((letter, index) => [letter, letters(latin)[index]?.replace('-', '') ?? '']),
  );
  return (word) => Array.from(word.toLowerCase(), (letter) => table.get(letter) ?? letter).join('');
}

function letters(list: string): string[] {
  return list.split(' ');
}
