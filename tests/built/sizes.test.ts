import { describe, expect, it } from 'vitest';
import { builtFiles, gzippedBytes, loadedBy } from '../support/built-extension.ts';

const KB = 1000;

/**
 * Budgets in bytes after gzip. What runs in a page costs every page; what the popup loads costs every click; the library holds the store, and all
 * that derives topics and terms from the reports of a pack, the search of the catalogue, and the comparison of packs; 1.5 kB of it are what makes additions
 * fast: texts eight to a record, numbers of terms, passes over names. The background is one file with all it runs,
 * the extractor and, since searches have a grammar and facets, 9 kB to read, plan and count them among it; 0.3 kB tell every surface what is pinned now. So is the thread that imports packs, with store and
 * derivation, loaded only for that.
 * Wherever reports come in, 1.3 kB read which agency a text credits in a dozen languages: the background, the library and the thread have it; the restores and removals
 * that leave nothing behind are another half.
 */
const FILES = { 'gate.js': 1.5 * KB, 'extract.js': 3 * KB, 'background.js': 243 * KB, 'pack-worker.js': 111 * KB };
const PAGES = { 'popup.html': 60 * KB, 'sidepanel.html': 60 * KB, 'welcome.html': 60 * KB, 'library.html': 176 * KB };

describe.each(['chromium', 'firefox'] as const)('sizes of the %s build', (browser) => {
  it.each(Object.entries(FILES))('%s stays within %d bytes gzipped', (path, budget) => {
    expect(gzippedBytes(browser, path)).toBeLessThanOrEqual(budget);
  });

  it.each(Object.entries(PAGES))('%s with all it loads at first stays within %d bytes gzipped', (page, budget) => {
    expect(builtFiles(browser)).toContain(page);
    const bytes = loadedBy(browser, page).reduce((sum, path) => sum + gzippedBytes(browser, path), 0);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it.each(Object.keys(PAGES))('%s loads nothing of more than 50,000 bytes gzipped when something is asked for', (page) => {
    const first = new Set(loadedBy(browser, page));
    const later = loadedBy(browser, page, true).filter((path) => !first.has(path));
    expect(later.filter((path) => gzippedBytes(browser, path) > 50 * KB)).toEqual([]);
  });
});
