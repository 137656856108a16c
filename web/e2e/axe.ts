/** axe in a page: what it objects to, as text. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What hangs on the colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export interface AxeOptions {
  /** True asks only what hangs on the colours: for a view that was looked at in the other ones, and is else the same. */
  coloursOnly?: boolean;
  /**
   * False leaves out the contrast of colours, which takes as long as all other rules together: for a view that
   * was looked at in the same colours before, in another language or at another width.
   */
  contrast?: boolean;
}

/** Fails with a readable list where axe finds a violation of WCAG 2.2 AA or of its best practices. */
export async function expectAccessible(page: Page, where: string, options: AxeOptions = {}): Promise<void> {
  await page.evaluate(endTransitions);
  // Once for each document; there are no frames here.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const runOnly = options.coloursOnly
    ? { type: 'rule' as const, values: COLOUR_RULES }
    : { type: 'tag' as const, values: TAGS };
  const found = await page.evaluate(findViolations, { runOnly, contrast: options.contrast ?? true });
  if (found.length > 0) throw new Error(`axe on ${where}:\n${found.join('\n')}`);
}

/** Runs in the page. Media are not fetched beforehand: there is no sound and no film. */
async function findViolations(options: { runOnly: axe.RunOnly; contrast: boolean }): Promise<string[]> {
  const { axe: inPage } = window as unknown as { axe: typeof axe };
  const { violations } = await inPage.run(document, {
    runOnly: options.runOnly,
    rules: { 'color-contrast': { enabled: options.contrast } },
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.map((one) => {
    const nodes = one.nodes
      .slice(0, 4)
      .map((node) => `    ${node.target.join(' ')}: ${node.failureSummary?.replaceAll('\n', ' ')}`);
    return `  ${one.id} (${one.impact}): ${one.help}\n${nodes.join('\n')}`;
  });
}

/**
 * Runs in the page. Colours that change go over from one to the other, if only for a moment where motion is not
 * wanted, and what inherits them follows: axe would take a colour on its way for the one that is there.
 */
function endTransitions(): void {
  const find = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
  for (let found = find(), pass = 0; found.length > 0 && pass < 30; found = find(), pass += 1)
    for (const transition of found) transition.finish();
}
