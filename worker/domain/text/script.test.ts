import { expect, test } from 'vitest';
import { directionOf, directionOnPage, scriptOf } from './script.ts';

test.each([
  ['قازاق', 'Arab', 'rtl'],
  ['№ 5. قازاق گازەتى (Казакъ)', 'Arab', 'rtl'],
  ['ﻗﺎﺯﺍﻕ', 'Arab', 'rtl'],
  ['Қазақ газеті', 'Cyrl', 'ltr'],
  ['Россійская «Qazaq»', 'Cyrl', 'ltr'],
  ['Qazaq gazeti, № 5', 'Latn', 'ltr'],
  ['1913', 'Zyyy', 'ltr'],
  ['١٩١٣', 'Zyyy', 'rtl'],
  ['— * —', 'Zyyy', 'ltr'],
  ['', 'Zyyy', 'ltr'],
])('%s is in %s and runs %s', (text, script, direction) => {
  expect(scriptOf(text)).toBe(script);
  expect(directionOf(text)).toBe(direction);
});

test.each([
  ['قازاق', 'ltr', 'rtl'],
  ['Казакъ', 'rtl', 'ltr'],
  ['— * —', 'rtl', 'rtl'],
  ['1913', 'rtl', 'rtl'],
  ['', 'ltr', 'ltr'],
] as const)('%s on a page that runs %s runs %s', (text, page, direction) => {
  expect(directionOnPage(text, page)).toBe(direction);
});

test('the first script wins a tie', () => {
  expect(scriptOf('аб ab')).toBe('Cyrl');
  expect(scriptOf('ab аб')).toBe('Latn');
});
