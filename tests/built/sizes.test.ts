import { describe, expect, it } from 'vitest';
import { builtFiles, gzippedBytes, loadedBy } from '../support/built-extension.ts';

const KB = 1000;

/**
 * Budgets in bytes after gzip. What runs in a page costs every page; what the popup loads costs every click. The library's first screen holds the store, and nothing
 * that derives topics and terms from reports: that, the search of the catalogue and the comparison of packs come when they are asked for. The background is one
 * file with all it runs: the extractor; 9 kB that read, plan and count searches; 1.3 kB that read which agency a text credits in a dozen languages; 0.5 kB for restores and
 * removals that leave nothing behind; 0.3 kB that tell every surface what is pinned now; 0.9 kB by which a search looks through the reader's notes and corrections, and answers
 * with all it finds. So is the thread that imports packs, with store and derivation, loaded only for that.
 * 40 bytes of the background let an exchange with another device ask, before it writes, whether anything was made meanwhile; 0.4 kB mark topics on pages; 0.1 kB keep the notes
 * and tags of what is thrown away twice. 0.3 kB of the library join what several tabs write into one note.
 * Against losses of all kinds (27 November): 1.6 kB of the background keep sources as they are changed or removed while they are fetched, hosts at rest, and the alarm where a
 * round is killed; 0.7 kB, and as much of the thread, what is made while an import or restore is planned, written or taken back; 0.5 kB serve open tabs, and do what was chosen in
 * a popup that the browser's question closed; 0.3 kB take packs out of the list of which only samples were there; the rest tells failed reads. As much of all that as
 * is the store's is in the library too.
 * 1.8 kB of the background read dates in sixteen further languages, lead-ins and roles of bylines in a dozen, authors without a link, and dates below the text.
 * 1.3 kB of it, and of the thread, tell women, adjectives and short names of countries in eight languages, and people who bear a country's name.
 * 0.1 kB of both open a store anew that the browser closed, and ask again what a background that was stopped did not answer (28 November).
 * What eight readers found on 28 November: 1.8 kB of the background (2.3 of the thread) keep reporters, words and reports right where something goes while the index is rebuilt, and empty the
 * trash by no wrong clock; 1.9 kB tell a story from the one before it in the same document, and keep what is shown over anchors; 2.5 kB read the bylines, links and languages of
 * feeds; 2 kB look topics up by their names, and count corrected reports where they are found.
 * What several pages load is one file (`scripts/page-chunks.ts`): 0.7 kB that the library does not need cost it less than the files they would be; 0.5 kB are what
 * the bundler's helpers take in a file of their own, by which a popup is shown before its scripts are there.
 */
const FILES = { 'gate.js': 1.5 * KB, 'extract.js': 3 * KB, 'mark.js': 1.5 * KB, 'background.js': 260 * KB, 'pack-worker.js': 117 * KB };
const PAGES = { 'popup.html': 60 * KB, 'sidepanel.html': 60 * KB, 'welcome.html': 60 * KB, 'library.html': 91.5 * KB };
/** What is loaded when something is asked for; the largest file derives topics and terms. */
const LATER = 70 * KB;

describe.each(['chromium', 'firefox'] as const)('sizes of the %s build', (browser) => {
  it.each(Object.entries(FILES))('%s stays within %d bytes gzipped', (path, budget) => {
    expect(gzippedBytes(browser, path)).toBeLessThanOrEqual(budget);
  });

  it.each(Object.entries(PAGES))('%s with all it loads at first stays within %d bytes gzipped', (page, budget) => {
    expect(builtFiles(browser)).toContain(page);
    const bytes = loadedBy(browser, page).reduce((sum, path) => sum + gzippedBytes(browser, path), 0);
    expect(bytes).toBeLessThanOrEqual(budget);
  });

  it.each(Object.keys(PAGES))('%s loads nothing of more than 70,000 bytes gzipped at once when something is asked for', (page) => {
    const first = new Set(loadedBy(browser, page));
    const later = loadedBy(browser, page, true).filter((path) => !first.has(path));
    expect(later.filter((path) => gzippedBytes(browser, path) > LATER)).toEqual([]);
  });
});
