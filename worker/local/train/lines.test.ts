import { expect, it } from 'vitest';
import { cutLine } from './cut-line.ts';
import { oldKazakh } from './old-kazakh.ts';
import { oldRussian } from './old-russian.ts';
import { chance } from './random.ts';

it('makes the same choices from the same seed and others from another', () => {
  const draw = (seed: number) => {
    const by = chance(seed);
    return Array.from({ length: 20 }, () => by.between(1, 100));
  };
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5)).not.toEqual(draw(6));
  expect(Math.min(...draw(5))).toBeGreaterThanOrEqual(1);
  expect(Math.max(...draw(5))).toBeLessThanOrEqual(100);
});

it.each([
  ['человек', 'человѣкъ'],
  ['Федор', 'Ѳедоръ'],
  ['ЛЕС', 'ЛѢСЪ'],
  ['сосед', 'сосѣдъ'],
  ['Россия', 'Россія'],
  ['стол', 'столъ'],
  ['Windows', 'Windows'],
])('spells Russian as before 1918: %s as %s', (modern, old) => {
  expect(oldRussian(modern, chance(1))).toBe(old);
});

it('spells Kazakh as before 1912 in letters that there were then, in more than one way', () => {
  const spelt = new Set(
    Array.from({ length: 40 }, (_, seed) => oldKazakh('ءۇش حات سەمەيگە كەلدى', chance(seed))),
  );
  expect(spelt.size).toBeGreaterThan(5);
  for (const text of spelt) expect(text).toMatch(/^[\u0621-\u06d5 ]+$/);
});

it('cuts lines at words, divides only where it is let, and never gives an empty line', () => {
  const words = 'бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші'.split(' ');
  for (let seed = 0; seed < 200; seed++) {
    const line = cutLine(words, chance(seed), { divide: false });
    expect(line.length).toBeGreaterThan(0);
    expect(line.length).toBeLessThanOrEqual(62);
    if (line.includes(' ')) expect(words).toContain(line.split(' ').at(-1));
    const divided = cutLine(words, chance(seed), { divide: true });
    if (divided.endsWith('-')) expect(words.join(' ')).toContain(divided.slice(0, -1));
  }
});
