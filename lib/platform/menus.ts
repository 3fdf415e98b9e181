import { browser } from './browser.ts';

/** What the user chose in the context menu. */
export interface MenuChoice {
  item: 'find-related' | 'pin' | 'save' | 'site-off';
  tabId: number | null;
  pageUrl: string | null;
  selection: string | null;
  linkUrl: string | null;
  linkText: string | null;
}

/** Creates the context menu entries; called when the extension is installed or updated. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'find-related',
    title: browser.i18n.getMessage('menuFindRelated'),
    contexts: ['page', 'selection', 'link'],
  });
  browser.contextMenus.create({ id: 'pin', title: browser.i18n.getMessage('menuPin'), contexts: ['page'] });
  browser.contextMenus.create({ id: 'save', title: browser.i18n.getMessage('menuSave'), contexts: ['page'] });
  browser.contextMenus.create({ id: 'site-off', title: browser.i18n.getMessage('menuSiteOff'), contexts: ['page', 'action'] });
}

/** Calls back when an entry is chosen. Must be called synchronously when the background starts. */
export function onMenuChoice(listener: (choice: MenuChoice) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    listener({
      item: info.menuItemId as MenuChoice['item'],
      tabId: tab?.id ?? null,
      pageUrl: info.pageUrl ?? tab?.url ?? null,
      selection: info.selectionText?.trim() || null,
      linkUrl: info.linkUrl ?? null,
      linkText: info.linkText?.trim() || null,
    });
  });
}
