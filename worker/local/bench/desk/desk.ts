/**
 * The page view with 600 lines in real Chromium: from a key press to the frame that shows its letter (see `trace.ts`),
 * and from the address to the lines.
 *
 * To paint is until the page has painted the frame, to screen until the frame is shown. A screen of 60 Hz shows a frame
 * every 16.7 ms, and a key waits for the next one: of keys that come at any moment the 95th percentile waits 15.8 ms
 * for the screen alone. So it is measured on such a screen and on one that shows a frame as soon as it is ready; the
 * second holds everything but that wait. A bare page with one field, in the same run, tells what of it is Chromium's.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type CDPSession, type Page as Window, chromium } from 'playwright-core';
import { findChromium } from '../../chromium.ts';
import { quantile, type Row } from '../row.ts';
import { LINES, type LargePage, startWithLargePage } from './large-page.ts';
import { openWindow } from './open-window.ts';
import { CATEGORIES, type Press, pressesToScreen } from './trace.ts';

const PRESSES = 150;
/**
 * Presses before those that are measured. For a second after a page was opened Chromium shows frames every 16.7 ms even
 * where it need wait for nothing; and the page's scripts are compiled.
 */
const PRESSES_BEFORE = 50;
const OPENINGS = 7;
/** No frame of a 60 Hz screen is missed. */
const TARGET_PRESS_MS = 16;
const TARGET_OPEN_MS = 1000;
const WHAT = `Page of ${LINES} lines with the OCR layer`;

export async function benchDesk(): Promise<Row[]> {
  const page = await startWithLargePage();
  try {
    return [
      ...(await inBrowser([], page, 'screen of 60 Hz', true)),
      ...(await inBrowser(
        ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
        page,
        'screen that waits for nothing',
      )),
    ];
  } finally {
    await page.stop();
  }
}

async function inBrowser(args: string[], page: LargePage, screen: string, opening = false): Promise<Row[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', ...args],
  });
  try {
    const window = await openWindow(browser, page.service);
    await timeToLines(window, page.address);
    const rows = opening ? await openings(window, page.address) : [];
    await window.locator('.scan-host[data-state="open"]').waitFor();
    const presses = await measurePresses(browser, window);
    rows.push(...rowsOf(`${WHAT}, ${screen}`, presses));
    await window.keyboard.press('Alt+s');
    await window.locator('.row-strip').first().waitFor();
    rows.push(...rowsOf(`${WHAT} and strips of the scan, ${screen}`, await measurePresses(browser, window)));
    rows.push(...(await bareRows(browser, screen, presses)));
    return rows;
  } finally {
    await browser.close();
  }
}

function rowsOf(what: string, presses: readonly Press[]): Row[] {
  const over = `95th percentile of ${presses.length}`;
  const shown = presses.map((press) => press.shown);
  const painted = presses.map((press) => press.painted);
  const work = presses.map((press) => press.work);
  return [
    {
      name: `${what}: key press to paint, ${over}`,
      value: quantile(painted, 0.95),
      unit: 'ms',
      ...(what.startsWith(WHAT) && { target: TARGET_PRESS_MS }),
    },
    { name: `${what}: key press to paint, median`, value: quantile(painted, 0.5), unit: 'ms' },
    { name: `${what}: key press to screen, ${over}`, value: quantile(shown, 0.95), unit: 'ms' },
    { name: `${what}: key press to screen, median`, value: quantile(shown, 0.5), unit: 'ms' },
    {
      name: `${what}: main thread at work for a key press, ${over}`,
      value: quantile(work, 0.95),
      unit: 'ms',
    },
  ];
}

/** What Chromium needs for a field on a page that holds nothing else, and how much more the page view needs. */
async function bareRows(browser: Browser, screen: string, presses: readonly Press[]): Promise<Row[]> {
  const window = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await window.setContent('<!doctype html><div class="lines"><textarea>Строка</textarea></div>');
  const bare = await measurePresses(browser, window, 0);
  const [own, least] = [presses, bare].map((each) =>
    quantile(
      each.map(({ shown }) => shown),
      0.95,
    ),
  );
  return [
    ...rowsOf(`Bare page with one field, ${screen}`, bare),
    {
      name: `${WHAT}, ${screen}: key press to screen, 95th percentile, over that of the bare page`,
      value: own! / least!,
      unit: '×',
    },
  ];
}

async function openings(window: Window, address: string): Promise<Row[]> {
  const first: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < OPENINGS; round++) {
    const times = await timeToLines(window, address);
    first.push(times.first);
    all.push(times.all);
  }
  const over = `median of ${OPENINGS}`;
  return [
    {
      name: `${WHAT}: opened from warm cache, until the lines in view are shown and take keys, ${over}`,
      value: quantile(first, 0.5),
      unit: 'ms',
      target: TARGET_OPEN_MS,
    },
    {
      name: `${WHAT}: opened from warm cache, until all lines are there, ${over}`,
      value: quantile(all, 0.5),
      unit: 'ms',
      target: TARGET_OPEN_MS,
    },
  ];
}

/** Milliseconds from the start of the navigation until a window full of lines, and all of them, are painted. */
async function timeToLines(window: Window, address: string): Promise<{ first: number; all: number }> {
  await window.goto(address, { waitUntil: 'commit' });
  return window.evaluate(async (lines) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const until = async (done: () => boolean) => {
      while (!done()) await frame();
      await frame();
      return performance.now();
    };
    const fields = document.getElementsByTagName('textarea');
    // As many as the list has room for.
    const full = () => (fields[0]?.closest('.text-scroll')?.clientHeight ?? Number.POSITIVE_INFINITY) / 30;
    const first = await until(() => fields.length >= Math.min(full(), lines));
    return { first, all: await until(() => fields.length >= lines) };
  }, LINES);
}

/** What is typed: words of the page's own letters, as a volunteer types them. */
const TYPED = 'и въ степи было тихо ';

/** A press of a key that is on no English keyboard. */
async function pressLetter(devtools: CDPSession, letter: string): Promise<void> {
  const key = { key: letter, text: letter, unmodifiedText: letter };
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
}

async function pressLetters(devtools: CDPSession, count: number): Promise<void> {
  for (let press = 0; press < count; press++) {
    await pressLetter(devtools, TYPED[press % TYPED.length]!);
    // People do not type in step with the screen.
    await wait(20 + (press % 7) * 5);
  }
}

async function measurePresses(browser: Browser, window: Window, line = LINES / 2): Promise<Press[]> {
  await window.locator('.lines textarea').nth(line).focus();
  await window.keyboard.press('End');
  // What opening has still to do is no part of typing.
  await window.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
  const devtools = await window.context().newCDPSession(window);
  await pressLetters(devtools, PRESSES_BEFORE);
  await browser.startTracing(window, { categories: CATEGORIES });
  await pressLetters(devtools, PRESSES);
  return pressesToScreen(JSON.parse((await browser.stopTracing()).toString()) as never);
}
