import type { CDPSession, KeyInput, Page } from 'puppeteer-core';
import type { Key, Surface, Tab } from '../browser-under-test.ts';

/** A page of puppeteer (tab, popup or panel) as a surface. */
export function chromiumSurface(page: Page): Surface {
  // Every call replaces all features, so what was set before goes along. Puppeteer itself refuses to force colours.
  const media: Record<string, string> = {};
  let session: Promise<CDPSession> | null = null;
  async function setMedia(change: Record<string, string>): Promise<void> {
    Object.assign(media, change);
    session ??= page.createCDPSession();
    await (await session).send('Emulation.setEmulatedMedia', { features: Object.entries(media).map(([name, value]) => ({ name, value })) });
  }
  return {
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    press: async (key: Key, modifiers = []) => {
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      await page.keyboard.press(key as KeyInput);
      for (const modifier of [...modifiers].reverse()) await page.keyboard.up(modifier);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    colourScheme: (scheme) =>
      setMedia({ 'prefers-color-scheme': scheme === 'dark' ? 'dark' : 'light', 'forced-colors': scheme === 'forced' ? 'active' : 'none' }),
    reducedMotion: (reduced) => setMedia({ 'prefers-reduced-motion': reduced ? 'reduce' : 'no-preference' }),
    screenshot: () => page.screenshot({ optimizeForSpeed: true }),
    close: async () => {
      if (!page.isClosed()) await page.close().catch(() => {});
    },
  };
}

/** A tab with what only tabs can do. `page` stays reachable for this browser's own tools. */
export function chromiumTab(page: Page): Tab & { page: Page } {
  return {
    ...chromiumSurface(page),
    page,
    goto: async (url) => {
      await page.goto(url, { waitUntil: 'domcontentloaded' });
    },
    front: async () => {
      // Bringing a tab to the front that is there already would close the popup over it.
      if ((await page.evaluate('document.visibilityState')) !== 'visible') await page.bringToFront();
    },
    resize: (width, height) => page.setViewport({ width, height }),
  };
}
