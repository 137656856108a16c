import { expect, it } from 'vitest';
import { tidyReading } from './tidy-reading.ts';

it('writes a word in the script that some of its letters leave no doubt of', () => {
  expect(tidyReading('Xарактеризуя oбщее')).toBe('Характеризуя общее');
  expect(tidyReading('Рaris')).toBe('Paris');
  // Nothing tells here, or both tell, or a Roman number has its ending.
  for (const text of ['сор', 'XXго', 'жuж', 'XIX вѣкъ']) expect(tidyReading(text)).toBe(text);
});

it('brings the three forms of ә together, drops invisible marks, and changes nothing else', () => {
  expect(tidyReading('əлем ӛлең Əлия ә\u200f')).toBe('әлем әлең Әлия ә');
  expect(tidyReading('нѣтъ ѳ ٴ ىي')).toBe('нѣтъ ѳ ٴ ىي');
});
