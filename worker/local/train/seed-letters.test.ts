import { expect, it } from 'vitest';
import { seedLetters } from './seed-letters.ts';

const COLUMNS = 3;

/** What stands of the last layer in a network file: rows of weights with the bias last. */
function network(rows: number[][]): Buffer {
  const head = Buffer.from([...Buffer.from('…Output'), 128 | 4]);
  const size = Buffer.alloc(16);
  size.writeUInt32LE(rows.length, 0);
  size.writeUInt32LE(COLUMNS, 4);
  const weights = Buffer.alloc(rows.length * COLUMNS * 8);
  for (const [at, value] of rows.flat().entries()) weights.writeDoubleLE(value, at * 8);
  return Buffer.concat([head, size, weights, Buffer.from('tail')]);
}

const LETTERS = ['о', 'ӧ', '№'];
const ROWS = [
  [40, -20, 3],
  [0.1, 0.2, 0.3],
  [5, 6, 7],
];

it('begins a new letter as one that looks like it, a little less likely, and leaves all else', () => {
  const seeded = seedLetters(network(ROWS), LETTERS, (letter) => letter !== 'ӧ');
  expect(Buffer.from(seeded)).toEqual(network([ROWS[0]!, [40, -20, 2.5], ROWS[2]!]));
});

it('leaves a letter that the network knows', () => {
  expect(Buffer.from(seedLetters(network(ROWS), LETTERS, () => true))).toEqual(network(ROWS));
});

it('refuses a network of integers or of another alphabet', () => {
  const integers = network(ROWS);
  integers[integers.indexOf('Output') + 6] = 128 | 1;
  expect(() => seedLetters(integers, LETTERS, () => true)).toThrow('floating point');
  expect(() => seedLetters(network(ROWS), ['о'], () => true)).toThrow('3 outputs and the alphabet 1 letters');
});
