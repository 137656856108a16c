import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.ts';

// Makes what `vitest run` needs and a fresh checkout does not have: the built web UI (the Worker's
// static assets, and what the end-to-end tests look at), and Chromium.

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0;
}

function buildWeb(): void {
  mkdirSync(`${ROOT}web/dist`, { recursive: true });
  if (!existsSync(`${ROOT}web/build.ts`)) return;
  if (!run(process.execPath, 'web/build.ts')) fail('The web UI could not be built.');
}

function installChromium(): void {
  const canInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (canInstall) {
    console.log('No Chromium found: installing it with apt-get.');
    const installed =
      run('apt-get', 'update') && run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
    if (installed && findChromium()) return;
  }
  fail(
    'The end-to-end tests need Chromium and none was found. Install the package chromium ' +
      '(Debian/Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

buildWeb();
if (!findChromium()) installChromium();
