import { Buffer } from 'node:buffer';
import { HranaError } from './errors.ts';

/**
 * A value as SQLite knows it. Integers are bigint throughout, because the native module would
 * store a JavaScript number as REAL.
 */
export type SqlValue = null | bigint | number | string | Uint8Array;

/** A value as Hrana's JSON encoding carries it. */
export type WireValue =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: number }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string };

const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 63n - 1n;

/** Reads a decimal 64-bit integer; undefined when the text is not one. */
export function parseInteger(text: string): bigint | undefined {
  if (!/^[+-]?\d{1,40}$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return value >= MIN_INTEGER && value <= MAX_INTEGER ? value : undefined;
}

/** Reads base64 with or without padding; undefined when the text is not base64. */
export function parseBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/={0,2}$/, '');
  if (digits.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(digits)) return undefined;
  return Buffer.from(digits, 'base64');
}

/** Writes a value read from SQLite. @throws HranaError for what JSON cannot carry. */
export function toWireValue(value: unknown): WireValue {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'string') return { type: 'text', value };
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      throw new HranaError('INTERNAL_ERROR', 'an infinite number cannot be carried in JSON');
    }
    return { type: 'float', value };
  }
  if (value instanceof Uint8Array) {
    const base64 = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
    return { type: 'blob', base64: base64.replace(/=+$/, '') };
  }
  throw new HranaError('INTERNAL_ERROR', `unexpected ${typeof value} in a row`);
}
