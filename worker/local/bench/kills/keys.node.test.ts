import { describe, expect, test } from 'vitest';
import { afterKeys, judge, keysToPress, type PressedKey } from './keys.ts';

const pressed = (letters: string, line = 0): PressedKey[] =>
  Array.from(letters, (letter, index) => ({ line, letter, what: 'letter', at: index * 100 }));

describe('what is left after a kill', () => {
  test('is all of it, or all but the end', () => {
    const keys = pressed('абвгд');
    expect(judge(['-'], keys, ['-абвгд'], 450)).toEqual({ kept: 5, lost: 0 });
    expect(judge(['-'], keys, ['-абв'], 450)).toEqual({ kept: 3, lost: 150 });
    expect(judge(['-'], keys, ['-'], 450)).toEqual({ kept: 0, lost: 450 });
  });

  test('is no other text, and in no other order', () => {
    const keys = [...pressed('аб'), ...pressed('в', 1)];
    expect(() => judge(['', ''], keys, ['а', 'в'], 500)).toThrow('never');
    expect(() => judge(['', ''], keys, ['ба', ''], 500)).toThrow('never');
    expect(() => judge(['', ''], keys, ['аб'], 500)).toThrow('never');
  });

  test('counts what was typed and taken back as kept where nothing tells the difference', () => {
    const keys: PressedKey[] = [...pressed('аб'), { line: 0, letter: '', what: 'erase', at: 300 }];
    expect(judge([''], keys, ['а'], 350)).toEqual({ kept: 3, lost: 0 });
  });
});

test('the keys go to several lines and never below what a line had', () => {
  let seed = 1;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const keys = keysToPress(6, random);
  const some = Array.from({ length: 500 }, () => keys.next().value!);
  expect(new Set(some.map(({ line }) => line)).size).toBeGreaterThan(2);
  for (const text of afterKeys(Array<string>(6).fill('base'), some)) expect(text).toMatch(/^base/);
});
