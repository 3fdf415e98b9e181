import type { Plugin } from 'vite';

/**
 * Vite plugin: what a page of ours loads at first is in two files, what several pages share and what is its own, with its beginning and the bundler's helpers four
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

type GetModuleInfo = (id: string) => { isEntry: boolean; importedIds: readonly string[] } | null;

/**
 * The file of each module that a page loads at first: `shared` for those of several, else the page's name. Popup and side panel are one view, in one file; where a page
 * begins (its HTML and its main module) stays its own.
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
      for (const next of getModuleInfo(id)?.importedIds ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    for (const id of [entry, ...info.importedIds]) if (/\W(?:index\.html|main\.tsx?)$/.test(id)) beginnings.add(id);
  }
  for (const id of beginnings) pages.delete(id);
  return pages;
}
