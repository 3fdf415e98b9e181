import type { Browser, Page } from 'puppeteer-core';
import { eventually } from '../eventually.ts';

/** Opens a page of the browser's own or of an extension in a new tab. An empty tab first, as puppeteer opens one, would cost a process of its own. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const known = new Set(browser.targets());
  const opened = browser.waitForTarget((target) => target.type() === 'page' && target.url() === url && !known.has(target), {
    timeout: 10_000,
  });
  const root = await browser.target().createCDPSession();
  await root.send('Target.createTarget', { url });
  await root.detach();
  const page = await (await opened).page();
  if (page === null) throw new Error(`There is no page at ${url}.`);
  await eventually(`${url} is read`, () =>
    page.evaluate(`location.href !== 'about:blank' && performance.timing.domContentLoadedEventEnd > 0`),
  );
  return page;
}
