import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserName } from './browser-under-test.ts';
import { PROJECT_ROOT } from './source-files.ts';

/** Folder of a production build: the one `npm test` made, else the one of `npm run build`. */
export function builtFolder(browser: BrowserName): string {
  const folder = `${browser === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
  const found = [process.env.SIDELIGHT_OUT_DIR || join(PROJECT_ROOT, '.output')]
    .map((out) => join(out, folder))
    .find((path) => existsSync(join(path, 'manifest.json')));
  if (found === undefined) throw new Error(`There is no build for ${browser}: run \`npm run build\` first.`);
  return found;
}

/** The built manifest, as data. */
export function builtManifest(browser: BrowserName): Record<string, unknown> {
  return JSON.parse(readFileSync(join(builtFolder(browser), 'manifest.json'), 'utf8')) as Record<string, unknown>;
}

/** Paths of all built files from the build's folder, with `/`. */
export function builtFiles(browser: BrowserName): string[] {
  const folder = builtFolder(browser);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

/** A built file's text. */
export function builtText(browser: BrowserName, path: string): string {
  return readFileSync(join(builtFolder(browser), path), 'utf8');
}

/** Bytes of a file after gzip, level 9. */
export function gzippedBytes(browser: BrowserName, path: string): number {
  return gzipSync(readFileSync(join(builtFolder(browser), path)), { level: 9 }).length;
}

const FIRST_IMPORT = /(?:from|import)\s*["'`](\.{0,2}\/[^"'`]+\.js)["'`]/g;
const EVERY_IMPORT = /(?:from|import)\s*\(?\s*["'`](\.{0,2}\/[^"'`]+\.js)["'`]/g;

/**
 * All files that a page of ours loads before it does anything: itself, its styles, its scripts and what those import; what the script of its beginning imports by a call
 * as well, for it does so at once. `withLater`: also what it loads when it is wanted.
 */
export function loadedBy(browser: BrowserName, page: string, withLater = false): string[] {
  const found = new Set<string>([page]);
  const html = builtText(browser, page);
  const beginnings = [...html.matchAll(/src="\/?([^"#?]+\.js)"/g)].map((match) => match[1] ?? '');
  const waiting = [...html.matchAll(/(?:src|href)="\/?([^"#?]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const clean = path.replace(/^\.?\//, '');
    if (found.has(clean)) continue;
    found.add(clean);
    if (!clean.endsWith('.js')) continue;
    const folder = clean.includes('/') ? clean.slice(0, clean.lastIndexOf('/') + 1) : '';
    const imports = withLater || beginnings.includes(clean) ? EVERY_IMPORT : FIRST_IMPORT;
    for (const match of builtText(browser, clean).matchAll(imports)) {
      waiting.push(new URL(match[1] ?? '', `file:///${folder}`).pathname.slice(1));
    }
  }
  return [...found];
}
