/** Chromium with its profile on disk, ended as a power cut would end it: all its processes at once, with no warning. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../../chromium.ts';

export interface KilledBrowser {
  context: BrowserContext;
  /** SIGKILL to every process; answers when it was sent, by `performance.now()`. */
  kill: () => number;
  /** Ends when no process is left. */
  gone: () => Promise<void>;
}

/** Starts Chromium on a profile; the same folder again is the same person's browser after a crash. */
export async function startOnProfile(profile: string): Promise<KilledBrowser> {
  rmSync(join(profile, 'DevToolsActivePort'), { force: true });
  const started = spawn(
    findChromium() ?? '/usr/bin/chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      '--window-size=1280,900',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own, so that one signal reaches all of it.
    { detached: true, stdio: 'ignore' },
  );
  const port = await portOf(profile, started);
  let browser: Browser;
  try {
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  } catch (error) {
    killGroup(started);
    throw error;
  }
  const context = browser.contexts()[0] ?? (await browser.newContext());
  return {
    context,
    kill() {
      const at = performance.now();
      killGroup(started);
      return at;
    },
    async gone() {
      const until = Date.now() + 20_000;
      while (processesOf(profile).length > 0) {
        if (Date.now() > until) throw new Error('Chromium does not end');
        for (const pid of processesOf(profile)) process.kill(pid, 'SIGKILL');
        await wait(20);
      }
      await browser.close().catch(() => undefined);
    },
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid !== undefined) process.kill(-pid, 'SIGKILL');
}

async function portOf(profile: string, started: ChildProcess): Promise<number> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (started.exitCode !== null) throw new Error(`Chromium ended with ${started.exitCode}`);
    try {
      const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      if (port) return Number(port);
    } catch {
      // Not written yet.
    }
    await wait(20);
  }
  throw new Error('Chromium did not start');
}

/** Processes that were started on this profile and still live. */
function processesOf(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
      } catch {
        return false; // It ended meanwhile.
      }
    });
}
