import type { Page } from 'puppeteer-core';

/** A picture: a scene of `main.tsx`, how large and in which colours. Sizes in CSS pixels. */
export interface Shot {
  name: string;
  scene: string;
  hash?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  forced?: boolean;
  rtl?: boolean;
  /** What a reader does before the picture is taken. */
  act?: (page: Page) => Promise<void>;
}

const press =
  (...keys: string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key as 'Enter');
  };
const click = (selector: string) => (page: Page) => page.locator(selector).click();
const scrollDown = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.querySelector('.scroll')?.scrollTo(0, 10_000));
};
const type = (text: string) => async (page: Page) => {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await page.waitForSelector('.search-note');
};
const searchLibrary = (text: string) => async (page: Page) => {
  await page.keyboard.type(text);
  await page.waitForSelector('.search-answers :is(.report, .notice)');
};
const facets = async (page: Page) => {
  await page.waitForSelector('.facets');
};
const notePreview = async (page: Page): Promise<void> => {
  await press('j', 'n')(page);
  await page.locator('.note-tools button').click();
  await page.waitForSelector('.markdown');
};
/** Opens the detail of the first topic, and the form of its nth action after "Follow", the course and "Not this topic". */
const topicForm = (action: number) => async (page: Page) => {
  await click('.chip')(page);
  await page.locator(`.topic-actions button:nth-of-type(${action + 3})`).click();
  await page.waitForSelector('.topic-form');
};

/** Chooses a file of another device, and shows what comes of it. */
const chooseExchange = async (page: Page): Promise<void> => {
  const input = await page.waitForSelector('input[aria-label^="Read another"]');
  await input?.evaluate((one) => {
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'x.ndjson'));
    (one as HTMLInputElement).files = files.files;
    one.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.waitForSelector('.preview');
  await page.evaluate(() => document.querySelector('.preview')?.closest('section')?.scrollIntoView());
};
const openSyncForm = async (page: Page): Promise<void> => {
  await page.locator('::-p-text(Set up sync)').click();
  await page.evaluate(() => document.querySelector('section:has(form input[type=password])')?.scrollIntoView());
};

