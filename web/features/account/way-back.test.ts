import { describe, expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

describe('the way back after signing in', () => {
  it('leads to the view one came from', () => {
    expect(wayBack({ back: '/pages/1?line=2' })).toBe('/pages/1?line=2');
  });

  it('never leads to another site or back to signing in', () => {
    for (const back of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/sign-in',
      '',
    ]) {
      expect(wayBack({ back })).toBe('/');
    }
    expect(wayBack({})).toBe('/');
  });
});
