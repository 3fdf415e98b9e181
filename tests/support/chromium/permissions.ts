import type { Browser } from 'puppeteer-core';
import { openPage } from './open-page.ts';

/**
 * Runs an expression at `chrome://extensions`, where the browser's own settings page may grant and revoke host access:
 * the permission dialog itself is native and answers to nobody in headless mode. A file of that page has its rights, and is no
 * application that takes seconds to start.
 */
export async function onExtensionsPage<T>(browser: Browser, expression: string): Promise<T> {
  const page = await openPage(browser, 'chrome://extensions/strings.m.js');
  try {
    return (await page.evaluate(expression)) as T;
  } finally {
    await page.close();
  }
}

/** Approves match patterns for an extension. */
export function addHostPermissions(browser: Browser, id: string, patterns: string[]): Promise<void> {
  return onExtensionsPage(browser, everyPattern('addHostPermission', id, patterns));
}

/** Takes match patterns back. */
export function removeHostPermissions(browser: Browser, id: string, patterns: string[]): Promise<void> {
  return onExtensionsPage(browser, everyPattern('removeHostPermission', id, patterns));
}

function everyPattern(call: string, id: string, patterns: string[]): string {
  return `(async () => { for (const p of ${JSON.stringify(patterns)}) await chrome.developerPrivate.${call}(${JSON.stringify(id)}, p); })()`;
}

/**
 * Lets an extension into incognito windows. The browser then loads it anew, which outside developer mode would leave it disabled.
 * False: it was allowed before, and nothing changes.
 */
export function allowIncognito(browser: Browser, id: string): Promise<boolean> {
  return onExtensionsPage(
    browser,
    `(async () => {
      const extensionId = ${JSON.stringify(id)};
      const { incognitoAccess } = await chrome.developerPrivate.getExtensionInfo(extensionId);
      if (incognitoAccess.isActive) return false;
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
      return true;
    })()`,
  );
}

/** Puts an extension's button into the toolbar: Chromium keeps a new one behind the puzzle piece. */
export function pinToToolbar(browser: Browser, id: string): Promise<void> {
  const settings = JSON.stringify({ extensionId: id, pinnedToToolbar: true });
  return onExtensionsPage(browser, `chrome.developerPrivate.updateExtensionConfiguration(${settings})`);
}
