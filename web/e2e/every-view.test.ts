/**
 * Every view that the router knows, in three languages, light and dark, on a phone and on a desk: no violation of
 * accessibility, nothing wider than the window. A new view is looked at as soon as it has an address.
 */
import { join } from 'node:path';
import type { Page as Window } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import type { Transcription } from '../../worker/shapes/transcriptions.ts';
import { PATHS } from '../paths.ts';
import {
  expectAccessible,
  FIXTURES,
  type Language,
  type Qalam,
  scrollsSideways,
  settled,
  startQalam,
} from './support.ts';

let qalam: Qalam;
/** What `:id` stands for in each path. */
let ids: Record<string, string>;

beforeAll(async () => {
  qalam = await startQalam();
  const { items } = await qalam.api<{ items: Issue[] }>('GET', '/issues?limit=50');
  const issue = items.find((each) => each.language === 'ru-petr1708')!;
  const page = await qalam.uploadAndRead(issue.id, join(FIXTURES, 'samples/rizhskoe-utro/1915-1-war-5.jpg'));
  const text = await fetch(`${qalam.url}/api/v1/pages/${page.id}/transcription`);
  const { lines } = (await text.json()) as Transcription;
  const next = lines.map(({ id, box, text: read }, index) => ({
    id,
    box,
    text: index === 0 ? `${read}.` : read,
  }));
  // Handed in, so that the page, the queue and one's own work have something to show.
  await qalam.save(page.id, { lines: next, submit: true }, text.headers.get('etag') ?? '', 'volunteer');
  const first = async (path: string) =>
    (await qalam.api<{ items: { id: string }[] }>('GET', path)).items[0]?.id ?? '';
  ids = {
    publications: issue.publication,
    issues: issue.id,
    pages: page.id,
    entities: await first('/entities?q=Алаш'),
    schemes: await first('/schemes'),
  };
});
afterAll(() => qalam?.stop());

/** What a view needs to show more than an empty form. */
const QUERIES: Record<string, string> = {
  '/search': '?q=на&from=1905',
  '/concordance': '?q=на',
  '/ngrams': '?q=на',
  '/review': '?part=pages',
};
const LANGUAGES: Language[] = ['en', 'ru', 'kk'];
const WIDTHS = [1440, 360];
const SCHEMES = ['light', 'dark'] as const;

function addressOf(path: string): string {
  const [, room = ''] = path.split('/');
  const id = ids[room];
  if (path.includes(':') && !id) throw new Error(`Say in this test what :id stands for in ${path}.`);
  return path.replace(':id', id ?? '') + (QUERIES[path] ?? '');
}

/** One load for each view; language, width and colours are changed in place, as a person may. */
async function lookFromAllSides(window: Window, path: string) {
  for (const language of LANGUAGES) {
    await window.setViewportSize({ width: 1440, height: 900 });
    await window.locator('.language-choice select').selectOption(language);
    await window.locator(`html[lang="${language}"]`).waitFor();
    for (const width of WIDTHS) {
      await window.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await window.emulateMedia({ colorScheme });
        await settled(window);
        const where = `${path} in ${language}, ${colorScheme}, ${width} px`;
        // Names, order and sizes are the same in other colours.
        await expectAccessible(window, where, { coloursOnly: colorScheme !== SCHEMES[0] });
      }
      expect(await scrollsSideways(window), `${path} scrolls sideways at ${width} px in ${language}`).toBe(
        false,
      );
    }
  }
}

const SIGNED_OUT: readonly string[] = ['/sign-in', '/sign-up'];
const paths = [...PATHS, '/nowhere'];

test.each(paths)('%s has no violation, from whatever side it is looked at', async (path) => {
  const account = SIGNED_OUT.includes(path) ? {} : { account: 'admin' as const };
  const window = await qalam.open(addressOf(path), account);
  await settled(window);
  await lookFromAllSides(window, path);
  await window.context().close();
});
