import { signal } from '@preact/signals';
import { describe, expect, test, vi } from 'vitest';
import { AS_SCANNED, type Look } from './look.ts';
import { onScanKey, onTypingKey } from './scan-keys.ts';

function scan() {
  const view = { zoomBy: vi.fn(), home: vi.fn(), fit: vi.fn(), panBy: vi.fn() };
  const look = signal<Look>(AS_SCANNED);
  const settings = { look, turn: signal(0), zoom: signal(null), filter: signal('none') };
  const key = (code: string, more: Partial<KeyboardEvent> = {}) => ({
    code,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });
  const press = (code: string, more?: Partial<KeyboardEvent>) =>
    onScanKey(key(code, more), view, [0, 0, 10, 10], settings);
  return { view, settings, press, key };
}

describe('keys on the scan', () => {
  test('light, turn and inverting by key, and all of it taken back by one', () => {
    const { settings, press } = scan();
    press('KeyB');
    press('KeyC', { shiftKey: true });
    press('KeyI');
    press('KeyR');
    press('Period');
    expect(settings.look.value).toEqual({ brightness: 110, contrast: 90, invert: true });
    expect(settings.turn.value).toBe(90.5);
    press('Backspace');
    expect(settings.look.value).toEqual(AS_SCANNED);
    expect(settings.turn.value).toBe(0);
  });

  test('arrows move the view, and keys of the browser are left to it', () => {
    const { view, press } = scan();
    expect(press('ArrowLeft')).toBe(true);
    expect(view.panBy).toHaveBeenCalledWith(-0.2, 0);
    expect(press('KeyR', { ctrlKey: true })).toBe(false);
    expect(press('Tab')).toBe(false);
  });

  test('while typing, only with Alt, and only what zooms', () => {
    const { view, key } = scan();
    expect(onTypingKey(key('PageUp'), view, null)).toBe(false);
    expect(onTypingKey(key('KeyR', { altKey: true }), view, null)).toBe(false);
    expect(onTypingKey(key('PageUp', { altKey: true }), view, null)).toBe(true);
    expect(view.zoomBy).toHaveBeenCalledWith(1.5);
  });
});
