import { describe, expect, it } from 'vitest';
import { readEdtf } from './edtf.ts';

describe('a date that is being written', () => {
  it('is said back in words, in both styles where it is Julian', () => {
    expect(readEdtf('1917~', 'julian', 'en')).toEqual({ words: 'about 1917' });
    expect(readEdtf(' 1917-07-05 ', 'julian', 'ru')).toEqual({ words: '5 (18) июля 1917 г.' });
    expect(readEdtf('  ', 'julian', 'kk')).toBeNull();
  });

  it.each([
    ['1917-02-29', 'julian', 'ru', 'Такого дня нет: юлианский календарь.'],
    ['1917-13', 'gregorian', 'kk', /^Мұндай ай жоқ/],
    ['1920/1917', 'gregorian', 'ru', 'Промежуток кончается раньше, чем начинается.'],
    ['17', 'julian', 'kk', 'Жыл төрт цифрмен жазылады.'],
    ['5 июля', 'julian', 'ru', /^Это ещё не дата/],
    ['1917-02-29', 'julian', 'en', /29 February 1917 does not exist in the Julian calendar/],
  ] as const)('says of %s (%s) in %s what is wrong', (edtf, calendar, language, fault) => {
    expect(readEdtf(edtf, calendar, language)?.fault).toMatch(fault);
  });
});
