/** A line of a column read in real Chromium by its own Tesseract: from the key to the text. */
import { type Page as Window, chromium } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { startWithPage } from './desk/large-page.ts';
import { openWindow } from './desk/open-window.ts';
import { quantile, type Row } from './row.ts';

const LINES = 10;
/** Once the model is loaded. */
const TARGET_MS = 1000;

export async function benchReread(): Promise<Row[]> {
  const page = await startWithPage();
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const window = await openWindow(browser, page.service);
    await window.goto(page.address);
    await window.locator('.scan-host[data-state="open"]').waitFor();
    const first = await millisecondsToRead(window, 0);
    const times: number[] = [];
    for (let line = 1; line <= LINES; line++) times.push(await millisecondsToRead(window, line));
    const name = 'A line of a column read in the browser';
    return [
      { name: `${name}, the first time: engine and model are fetched and started`, value: first, unit: 'ms' },
      { name: `${name}, median of ${LINES}`, value: quantile(times, 0.5), unit: 'ms', target: TARGET_MS },
      { name: `${name}, slowest of ${LINES}`, value: Math.max(...times), unit: 'ms', target: TARGET_MS },
    ];
  } finally {
    await browser.close();
    await page.stop();
  }
}

/** From the press of Enter until the text that was read is in the document. */
async function millisecondsToRead(window: Window, line: number): Promise<number> {
  await window.locator('.lines textarea').nth(line).focus();
  await window.keyboard.press('F9');
  await window.locator('.box-layer:focus').waitFor();
  const watch = await window.evaluateHandle(() => {
    const times = { pressed: 0, done: 0 };
    addEventListener('keydown', () => (times.pressed = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.region-outcome')) return;
      observer.disconnect();
      times.done = performance.now();
    });
    observer.observe(document, { childList: true, subtree: true });
    return times;
  });
  await window.keyboard.press('Enter');
  await window.waitForFunction((times) => times.done > 0, watch);
  const milliseconds = await watch.evaluate(({ pressed, done }) => done - pressed);
  await window.getByRole('button', { name: 'Done', exact: true }).click();
  await window.locator('.region-outcome').waitFor({ state: 'detached' });
  return milliseconds;
}
