import { knownAddress, parseWebUrl } from '../core/canonical-url.ts';
import type { PageHandlers } from '../messaging/router.ts';
import {
  onCommand,
  onInstalled,
  onStartup,
  onTabClosed,
  onTabMoved,
  onTabNavigated,
  openAddress,
  openPopup,
  openWelcome,
} from '../platform/background-events.ts';
import { flashBadge, showBadge } from '../platform/badge.ts';
import { createMenus, type MenuChoice, onMenuChoice } from '../platform/menus.ts';
import { serveOmnibox } from '../platform/omnibox.ts';
import { onPermissionsChanged } from '../platform/permissions.ts';
import { loadSettings } from '../platform/settings.ts';
import { openPanel } from '../platform/side-panel.ts';
import { openLibrary } from '../platform/surface-platform.ts';
import { wordsOfAddress } from '../services/address-words.ts';
import { searchStore } from '../services/search.ts';
import { topicsNamed } from '../services/search-filters.ts';
import type { SettingsService } from '../services/settings.ts';
import type { App } from './app.ts';
import { tabChanged, updateBadge } from './tab-changed.ts';
import { runUpkeep } from './upkeep.ts';

const SUGGESTIONS = 5;

/** Adds every listener; called synchronously at start, as a background that was woken by an event must have its listener then. */
export function serveEvents(app: App, settings: SettingsService, handlers: PageHandlers): void {
  onInstalled((reason) => {
    void createMenus();
    if (reason === 'install') void openWelcome();
    void settings.sync();
    void runUpkeep(app, settings);
  });
  onStartup(() => void settings.sync());
  onPermissionsChanged(() => void settings.sync());
  onTabClosed((tabId) => void app.pages.forget(tabId));
  onTabNavigated((tabId) => void clearBadge(app, tabId));
  onTabMoved((tabId) => void clearOldBadge(app, tabId));
  onCommand((name, tab) => {
    // The panel opens only in the key press itself: nothing may be awaited before.
    if (name === 'open-panel' && tab.windowId !== null) void openPanel(tab.windowId);
    if (name === 'pin-page' && tab.id !== null) void pinOpenPage(app, handlers, tab.id);
    if (name === 'save-page' && tab.id !== null) void saveOpenPage(app, handlers, tab.id);
  });
  onMenuChoice((choice) => serveMenu(choice, app, settings, handlers));
  serveOmnibox(
    async (text) => {
      const place = await app.workplace();
      if (!place.ok) return [];
      const { store, gazetteer } = place.value;
      const answer = await searchStore(text, store, { limit: SUGGESTIONS, topicsNamed: (typed) => topicsNamed(typed, gazetteer) });
      // A report of which no address is known has nothing to be opened.
      return answer.hits
        .filter(({ article }) => knownAddress(article.url) !== null)
        .map(({ article }) => ({
          content: article.url,
          description: [article.headline, article.outletName].filter(Boolean).join(' · '),
        }));
    },
    (text, disposition) => void (parseWebUrl(text) === null ? searchFor(app, text) : openAddress(text, disposition)),
  );
}

// The same document at the same address keeps its count, shown anew where the browser took it away.
async function clearBadge(app: App, tabId: number): Promise<void> {
  if (await app.pages.navigated(tabId)) return showBadge(tabId, null);
  const [state, { showBadge: wanted }] = await Promise.all([app.pages.get(tabId), loadSettings()]);
  await updateBadge(tabId, state, wanted);
}

// The count belongs to the article before: with a gate in the page the new one is read anyway, without one it takes a click.
async function clearOldBadge(app: App, tabId: number): Promise<void> {
  if ((await app.pages.get(tabId)).kind === 'needs-click') await showBadge(tabId, null);
}

function serveMenu(choice: MenuChoice, app: App, settings: SettingsService, handlers: PageHandlers): void {
  const { item, tabId, pageUrl } = choice;
  const host = parseWebUrl(pageUrl)?.host;
  if (item === 'site-off' && host !== undefined) void turnSiteOff(host, tabId, app, settings);
  else if (item === 'pin' && tabId !== null) void pinOpenPage(app, handlers, tabId);
  else if (item === 'save' && tabId !== null) void saveOpenPage(app, handlers, tabId);
  else if (item === 'find-related') {
    const { linkUrl } = choice;
    // Of a link nobody can say more than its words: reports beside the page it stands on would be of something else.
    const words =
      choice.selection ?? choice.linkText ?? (linkUrl === null ? null : (wordsOfAddress(linkUrl) ?? parseWebUrl(linkUrl)?.host ?? ''));
    if (words !== null) void searchFor(app, words);
    else if (tabId !== null) void showRelated(app, tabId);
  }
}

// The popup reads the page itself once it is open; where it cannot be opened, the badge says what was found.
async function showRelated(app: App, tabId: number): Promise<void> {
  if (!(await openPopup())) await app.pages.analyse(tabId, true);
}

async function turnSiteOff(host: string, tabId: number | null, app: App, settings: SettingsService): Promise<void> {
  const { blockedSites } = await settings.setSite(host, 'blocked');
  if (!blockedSites.includes(host)) return;
  await app.pages.forgetHost(host);
  if (tabId !== null) await showBadge(tabId, null);
}

async function pinOpenPage(app: App, handlers: PageHandlers, tabId: number): Promise<void> {
  const pinned = await handlers.pinPage({ tabId });
  await flashBadge(tabId, pinned.ok ? '✓' : '!', pinned.ok ? 'badgePinned' : 'badgeNotPinned');
  tabChanged(tabId, await app.pages.get(tabId));
}

async function saveOpenPage(app: App, handlers: PageHandlers, tabId: number): Promise<void> {
  const saved = await handlers.savePage({ tabId });
  await flashBadge(tabId, saved.ok ? '✓' : '!', saved.ok ? 'badgeSaved' : 'badgeNotSaved');
  tabChanged(tabId, await app.pages.get(tabId));
}

// The words travel in memory: an address with them would end up in the browser's history.
async function searchFor({ remember }: App, words: string): Promise<void> {
  await remember('draft:search', words.slice(0, 1000));
  await openLibrary('search');
}
