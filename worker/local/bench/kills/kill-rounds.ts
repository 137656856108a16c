/** Kills the browser of somebody who types, again and again, and looks each time at what is left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page as Window } from 'playwright-core';
import { judge, keysToPress, type PressedKey, type Verdict } from './keys.ts';
import { startOnProfile } from './killed-browser.ts';

export interface KillOptions {
  /** The page on which is typed. */
  address: string;
  cookies: Parameters<BrowserContext['addCookies']>[0];
  /** How many lines the page has. */
  lines: number;
  kills: number;
  /** From 0 to 1. */
  random: () => number;
  /** Told after each kill. */
  onKill?: (verdict: Verdict, kill: number) => void;
}

/** Milliseconds from the first key to the kill. */
const SHORTEST = 300;
const LONGEST = 2500;
const PATIENCE_MS = 180_000;

/**
 * One verdict for each kill. The browser is started again on the same profile each time, and the typing goes on with
 * what is left.
 * @throws where a text is found that was never there
 */
export async function killWhileTyping(options: KillOptions): Promise<Verdict[]> {
  const profile = mkdtempSync(join(tmpdir(), 'qalam-profile-'));
  const verdicts: Verdict[] = [];
  let before: string[] | null = null;
  let keys: PressedKey[] = [];
  let killedAt = 0;
  try {
    for (let kill = 0; ; kill++) {
      const browser = await startOnProfile(profile);
      try {
        await browser.context.addCookies(options.cookies);
        const window = await browser.context.newPage();
        // A busy machine is slow, which is no fault of the page.
        window.setDefaultTimeout(PATIENCE_MS);
        const found = await readLines(window, options);
        if (before) {
          const verdict = judge(before, keys, found, killedAt);
          verdicts.push(verdict);
          options.onKill?.(verdict, verdicts.length);
        }
        before = found;
        if (kill === options.kills) return verdicts;
        const after = SHORTEST + options.random() * (LONGEST - SHORTEST);
        let killed = Promise.resolve(0);
        keys = await typeUntilGone(window, options, () => {
          killed = wait(after).then(() => browser.kill());
        });
        killedAt = await killed;
      } finally {
        browser.kill();
        await browser.gone();
      }
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function readLines(window: Window, { address, lines }: KillOptions): Promise<string[]> {
  await window.goto(address);
  const fields = window.locator('.lines textarea');
  await window.waitForFunction(
    (count) => document.querySelectorAll('.lines textarea').length === count,
    lines,
  );
  return fields.evaluateAll((all) => all.map((field) => (field as HTMLTextAreaElement).value));
}

/** Presses keys as fast as a quick typist until the browser answers no more; answers what was pressed, and when. */
async function typeUntilGone(
  window: Window,
  { lines, random }: KillOptions,
  onFirst: () => void,
): Promise<PressedKey[]> {
  const pressed: PressedKey[] = [];
  let inHand = -1;
  try {
    for (const key of keysToPress(lines, random)) {
      if (key.line !== inHand) {
        await window
          .locator('.lines textarea')
          .nth(key.line)
          .evaluate((field: HTMLTextAreaElement) => {
            field.focus();
            field.setSelectionRange(field.value.length, field.value.length);
          });
        inHand = key.line;
      }
      if (pressed.length === 0) onFirst();
      pressed.push({ ...key, at: performance.now() });
      if (key.what === 'erase') await window.keyboard.press('Backspace');
      else await window.keyboard.insertText(key.letter);
      await wait(20 + random() * 100);
    }
  } catch {
    // Its processes are gone.
  }
  return pressed;
}
