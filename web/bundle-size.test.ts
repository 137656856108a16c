import { describe, expect, it } from 'vitest';
import { buildWeb, measureBundle } from './build.ts';

const KIB = 1024;

describe('the web build', () => {
  it('loads at most 60 KiB of JavaScript and 20 KiB of CSS for the page view, before the viewer', async () => {
    await buildWeb({ quiet: true });
    const { js, css } = await measureBundle();
    expect(js).toBeGreaterThan(10 * KIB);
    expect(js).toBeLessThanOrEqual(60 * KIB);
    expect(css).toBeLessThanOrEqual(20 * KIB);
  }, 60_000);

  it('does nothing when nothing has changed', async () => {
    expect((await buildWeb({ quiet: true })).built).toBe(false);
  });
});
