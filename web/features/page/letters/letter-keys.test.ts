import { describe, expect, test } from 'vitest';
import { actionOf } from './letter-keys.ts';

const NOTHING = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const alt = (key: string, code: string, shiftKey = false) => ({
  ...NOTHING,
  altKey: true,
  key,
  code,
  shiftKey,
});

describe('shortcuts for letters', () => {
  test('Alt with a letter gives its neighbour in the writing of the page', () => {
    expect(actionOf(alt('у', 'KeyE'), 'kk-Cyrl')).toMatchObject({ letters: ['ұ', 'ү'] });
    expect(actionOf(alt('Е', 'KeyT', true), 'ru-petr1708')).toMatchObject({ letters: ['Ѣ'] });
    expect(actionOf(alt('ن', 'KeyK'), 'kk-Arab')).toMatchObject({ letters: ['ڭ'] });
  });

  test('a command is at its place in any layout that has no letter to give there, and at F2 and F4 always', () => {
    expect(actionOf(alt('k', 'KeyK'), 'kk-Cyrl')).toEqual({ kind: 'command', command: 'keys' });
    expect(actionOf(alt('л', 'KeyK'), 'kk-Cyrl')).toEqual({ kind: 'command', command: 'keys' });
    expect(actionOf(alt('е', 'KeyT'), 'kk-Cyrl')).toEqual({ kind: 'command', command: 'transliteration' });
    expect(actionOf({ ...NOTHING, key: 'F2', code: 'F2' }, 'kk-Arab')).toEqual({
      kind: 'command',
      command: 'keys',
    });
  });

  test('marks are at the same keys in Latin, Russian and Arabic layouts', () => {
    for (const key of ['/', '.', 'ظ']) {
      for (const writing of ['kk-Arab', 'kk-Arab-old', 'kk-Cyrl', 'ru-petr1708'] as const) {
        expect(actionOf(alt(key, 'Slash'), writing)).toEqual({ kind: 'mark', tool: 'unclear' });
      }
    }
    for (const key of ['.', 'ю', 'ز']) {
      expect(actionOf(alt(key, 'Period'), 'kk-Arab-old')).toEqual({ kind: 'mark', tool: 'gap' });
    }
  });

  test('what the browser or the desk does with Ctrl, and plain typing, stay as they are', () => {
    expect(actionOf({ ...alt('k', 'KeyK'), ctrlKey: true }, 'kk-Cyrl')).toBeNull();
    expect(actionOf({ ...NOTHING, key: 'у', code: 'KeyE' }, 'kk-Cyrl')).toBeNull();
    expect(actionOf(alt('Enter', 'Enter'), 'kk-Cyrl')).toBeNull();
  });
});
