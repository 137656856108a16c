import { expect, it } from 'vitest';
import { tidyReading } from './tidy-reading.ts';

it('brings the three forms of ә together, drops invisible marks, and changes nothing else', () => {
  expect(tidyReading('əлем ӛлең Əлия ә\u200f')).toBe('әлем әлең Әлия ә');
  expect(tidyReading('нѣтъ ѳ ٴ ىي')).toBe('нѣтъ ѳ ٴ ىي');
});
