import type { Plugin } from 'vite';

/**
 * Vite plugin: what a page of ours loads at first is in two files, what several pages share and what is its own, with its beginning and the bundler's helpers five
 * scripts instead of two dozen that ask for one another. A browser hands out each file of an extension slowly (ADR 1 has what it is worth).
 * What is loaded when something is asked for stays apart.
 */
export function pageChunks(): Plugin {
  let pages = new Map<string, string>();
  return {
    name: 'page-chunks',
    apply: 'build',
    buildEnd() {
      pages = pagesOf(this.getModuleIds(), (id) => this.getModuleInfo(id));
    },
    outputOptions(options) {
      // Background and page scripts are one file each already.
      if (options.format === 'iife') return null;
      const name = (id: string) => pages.get(id) ?? null;
      return { ...options, codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: 'pages', name }] } };
    },
  };
}

type GetModuleInfo = (id: string) => { isEntry: boolean; importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;

/** What the bundlers put before any page's own code: a few lines, apart, so that a beginning needs nothing else. */
const START = /virtual:wxt-|preload-helper/;
/** Where a page begins: its HTML and its main module. */
const BEGINNING = /\W(?:index\.html|main\.tsx?)$/;

/**
 * The file of each module that a page loads at first: `shared` for those of several, else the page's name. Popup and side panel are one view, in one file; where a page
 * begins stays its own, and so do styles, which a beginning may need without any script.
 */
export function pagesOf(ids: Iterable<string>, getModuleInfo: GetModuleInfo): Map<string, string> {
  const pages = new Map<string, string>();
  const beginnings = new Set<string>();
  for (const entry of ids) {
    const info = getModuleInfo(entry);
    if (info?.isEntry !== true) continue;
    const name = /(\w+)\W+(?:index\.html|main\.tsx?)$/.exec(entry)?.[1] ?? 'page';
    const page = name === 'popup' || name === 'sidepanel' ? 'surface' : name;
    const open = [entry];
    const seen = new Set(open);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const known = pages.get(id);
      pages.set(id, known === undefined || known === page ? page : 'shared');
      const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(id) ?? {};
      if (BEGINNING.test(id)) beginnings.add(id);
      // What a main module imports by a call it needs at once as well.
      for (const next of [...importedIds, ...(BEGINNING.test(id) ? dynamicallyImportedIds : [])]) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
  }
  for (const id of pages.keys()) {
    if (START.test(id)) pages.set(id, 'start');
    else if (beginnings.has(id) || id.endsWith('.css')) pages.delete(id);
  }
  return pages;
}
