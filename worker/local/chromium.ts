import { existsSync } from 'node:fs';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium or Chrome is: CHROMIUM_PATH when set, else one of the usual places. */
export function findChromium(): string | undefined {
  const asked = process.env['CHROMIUM_PATH'];
  return (asked ? [asked] : USUAL_PLACES).find((path) => existsSync(path));
}
