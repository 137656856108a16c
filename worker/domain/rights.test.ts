import { expect, test } from 'vitest';
import { allowsTraining } from './rights.ts';

test.each(['public domain', 'Public Domain Mark 1.0', 'PD', 'CC0-1.0', 'CC0', 'CC-BY-4.0', 'CC BY-SA 4.0'])(
  '%s allows training',
  (licence) => expect(allowsTraining({ licence })).toBe(true),
);

test.each(['CC-BY-NC-4.0', 'CC BY-ND 4.0', 'cc-by-nc-sa', 'all rights reserved', 'unknown', 'podcast', ''])(
  '%s does not',
  (licence) => expect(allowsTraining({ licence })).toBe(false),
);

test('without a licence its address says it, and without either nothing is allowed', () => {
  expect(allowsTraining({ uri: 'https://creativecommons.org/publicdomain/mark/1.0/' })).toBe(true);
  expect(allowsTraining({ uri: 'https://creativecommons.org/licenses/by-sa/4.0/' })).toBe(true);
  expect(allowsTraining({ uri: 'https://creativecommons.org/licenses/by-nc/4.0/' })).toBe(false);
  expect(
    allowsTraining({ licence: 'reserved', uri: 'https://creativecommons.org/publicdomain/zero/1.0/' }),
  ).toBe(false);
  expect(allowsTraining({})).toBe(false);
});
