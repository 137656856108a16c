import { describe, expect, it } from 'vitest';
import { actionOf } from './queue-keys.ts';

const press = (code: string, key: string, shiftKey = false) => ({ code, key, shiftKey });

describe('the keys of the queue', () => {
  it('count by their place, so that a Kazakh or Russian layout does not matter', () => {
    expect(actionOf(press('KeyA', 'ф'), false)).toEqual({ do: 'decide', decision: 'approve', all: false });
    expect(actionOf(press('KeyR', 'К', true), false)).toEqual({
      do: 'decide',
      decision: 'reject',
      all: true,
    });
    expect(actionOf(press('KeyJ', 'о'), false)).toEqual({ do: 'next', extend: false });
  });

  it('leave arrows, space and Enter to the control that has the focus', () => {
    expect(actionOf(press('Space', ' '), true)).toEqual({ do: 'select' });
    expect(actionOf(press('Space', ' '), false)).toBeNull();
    expect(actionOf(press('Enter', 'Enter'), false)).toBeNull();
    expect(actionOf(press('ArrowDown', 'ArrowDown', true), true)).toEqual({ do: 'next', extend: true });
  });

  it('show the help wherever a layout has its question mark', () => {
    expect(actionOf(press('Slash', '?', true), false)).toEqual({ do: 'help' });
    expect(actionOf(press('Digit7', '?', true), false)).toEqual({ do: 'help' });
    expect(actionOf(press('KeyQ', 'q'), true)).toBeNull();
  });
});
