import { expect, test } from 'vitest';
import { citation, fileName, textFile } from './cite.ts';

const cited = citation({
  publication: 'Қазақ',
  number: '№ 12',
  date: '5 (18) шілде 1917 ж.',
  page: '3-бет',
  permalink: 'https://qalam.example/pages/1',
});

test('a citation names publication, number, both dates, page and permalink', () => {
  expect(cited).toBe('Қазақ, № 12, 5 (18) шілде 1917 ж., 3-бет. https://qalam.example/pages/1');
});

test('the text file has the citation first, then the lines as printed', () => {
  expect(
    textFile(
      [
        { key: 'a', text: 'Алаш', box: null },
        { key: 'b', text: 'Орда', box: null },
      ],
      cited,
    ),
  ).toBe(`${cited}\n\nАлаш\nОрда\n`);
});

test('a file name has no sign that a system refuses', () => {
  expect(fileName('Қазақ: «газета»', '№ 12', '3')).toBe('Қазақ-газета-12-3.txt');
  expect(fileName('***')).toBe('page.txt');
});
