import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord } from './fold.ts';

describe('words that find each other', () => {
  test.each([
    ['Россійская', 'Российская'],
    ['мѣсто', 'Место'],
    ['Ѳедоръ', 'Федор'],
    ['ѵпостась', 'ипостась'],
    ['газетъ', 'ГАЗЕТ'],
    ['ея́', 'ея'],
    ['ёлка', 'елка'],
    ['əлем', 'Әлем'],
    ['ӛлем', 'әлем'],
    ['قـــازاق', 'قازاق'],
    ['ﻗﺎﺯﺍﻕ', 'قازاق'],
    ['عَلَى', 'علي'],
    ['ءتوراعاسى', 'توراعاسي'],
    ['ٴبىر', 'بىر'],
    ['کىتاپ', 'كىتاپ'],
    ['مكتبه\u200cلر', 'مكتبەلر'],
    ['گازيته', 'گازيتە'],
    ['أمة', 'امه'],
    ['ئۇيغۇر', 'ۇيغۇر'],
    ['١٩١٣', '1913'],
    ['۱۹۱۳', '1913'],
    ["об'явление", 'обявление'],
    ['газе\u00adта', 'газета'],
  ])('%s and %s', (one, other) => {
    expect(foldWord(one)).toBe(foldWord(other));
    expect(foldWord(one)).not.toBe('');
  });
});

describe('one key for one word', () => {
  test.each([
    ['qazaq', 'Қазақ', 'Qazaq', 'قازاق', 'قـازاق', 'ﻗﺎﺯﺍﻕ', 'Qazaq’'],
    ['bokeihan', 'Бөкейхан', 'Bökeihan', "Bo'kei'han", 'Bókeıhan', 'Bökeyxan', 'بوكەيحان', 'بوكەيخان'],
    ['bokeihanov', 'Бөкейханов', 'بوكەيحانوۆ', 'بوكەيحانوف', 'Bökeikhanoff'],
    ['bukeihanov', 'Букейхановъ', 'Букейханов', 'Bukeikhanov', 'Bukejkhanov'],
    [
      'baitursinuli',
      'Байтұрсынұлы',
      'Baitūrsynūly',
      "Bai'tursynuly",
      'Baıtursynuly',
      'بايتۇرسىنۇلى',
      'Bajtursynuly',
    ],
    ['valihanov', 'Уәлиханов', 'Валихановъ', 'Walikhanov', 'ۋاليحانوۆ'],
    ['šoqan', 'Шоқан', 'Shoqan', 'Şoqan', "S'oqan", 'شوقان'],
    ['ğalim', 'ғалым', 'ğalym', 'ǵalym', "g'alym", 'ġalım', 'ghalym', 'عالىم', 'غالىم'],
    ['žaŋğiru', 'жаңғыру', 'jañğyru', "jan'g'yry'", 'zhangghyrū', 'žaŋġıru', 'جاڭعىرۋ'],
    ['bir', 'бір', 'ءبىر', 'ٴبىر', 'بىر', 'بیر'],
    ['ui', 'үй', 'ءۇي', 'ٷي', 'üi', 'üy', "u'i'"],
    ['oral', 'Орал', 'ورال', 'اورال'],
    ['aqša', 'ақша', 'اقشا', 'aqsha', 'aqşa'],
    ['rosiskogo', 'Россійскаго', 'Российского', 'РОССІЙСКАГО'],
    ['ruskie', 'русскія', 'русские'],
    ['dalneišego', 'дальнѣйшаго', 'дальнейшего'],
    ['besporiadki', 'безпорядки', 'беспорядки'],
    ['isledovanie', 'изслѣдованіе', 'исследование', 'изслѣдованія'],
    ['raskaz', 'разсказъ', 'рассказ'],
    ['oni', 'онѣ', 'они'],
    ['odnim', 'однѣмъ', 'одним'],
    ['ee', 'ея', 'её'],
    ['čerez', 'чрезъ', 'через'],
  ])('%s', (key, ...spellings) => {
    expect(spellings.filter((spelling) => foldWord(spelling) !== key)).toEqual([]);
  });
});

describe('words that stay apart', () => {
  test.each([
    ['қазақ', 'казак'],
    ['қол', 'көл'],
    ['тоғыз', 'токыз'],
    ['ھەم', 'ەەم'],
    ['жеті', 'жетті'],
    ['цвет', 'свет'],
    ['прощу', 'прошу'],
    ['1911', '191'],
    ['Ф', 'В'],
    ['расцвет', 'рассвет'],
  ])('%s and %s', (one, other) => {
    expect(foldWord(one)).not.toBe(foldWord(other));
  });

  test('a sign without a sound can be searched for where it stands alone', () => {
    expect(foldWord('ъ')).toBe('ъ');
    expect(foldWord('объемъ')).toBe('obem');
  });
});

describe('over any string', () => {
  const letters = Array.from('бъеёѣіїиһхەهھة\u200cىيیئءأ\u0640\u064e\u0301Қ١a1ﻼİΣ\u0674\u1100\u1161');
  const anyWord = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((chosen) => chosen.join('')),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((u) => String.fromCharCode(...u)),
  );

  test('a key holds letters and digits only, and is its own key', () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        const key = foldWord(word);
        expect(key).toMatch(/^[\p{L}\p{N}]*$/u);
        expect(foldWord(key)).toBe(key);
      }),
      { numRuns: 20_000 },
    );
  });

  test.each([
    ['aj', 'a\u00adj'],
    ['اۇ', 'ا\u200dۇ'],
    ['اۇل', 'اـۇل'],
  ])('%s has the key of its neighbours, also where something unseen stands between them', (word, parted) => {
    expect(foldWord(parted)).toBe(foldWord(word));
  });

  test('case, marks, tatweel and joiners change nothing', () => {
    const plain = fc.array(fc.constantFrom(...Array.from('абәғқңөұүһѣіѳщцэюяabcghjksxyzابتجىيكگەۋۇوحق')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(plain, fc.constantFrom('\u0640', '\u064b', '\u200d', '\u00ad'), (chosen, invisible) => {
        const word = chosen.join('');
        expect(foldWord(word.toUpperCase())).toBe(foldWord(word));
        expect(foldWord(chosen.join(/[a-z]/.test(word) ? '\u00ad' : invisible))).toBe(foldWord(word));
      }),
    );
  });

  test('a word in NFD has the key of the word in NFC', () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        expect(foldWord(word.normalize('NFD'))).toBe(foldWord(word.normalize('NFC')));
      }),
      { numRuns: 2_000 },
    );
  });
});