/** Every state of every surface, in light and dark, narrow, from right to left and in forced colours where these differ. */
export const SHOTS: Shot[] = [
  { name: 'ready', scene: 'ready' },
  { name: 'ready-dark', scene: 'ready', dark: true },
  { name: 'news', scene: 'news' },
  { name: 'ready-bottom', scene: 'ready', act: scrollDown },
  { name: 'ready-bottom-dark', scene: 'ready', dark: true, act: scrollDown },
  { name: 'ready-forced', scene: 'ready', forced: true },
  { name: 'ready-forced-dark', scene: 'ready', forced: true, dark: true },
  { name: 'ready-rtl', scene: 'ready', rtl: true },
  { name: 'ready-320', scene: 'panel', width: 320 },
  { name: 'panel-800', scene: 'panel', width: 800, height: 900 },
  { name: 'panel-800-dark', scene: 'panel', width: 800, height: 900, dark: true },
  { name: 'why', scene: 'ready', act: click('.why-button') },
  { name: 'copies', scene: 'ready', act: click('.copies button') },
  { name: 'evidence', scene: 'ready', act: (page) => page.hover('.chip') },
  { name: 'evidence-dark', scene: 'ready', dark: true, act: (page) => page.hover('.chip') },
  { name: 'evidence-rtl', scene: 'ready', rtl: true, act: (page) => page.hover('.chip') },
  {
    name: 'filter',
    scene: 'ready',
    act: async (page) => {
      await click('.chip')(page);
      await page.mouse.move(200, 590);
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    },
  },
  { name: 'menu', scene: 'ready', act: click('[data-opens="menu"]') },
  { name: 'menu-dark', scene: 'ready', dark: true, act: click('[data-opens="menu"]') },
  { name: 'menu-forced', scene: 'ready', forced: true, act: click('[data-opens="menu"]') },
  { name: 'menu-chosen', scene: 'chosen', act: click('[data-opens="menu"]') },
  { name: 'keys', scene: 'ready', act: press('?') },
  { name: 'focus', scene: 'ready', act: press('j', 'j') },
  { name: 'undo', scene: 'ready', act: press('j', 'p') },
  { name: 'search', scene: 'ready', act: type('oreshnkik') },
  { name: 'search-empty', scene: 'ready', act: press('/') },
  { name: 'search-none-dark', scene: 'ready', dark: true, act: type('nothing') },
  { name: 'hard', scene: 'hard' },
  {
    name: 'hard-topics',
    scene: 'hard',
    width: 320,
    act: async (page) => {
      await click('.chip-more')(page);
      await page.hover('.chip');
    },
  },
  { name: 'hard-320', scene: 'hard', width: 320 },
  ...['empty', 'bare', 'loading', 'click', 'panelclick', 'revoked', 'off', 'notarticle', 'pdf', 'denied', 'error', 'rebuilding'].map(
    (scene): Shot => ({ name: `state-${scene}`, scene }),
  ),
  { name: 'state-passedover-320', scene: 'passedover', width: 320 },
  { name: 'state-click-dark', scene: 'click', dark: true },
  { name: 'state-loading-dark', scene: 'loading', dark: true },
  { name: 'welcome', scene: 'welcome', width: 1100, height: 1300 },
  { name: 'welcome-dark', scene: 'welcome', width: 1100, height: 900, dark: true },
  { name: 'welcome-320', scene: 'welcome', width: 320, height: 1700 },
  { name: 'welcome-rtl', scene: 'welcome', width: 800, height: 1000, rtl: true },
  { name: 'welcome-done', scene: 'welcome', width: 800, height: 1000, act: click('.welcome-end .button') },
  { name: 'reporter', scene: 'ready', act: click('.name-button') },
  { name: 'reporter-dark', scene: 'ready', dark: true, act: click('.name-button') },
  { name: 'reporter-forced', scene: 'ready', forced: true, act: click('.name-button') },
  { name: 'reporter-320', scene: 'panel', width: 320, act: click('.name-button') },
  { name: 'reporter-unknown', scene: 'noreporter', act: click('.name-button') },
  { name: 'reporter-library', scene: 'library', hash: 'pins', width: 1100, height: 800, act: click('.name-button') },
  { name: 'library-search-help', scene: 'library', hash: 'search', width: 1100, height: 900 },
  { name: 'library-search-help-320', scene: 'library', hash: 'search', width: 320, height: 1000 },
  { name: 'library-search', scene: 'library', hash: 'search', width: 1100, height: 800, act: searchLibrary('oreshnkik') },
  { name: 'library-search-dark', scene: 'library', hash: 'search', width: 1100, height: 800, dark: true, act: searchLibrary('oreshnkik') },
  { name: 'library-search-320', scene: 'library', hash: 'search', width: 320, height: 800, act: searchLibrary('oreshnkik') },
  { name: 'library-search-rtl', scene: 'library', hash: 'search', width: 800, height: 800, rtl: true, act: searchLibrary('lathe') },
  { name: 'library-search-facets', scene: 'libraryfacets', hash: '/search?q=lathe', width: 1100, height: 800, act: facets },
  { name: 'library-search-facets-320', scene: 'libraryfacets', hash: '/search?q=lathe', width: 320, height: 900, act: facets },
  { name: 'library-search-none', scene: 'library', hash: 'search', width: 800, height: 700, act: searchLibrary('nothing') },
  { name: 'library-search-error', scene: 'librarysearchfail', hash: 'search', width: 800, height: 700, act: searchLibrary('lathe') },
  { name: 'library-search-bare', scene: 'librarybare', hash: 'search', width: 800, height: 900 },
  { name: 'state-fewtopics', scene: 'fewtopics' },
  { name: 'state-notopics', scene: 'notopics' },
  { name: 'library-pins', scene: 'library', width: 1100, height: 800 },
  { name: 'library-pins-dark', scene: 'library', width: 1100, height: 800, dark: true },
  { name: 'library-pins-320', scene: 'library', width: 320, height: 800 },
  { name: 'pins', scene: 'gathered', hash: 'pins', width: 1100, height: 1100 },
  { name: 'pins-dark', scene: 'gathered', hash: 'pins', width: 1100, height: 1100, dark: true },
  { name: 'pins-320', scene: 'gathered', hash: 'pins', width: 320, height: 1500 },
  { name: 'pins-rtl', scene: 'gathered', hash: 'pins', width: 800, height: 1100, rtl: true },
  { name: 'pins-note', scene: 'gathered', hash: 'pins', width: 900, height: 900, act: notePreview },
  { name: 'pins-note-320', scene: 'gathered', hash: 'pins', width: 320, height: 1100, act: press('j', 'n') },
  { name: 'pins-selected', scene: 'gathered', hash: 'pins', width: 900, height: 800, act: press('j', 'x', 'j', 'x') },
  { name: 'pins-selected-320', scene: 'gathered', hash: 'pins', width: 320, height: 900, act: press('j', 'x', 'j', 'x') },
  { name: 'pins-selected-forced', scene: 'gathered', hash: 'pins', width: 900, height: 800, forced: true, act: press('j', 'x', 'j', 'x') },
  { name: 'library-keys', scene: 'gathered', hash: 'pins', width: 900, height: 1000, act: press('?') },
  { name: 'trash', scene: 'gathered', hash: 'trash', width: 900, height: 500 },
  { name: 'trash-320', scene: 'gathered', hash: 'trash', width: 320, height: 600, dark: true },
  { name: 'collections', scene: 'gathered', hash: 'collections', width: 900, height: 700 },
  { name: 'collection', scene: 'gathered', hash: 'collections/collection-1', width: 900, height: 900 },
  { name: 'collection-living', scene: 'gathered', hash: 'collections/collection-3', width: 900, height: 700 },
  { name: 'collection-living-320-dark', scene: 'gathered', hash: 'collections/collection-3', width: 320, height: 900, dark: true },
  { name: 'collection-320', scene: 'gathered', hash: 'collections/collection-1', width: 320, height: 1200 },
  { name: 'reading', scene: 'gathered', hash: 'read/kyiv', width: 1100, height: 1000 },
  { name: 'reading-dark-320', scene: 'gathered', hash: 'read/kyiv', width: 320, height: 1000, dark: true },
  { name: 'fields', scene: 'gathered', hash: 'read/kyiv', width: 900, height: 900, act: click('.reading-tools [aria-expanded]') },
  { name: 'course-topic', scene: 'library', hash: 'topic/topic%3Aoreshnik', width: 1100, height: 1900 },
  { name: 'course-topic-dark', scene: 'library', hash: 'topic/topic%3Aoreshnik', width: 1100, height: 1100, dark: true },
  { name: 'course-topic-forced', scene: 'library', hash: 'topic/topic%3Aoreshnik', width: 900, height: 1000, forced: true },
  { name: 'course-topic-320', scene: 'library', hash: 'topic/topic%3Aoreshnik', width: 320, height: 2400 },
  { name: 'course-topic-rtl', scene: 'library', hash: 'topic/topic%3Aoreshnik', width: 800, height: 1200, rtl: true, act: press('Tab') },
  {
    name: 'course-topic-day',
    scene: 'library',
    hash: 'topic/topic%3Aoreshnik',
    width: 900,
    height: 1400,
    act: async (page) => {
      await page.select('.course-choices label:nth-of-type(2) select', 'day');
      await click('.course-bars button:nth-of-type(57)')(page);
    },
  },
  {
    name: 'course-topic-table',
    scene: 'library',
    hash: 'topic/topic%3Aoreshnik',
    width: 900,
    height: 1100,
    act: click('.course-choices button[aria-pressed]'),
  },
  {
    name: 'course-topic-table-320-dark',
    scene: 'library',
    hash: 'topic/topic%3Aoreshnik',
    width: 320,
    height: 1500,
    dark: true,
    act: click('.course-choices button[aria-pressed]'),
  },
  { name: 'course-topic-none', scene: 'courseempty', hash: 'topic/topic%3Aoreshnik', width: 800, height: 500 },
  { name: 'course-topic-error', scene: 'coursefail', hash: 'topic/x', width: 800, height: 500 },
  { name: 'course-reporter', scene: 'library', hash: 'reporter/x', width: 1100, height: 1300 },
  { name: 'course-reporter-320-dark', scene: 'library', hash: 'reporter/x', width: 320, height: 1500, dark: true },
  { name: 'course-reporter-gone', scene: 'coursefail', hash: 'reporter/x', width: 800, height: 500 },
  { name: 'story', scene: 'library', hash: 'story/kyiv', width: 1100, height: 1000 },
  { name: 'story-dark-320', scene: 'library', hash: 'story/kyiv', width: 320, height: 1300, dark: true },
  { name: 'story-rtl', scene: 'library', hash: 'story/kyiv', width: 800, height: 1000, rtl: true },
  { name: 'story-forced', scene: 'library', hash: 'story/kyiv', width: 800, height: 900, forced: true },
  { name: 'story-gone', scene: 'coursefail', hash: 'story/x', width: 800, height: 400 },
  { name: 'library-nopins', scene: 'nopins', width: 800, height: 600 },
  { name: 'library-topics', scene: 'library', hash: 'topics', width: 1100, height: 800 },
  { name: 'library-topics-dark', scene: 'library', hash: 'topics', width: 1100, height: 800, dark: true },
  { name: 'library-topics-320', scene: 'library', hash: 'topics', width: 320, height: 1000 },
  { name: 'library-topics-rtl', scene: 'library', hash: 'topics', width: 800, height: 700, rtl: true },
  { name: 'kept', scene: 'kept', act: click('.history summary') },
  { name: 'kept-dark', scene: 'kept', dark: true },
  { name: 'kept-rtl', scene: 'kept', rtl: true },
  { name: 'library-saved', scene: 'library', hash: 'saved', width: 900, height: 700, act: click('.history summary') },
  { name: 'library-saved-320', scene: 'library', hash: 'saved', width: 320, height: 900 },
  { name: 'library-saved-none', scene: 'nosaved', hash: 'saved', width: 800, height: 500 },
  { name: 'library-sources', scene: 'library', hash: 'sources', width: 1100, height: 1300 },
  { name: 'library-sources-dark', scene: 'library', hash: 'sources', width: 1100, height: 1300, dark: true },
  { name: 'library-sources-320', scene: 'library', hash: 'sources', width: 320, height: 1600 },
  { name: 'library-sources-rtl', scene: 'library', hash: 'sources', width: 800, height: 1200, rtl: true },
  { name: 'library-sources-none', scene: 'nosources', hash: 'sources', width: 800, height: 700 },
  { name: 'library-activity', scene: 'manypins', hash: 'activity', width: 900, height: 500 },
  { name: 'library-topics-none', scene: 'notopicsproposed', hash: 'topics', width: 800, height: 600 },
  { name: 'library-topics-error', scene: 'topicsfail', hash: 'topics', width: 800, height: 600 },
  { name: 'library-corrections', scene: 'corrections', hash: 'corrections', width: 1100, height: 700 },
  { name: 'library-corrections-320', scene: 'corrections', hash: 'corrections', width: 320, height: 900, dark: true },
  { name: 'library-followed', scene: 'library', hash: 'followed', width: 1100, height: 700 },
  { name: 'library-followed-320', scene: 'library', hash: 'followed', width: 320, height: 900, dark: true },
  { name: 'library-notfollowed', scene: 'notfollowed', hash: 'followed', width: 800, height: 500 },
  { name: 'library-nocorrections', scene: 'library', hash: 'corrections', width: 800, height: 500 },
  { name: 'topic-alias', scene: 'ready', act: topicForm(1) },
  { name: 'topic-alias-320-dark', scene: 'panel', width: 320, dark: true, act: topicForm(1) },
  { name: 'topic-same', scene: 'ready', act: topicForm(2) },
  { name: 'library-activity', scene: 'manypins', hash: 'activity', width: 900, height: 500 },
  { name: 'library-noactivity', scene: 'library', hash: 'activity', width: 900, height: 500 },
  { name: 'library-data', scene: 'safe', hash: 'data', width: 900, height: 2600 },
  { name: 'library-data-dark', scene: 'safe', hash: 'data', width: 900, height: 2600, dark: true },
  { name: 'library-data-320', scene: 'safe', hash: 'data', width: 320, height: 3600 },
  { name: 'library-data-rtl', scene: 'safe', hash: 'data', width: 900, height: 2600, rtl: true },
  { name: 'library-devices', scene: 'devices', hash: 'data', width: 900, height: 1300, act: chooseExchange },
  { name: 'library-devices-dark-320', scene: 'devices', hash: 'data', width: 320, height: 2000, dark: true, act: chooseExchange },
  { name: 'library-devices-rtl', scene: 'devices', hash: 'data', width: 900, height: 1300, rtl: true, act: chooseExchange },
  { name: 'library-sync-form', scene: 'safe', hash: 'data', width: 900, height: 1100, act: openSyncForm },
  { name: 'library-data-fault', scene: 'fault', hash: 'data', width: 900, height: 2600, act: click('.button-main') },
  { name: 'library-reminder', scene: 'safe', hash: 'pins', width: 900, height: 500 },
  { name: 'library-reminder-320', scene: 'safe', hash: 'pins', width: 320, height: 700, dark: true },
  { name: 'ready-full-disk', scene: 'full' },
  { name: 'library-settings', scene: 'library', hash: 'settings', width: 900, height: 1400 },
  { name: 'library-settings-320', scene: 'library', hash: 'settings', width: 320, height: 1400 },
];
