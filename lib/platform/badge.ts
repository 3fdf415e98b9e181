import { browser } from './browser.ts';

/**
 * Shows a count on the toolbar button of one tab, and says it in words; a null count shows nothing. How many of them are new of what the user follows (`fresh`)
 * stands in the words only.
 */
export async function showBadge(tabId: number, count: number | null, fresh = 0): Promise<void> {
  if (flashing.has(tabId)) return;
  const related =
    count === null || count === 0
      ? browser.i18n.getMessage('extName')
      : browser.i18n.getMessage(count === 1 ? 'badgeTitleOne' : 'badgeTitle', String(count));
  const title = fresh === 0 ? related : browser.i18n.getMessage('badgeTitleNew', [related, String(fresh)]);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: count ? String(count) : '' }),
      browser.action.setTitle({ tabId, title }),
      browser.action.setBadgeBackgroundColor({ tabId, color: '#8a4a12' }),
      browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
    ]);
  } catch {
    // The tab closed meanwhile.
  }
}

const FLASH_MS = 2500;
/** Tabs whose sign is not over: what the page's state says meanwhile is shown after it. */
const flashing = new Set<number>();

/** Shows a sign on the toolbar button for a moment, in words in its title; the caller restores the count afterwards. */
export async function flashBadge(tabId: number, text: string, titleMessage: string): Promise<void> {
  flashing.add(tabId);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title: browser.i18n.getMessage(titleMessage) }),
    ]);
    await new Promise((resolve) => setTimeout(resolve, FLASH_MS));
    await browser.action.setBadgeText({ tabId, text: '' });
  } catch {
    // The tab closed meanwhile.
  } finally {
    flashing.delete(tabId);
  }
}
