import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../scripts/page-chunks.ts';

/** What the modules import by a call. */
const CALLED: Record<string, string[]> = {
  '/e/popup/main.ts': ['/e/popup/surface.tsx'],
  '/e/sidepanel/main.ts': ['/e/popup/surface.tsx'],
  '/library.tsx': ['/later.tsx'],
};
const MODULES: Record<string, string[]> = {
  '/e/popup/index.html': ['virtual:wxt-html-plugins', '/e/popup/main.ts'],
  '/e/popup/main.ts': ['/base.css', 'vite/preload-helper.js'],
  '/e/popup/surface.tsx': ['/view.tsx', '/client.ts'],
  '/e/sidepanel/index.html': ['virtual:wxt-html-plugins', '/e/sidepanel/main.ts'],
  '/e/sidepanel/main.ts': ['/base.css', 'vite/preload-helper.js'],
  '/e/library/index.html': ['/e/library/main.tsx'],
  '/e/library/main.tsx': ['/library.tsx'],
  '/library.tsx': ['/client.ts', '/store.ts'],
  '/store.ts': ['/library.tsx'],
  '/view.tsx': ['/row.tsx'],
  '/row.tsx': [],
  '/client.ts': ['/messages.ts'],
  '/messages.ts': [],
  '/later.tsx': ['/client.ts'],
};

describe('the files of pages', () => {
  it('are one for what several pages load, one for the rest of each; beginnings, styles and what comes later stay apart', () => {
    const pages = pagesOf(Object.keys(MODULES), (id) => ({
      isEntry: id.endsWith('.html'),
      importedIds: MODULES[id] ?? [],
      dynamicallyImportedIds: CALLED[id] ?? [],
    }));
    expect(Object.fromEntries(pages)).toEqual({
      'virtual:wxt-html-plugins': 'start',
      'vite/preload-helper.js': 'start',
      '/e/popup/surface.tsx': 'surface',
      '/view.tsx': 'surface',
      '/row.tsx': 'surface',
      '/client.ts': 'shared',
      '/messages.ts': 'shared',
      '/library.tsx': 'library',
      '/store.ts': 'library',
    });
  });
});
