/**
 * What each letter becomes in a search key. All scripts end in the same letters, a b c d e f g ğ h i k l m n ŋ
 * o p q r s š t u v z ž č, of which č is ч, š ш, ž ж, ğ ғ, ŋ ң, q қ, and h both х and һ.
 *
 * Vowels that the Arabic script of the newspapers does not tell apart are one: а ә (ا), о ө (و), ы і and и й
 * (ى ي, which in print also change places), ұ ү and у (ۇ ۋ). Consonants are told apart where all scripts do.
 */
export const LETTERS: ReadonlyMap<number, string> = new Map([
  // Kazakh and Russian, with the letters that the reform of 1918 took away; the marks of ё й ї are off.
  // The hard and the soft sign are not heard in Kazakh, and neither Arabic nor Latin script has them.
  ...spelled({
    a: 'а ә',
    b: 'б',
    č: 'ч ҷ',
    d: 'д',
    e: 'е ё є э ѣ',
    v: 'в',
    f: 'ф ѳ',
    g: 'г ґ',
    ğ: 'ғ',
    h: 'х һ ҳ',
    i: 'и й і ї ы ѵ',
    ia: 'я ѧ',
    iu: 'ю',
    ž: 'ж җ',
    k: 'к',
    l: 'л',
    m: 'м',
    n: 'н',
    ŋ: 'ң ҥ ӈ',
    o: 'о ө',
    p: 'п',
    q: 'қ ҡ',
    r: 'р',
    s: 'с ѕ',
    š: 'ш',
    šč: 'щ',
    t: 'т',
    c: 'ц',
    u: 'у ұ ү ѫ',
    z: 'з',
    '': 'ъ ь',
  }),
  // Kazakh in Arabic script, by the table of Unicode CLDR 48 (fixtures/oracles); then the Arabic and Persian
  // letters of the spelling before 1912, which wrote words from Arabic as Arabic does, and look-alikes.
  // Hamza marks front vowels, was printed from about 1912 only, and is often lost in reading.
  ...spelled({
    a: 'ا ٱ',
    b: 'ب',
    č: 'چ',
    d: 'د',
    e: 'ە ة',
    f: 'ف',
    g: 'گ',
    ğ: 'ع غ ڠ',
    h: 'ح خ ه ھ ہ',
    i: 'ى ي ی ې ے',
    ž: 'ج ژ',
    k: 'ك ک ڪ',
    l: 'ل',
    m: 'م',
    n: 'ن ں',
    ŋ: 'ڭ ݣ ڬ',
    o: 'و',
    p: 'پ',
    q: 'ق',
    r: 'ر',
    s: 'س ث ص',
    š: 'ش',
    t: 'ت ط',
    u: 'ۇ ۋ ۈ',
    v: 'ۆ ڤ',
    z: 'ز ذ ض ظ',
    '': 'ء ٴ ـ',
  }),
  // Latin letters that are not key letters themselves. Those with marks are in `MARKED`.
  ...spelled({
    a: 'ə æ',
    d: 'đ',
    g: 'ɡ',
    ğ: 'ƣ',
    h: 'x',
    i: 'ı',
    ž: 'j ƶ ʒ',
    l: 'ł',
    o: 'ɵ ø',
    s: 'ß',
    u: 'w',
  }),
  ...spelled({ '': 'ʹ ʺ ʼ ʻ' }),
  ...spelled({ '0': '٠ ۰', '1': '١ ۱', '2': '٢ ۲', '3': '٣ ۳', '4': '٤ ۴', '5': '٥ ۵' }),
  ...spelled({ '6': '٦ ۶', '7': '٧ ۷', '8': '٨ ۸', '9': '٩ ۹' }),
  ...Array.from('abcdefgğhiklmnŋopqrsštuvzžč0123456789', (letter) => entry(letter, letter)),
]);

function spelled(table: Record<string, string>): [number, string][] {
  return Object.entries(table).flatMap(([key, letters]) =>
    letters.split(' ').map((letter) => entry(letter, key)),
  );
}

function entry(letter: string, key: string): [number, string] {
  return [letter.codePointAt(0) ?? 0, key];
}
