/** Finding one's way: every view, in three languages, by keyboard and on a phone; signing in and out; keys and roles. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../worker/shapes/issues.ts';
import { FIXTURES, type Qalam, settled, startQalam } from './support.ts';

let qalam: Qalam;
let russian: Issue;

beforeAll(async () => {
  qalam = await startQalam();
  const { items } = await qalam.api<{ items: Issue[] }>('GET', '/issues');
  const found = items.find((issue) => issue.language === 'ru-petr1708');
  if (!found) throw new Error('The fixtures have no Russian issue.');
  russian = found;
  await qalam.uploadAndRead(russian.id, `${FIXTURES}samples/rizhskoe-utro/1915-1-war-5.jpg`);
});

afterAll(() => qalam?.stop());

describe('browsing', () => {
  it('leads from the first page to a publication, its issue and its page', async () => {
    const page = await qalam.open('/');
    await settled(page);
    await page.getByRole('img', { name: /1 scanned page/ }).waitFor();
    await page.getByRole('link', { name: 'Publications', exact: true }).click();
    await page.locator('h1', { hasText: 'Publications' }).waitFor();
    await page.waitForFunction(() => document.title === 'Publications · Qalam');
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

    await page.goto(`${qalam.url}/publications/${russian.publication}`);
    await page.getByRole('link', { name: `No. ${russian.number}` }).click();
    await page.getByText('Read by machine').waitFor();
    await page.locator('.page-card a').first().click();
    await page.waitForURL(/\/pages\//);
    await page.goBack();
    await page.getByText('Read by machine').waitFor();
    await qalam.close(page);
  });

  it('shows dates of old sources in both calendars', async () => {
    const created = await qalam.api<Issue>('POST', '/issues', {
      as: 'reviewer',
      body: {
        publication: russian.publication,
        number: '7',
        date: { calendar: 'julian', edtf: '1917-07-05' },
        language: 'ru-petr1708',
      },
    });
    const page = await qalam.open(`/issues/${created.id}`, { language: 'kk' });
    await page
      .getByText(/5 \(18\) шілде/)
      .first()
      .waitFor();
    await qalam.close(page);
  });

  it('speaks the language of the browser, and remembers another choice', async () => {
    const page = await qalam.open('/', { language: 'ru' });
    await page.getByRole('link', { name: 'Издания', exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
    await page.getByLabel('Язык').selectOption('kk');
    await page.getByRole('link', { name: 'Басылымдар', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Басылымдар', exact: true }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('kk');
    await qalam.close(page);
  });

  it('says plainly that an address leads nowhere', async () => {
    const page = await qalam.open('/nowhere/at/all');
    await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
    await page.goto(`${qalam.url}/publications/no-such-id`);
    await page
      .getByRole('alert')
      .getByText(/There is nothing here/)
      .waitFor();
    await qalam.close(page);
  });

  it('finds a name while it is typed, in another script, and shows its forms and sources', async () => {
    const page = await qalam.open('/entities');
    await settled(page);
    // The list of all names is there first: the one to look into is that of the names found.
    const found = page.waitForResponse((answer) => /\/entities\?.*q=/.test(answer.url()));
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('Бөкейхан');
    await found;
    await page
      .getByRole('link', { name: /Alikhan Bukeikhanov/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /Bukeikhan/ }).waitFor();
    await page.getByRole('heading', { name: 'Cyrillic' }).waitFor();
    await page.getByRole('heading', { name: 'Arabic script' }).waitFor();
    expect(await page.locator('.source-list li').count()).toBeGreaterThan(0);
    await qalam.close(page);
  });

  it('draws all schemes on one axis, with the same stages in tables', async () => {
    const page = await qalam.open('/schemes');
    await settled(page);
    await page.getByRole('img', { name: /Timeline of all schemes/ }).waitFor();
    expect(await page.locator('.stage-table').count()).toBeGreaterThanOrEqual(6);
    await qalam.close(page);
  });
});

describe('an account', () => {
  it('is made by its form, says what is missing without losing what was typed, and leads back', async () => {
    const page = await qalam.open('/sign-up?back=%2Fpublications');
    await page.getByLabel('Name').fill('Әлия');
    await page.getByLabel('E-mail address').fill('aliya@example.org');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page
      .locator('.field-error')
      .getByText(/at least 10 characters/)
      .waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Әлия');
    await page.getByLabel('Password').fill('long enough, truly');
    await page.getByRole('button', { name: 'Make an account' }).click();
    await page.waitForURL(/\/publications$/);
    await page.locator('.account-name', { hasText: 'Әлия' }).waitFor();
    // Until the view behind the form has arrived, the form stays, and with it a link of the same name.
    await page.locator('h1', { hasText: 'Publications' }).waitFor();

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('E-mail address').fill('aliya@example.org');
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page
      .getByRole('alert')
      .getByText(/password is wrong/)
      .waitFor();
    await page.getByLabel('Password').fill('long enough, truly');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/publications$/);
    await qalam.close(page);
  });

  it('makes an API key that works, is shown once, and is refused after it was revoked', async () => {
    const page = await qalam.open('/account', { account: 'volunteer2' });
    await page.getByLabel('What the key is for').fill('a notebook');
    await page.getByRole('button', { name: 'Make a key' }).click();
    const key = await page.locator('.made-key code').innerText();
    const me = () => fetch(`${qalam.url}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
    expect((await me()).status).toBe(200);

    await page.reload();
    await page.getByText('a notebook').waitFor();
    expect(await page.locator('.made-key').count()).toBe(0);
    await page.getByRole('button', { name: 'Revoke the key “a notebook”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('a notebook').first().waitFor({ state: 'detached' });
    expect((await me()).status).toBe(401);
    await qalam.close(page);
  });

  it('gets another role from an administrator, and the log says so', async () => {
    const page = await qalam.open('/admin', { account: 'admin' });
    await page.getByLabel('Role of volunteer2').selectOption('reviewer');
    await page.locator('.toast', { hasText: 'reviewer' }).waitFor();
    await page.reload();
    await page.getByText('user:change-role').first().waitFor();
    expect(await page.getByLabel('Role of volunteer2').inputValue()).toBe('reviewer');
    await page.getByLabel('Role of volunteer2').selectOption('volunteer');
    await page.locator('.toast', { hasText: 'volunteer' }).waitFor();
    await qalam.close(page);
  });

  it('of a volunteer sees no doors that it may not open', async () => {
    const page = await qalam.open('/publications', { account: 'volunteer' });
    await settled(page);
    expect(await page.getByRole('button', { name: 'Add a publication' }).count()).toBe(0);
    await page.goto(`${qalam.url}/review`);
    await page.getByText(/Reviewers decide here/).waitFor();
    await page.goto(`${qalam.url}/admin`);
    await page.getByText(/Only administrators/).waitFor();
    await qalam.close(page);
  });
});

describe('a reviewer', () => {
  it('adds a publication and an issue, and is told what is missing', async () => {
    const page = await qalam.open('/publications', { account: 'reviewer' });
    await page.getByRole('button', { name: 'Add a publication' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog
      .locator('.field-error')
      .getByText(/title in at least one script/)
      .waitFor();
    await dialog.getByLabel('Title in Kazakh, Arabic script').fill('قازاق');
    await dialog.getByLabel('Title in Kazakh, Cyrillic').fill('Қазақ');
    await dialog.getByLabel('Kazakh, Arabic script', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.waitForURL(/\/publications\/.+/);
    await page.getByRole('heading', { level: 1, name: 'Қазақ' }).waitFor();

    await page.getByRole('button', { name: 'Add an issue' }).click();
    await dialog.getByLabel('Number', { exact: true }).fill('126');
    await dialog.getByLabel('Date in that calendar').fill('1915-02-30');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog
      .locator('.field-error')
      .getByText(/cannot be read/)
      .waitFor();
    await dialog.getByLabel('Date in that calendar').fill('1915-02-03');
    await dialog.getByText(/3 \(16\) February 1915/).waitFor();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await page.waitForURL(/\/issues\/.+/);
    await page.getByRole('heading', { level: 1, name: /Қазақ No\. 126/ }).waitFor();
    await page.getByText('No page has been uploaded yet.').waitFor();
    await qalam.close(page);
  });

  it('decides about tags by keys alone, and never about their own', async () => {
    const [page1] = (await qalam.api<{ items: { id: string }[] }>('GET', '/pages?limit=1')).items;
    const [alash, other] = (
      await qalam.api<{ items: { id: string }[] }>('GET', '/entities?kind=organisation')
    ).items;
    if (!page1 || !alash || !other) throw new Error('There is nothing to tag.');
    const propose = (as: 'volunteer' | 'reviewer', entity: string) =>
      qalam.api('POST', `/pages/${page1.id}/tags`, {
        as,
        body: { target: { type: 'page' }, body: { entity } },
      });
    await propose('volunteer', alash.id);
    await propose('reviewer', other.id);

    const page = await qalam.open('/review?part=tags&by=rule&open=person', { account: 'reviewer' });
    await settled(page);
    await expect.poll(() => page.locator('[data-tag]').count()).toBe(2);
    await page.getByText('Your own: someone else reviews it').waitFor();
    const foreign = page.locator('[data-tag]', { has: page.getByRole('button', { name: 'Approve' }) });
    while (!(await foreign.evaluate((item) => item.contains(document.activeElement))))
      await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.locator('.decision-bar').getByText('1 approved, 0 rejected').waitFor();
    await expect.poll(() => page.getByText('sending…').count()).toBe(0);
    const { items } = await qalam.api<{ items: { state: string }[] }>('GET', `/pages/${page1.id}/tags`);
    expect(items.map((tag) => tag.state).toSorted()).toEqual(['approved', 'proposed']);
    await qalam.close(page);
  });
});

describe('every view', () => {
  it('that did not arrive says so, and comes when it is loaded again', async () => {
    const page = await qalam.open('/');
    await settled(page);
    await page.route('**/assets/schemes-view-*.js', (route) => route.abort('connectionreset'));
    await page.getByRole('link', { name: 'Periods' }).click();
    await page.getByRole('heading', { name: 'This view could not be shown' }).waitFor();
    await page.unroute('**/assets/schemes-view-*.js');
    await page.getByRole('button', { name: 'Load again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Periods of the Alash movement' }).waitFor();
    await qalam.close(page);
  });

  it('works by keyboard: the skip link, the menu on a phone, the search', async () => {
    const page = await qalam.open('/publications', { width: 360 });
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await page.getByRole('searchbox', { name: 'Search the texts' }).fill('газетъ');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await qalam.close(page);
  });

  it('is served with a policy that allows no foreign and no inline code', async () => {
    const response = await fetch(`${qalam.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/unsafe/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
