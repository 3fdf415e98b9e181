import { browser } from './browser.ts';

/** Shows a count on the toolbar button of one tab, and says it in words; a null count shows nothing. */
export async function showBadge(tabId: number, count: number | null): Promise<void> {
  const title =
    count === null || count === 0
      ? browser.i18n.getMessage('extName')
      : browser.i18n.getMessage(count === 1 ? 'badgeTitleOne' : 'badgeTitle', String(count));
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
