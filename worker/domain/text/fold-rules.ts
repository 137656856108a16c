/**
 * Spellings of one word that differ by more than a letter. The rules work on key letters, so they are the
 * same for every script, and no rule has anything left to do in a finished key.
 */

/**
 * What a letter becomes together with the one before it, by the second of them; applied again to what that
 * gives. Sources: for two Latin letters BGN/PCGN 1979 and the alphabet of 2018, for ц and дж the table of
 * Unicode CLDR 48 (fixtures/oracles).
 */
const PAIRS = new Map(
  Object.entries({
    // Two Latin letters for one. "сх" and the like go the same way, so that they still meet their Latin
    // spelling. ң is ng too, also where that stands for нг; ңғ and нғ are ngh.
    h: { k: 'h', s: 'š', g: 'ğ', z: 'ž', c: 'č', ŋ: 'ŋğ' },
    g: { n: 'ŋ', ŋ: 'ŋ' },
    ğ: { n: 'ŋğ' },
    // Russian writes дж for ж.
    ž: { d: 'ž' },
    // ц is ts and تس; see also `settle`. щ is شش and şş, ч in the Latin of 2021 tş.
    s: { t: 'c', c: 'c' },
    c: { t: 'c' },
    š: { š: 'šč', t: 'č' },
  }).map(([second, firsts]) => [second, new Map<string, string>(Object.entries(firsts))]),
);

// и is ىي, ый or ій, and у is ۇۋ or ұу; double consonants come and go (Arabic script, old print, slips), but
// for тт after a vowel, which tells Kazakh words apart: жеті is seven, жетті arrived.
for (const letter of 'abcdghiklmnopqrsuvfzžčğŋ')
  PAIRS.set(letter, (PAIRS.get(letter) ?? new Map<string, string>()).set(letter, letter));

/** A key with letters put behind it, one by one, so that no two of `PAIRS` ever stand in it. */
export function append(key: string, letters: string): string {
  let longer = key;
  for (const letter of letters) {
    const joined = PAIRS.get(letter)?.get(longer[longer.length - 1] ?? '');
    longer = joined === undefined ? longer + letter : append(longer.slice(0, -1), joined);
  }
  return longer;
}

/** The rules that need more of a word than two letters of it. */
export function settle(key: string): string {
  let word = replacePrefix(key);
  // CLDR has س for ц, but цвет is not свет nor сцена сена.
  if (word.includes('c')) word = word.replace(/(?<!s)c(?!v)/g, 's');
  // -ов is وف in print before 1912, and -off abroad; but the initial Ф. is not В.
  if (word.includes('f') && word !== 'f') word = word.replace(/[fv]+/g, 'v');
  // Уәлиханов is Валиханов; CLDR has ۋ for в before these vowels; but юань is not Иван.
  if (word.includes('u')) word = word.replace(/(?<!^i|v)u(?=[ao])/g, 'v');
  if (word.includes('tt')) word = word.replace(/(?<![aeiou])tt+/g, 't');
  return WHOLE_WORDS.get(word) ?? replaceEnding(word);
}

/**
 * без- воз- из- раз- and their like before voiceless consonants: безполезный, разсказъ (decree of 10 October
 * 1918 on the reform of Russian spelling, item 6).
 */
function replacePrefix(key: string): string {
  if (!key.includes('z')) return key;
  return key
    .replace(/^(ne)?(be|[rv]o|i|ra|ni)z(?:s|(?=c))/, '$1$2s')
    .replace(/^(ne)?bez(?=[kptfšč])/, '$1bes');
}

/** -аго -яго -ыя -ія (the same, items 7 and 8). A noun in -ия gets the key of its form in -ие with that. */
function replaceEnding(key: string): string {
  if (key.endsWith('ia')) return `${key.slice(0, -1)}e`;
  if (!key.endsWith('go')) return key;
  return key.replace(/(?:ia|(?<=[ščž])[ao])go$/, 'ego').replace(/ago$/, 'ogo');
}

/** Items 9 and 10 (онѣ, однѣ, ея), and чрезъ. */
const WHOLE_WORDS = new Map(
  Object.entries({
    one: 'oni',
    odne: 'odni',
    odneh: 'odnih',
    odnem: 'odnim',
    odnemi: 'odnimi',
    eia: 'ee',
    eie: 'ee',
    črez: 'čerez',
  }),
);
