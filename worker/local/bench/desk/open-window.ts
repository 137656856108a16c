/** A window of Chromium in which a volunteer is signed in. */
import { type Browser, type BrowserContext, type Page as Window, request } from 'playwright-core';
import type { Service } from '../../start/service.ts';

/** The cookies of the demo volunteer's session. */
export async function volunteerCookies(
  service: Service,
): Promise<Parameters<BrowserContext['addCookies']>[0]> {
  const account = service.accounts.find(({ name }) => name === 'volunteer');
  if (!account) throw new Error('there is no demo volunteer');
  const client = await request.newContext();
  try {
    const response = await client.post(`${service.url}/api/auth/sign-in/email`, {
      data: { email: account.email, password: account.password },
      headers: { origin: service.url },
    });
    if (!response.ok()) throw new Error(`the volunteer could not sign in: ${response.status()}`);
    return (await client.storageState()).cookies;
  } finally {
    await client.dispose();
  }
}

export async function openWindow(browser: Browser, service: Service): Promise<Window> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(await volunteerCookies(service));
  return context.newPage();
}
