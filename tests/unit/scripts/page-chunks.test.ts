import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../scripts/page-chunks.ts';

const MODULES: Record<string, string[]> = {
  '/e/popup/index.html': ['/e/popup/main.tsx'],
  '/e/popup/main.tsx': ['/view.tsx', '/client.ts'],
  '/e/sidepanel/index.html': ['/e/sidepanel/main.tsx'],
  '/e/sidepanel/main.tsx': ['/view.tsx', '/client.ts'],
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
  it('are one for what several pages load, one for the rest of each; beginnings and what comes later stay apart', () => {
    const pages = pagesOf(Object.keys(MODULES), (id) => ({ isEntry: id.endsWith('.html'), importedIds: MODULES[id] ?? [] }));
    expect(Object.fromEntries(pages)).toEqual({
      '/view.tsx': 'surface',
      '/row.tsx': 'surface',
      '/client.ts': 'shared',
      '/messages.ts': 'shared',
      '/library.tsx': 'library',
      '/store.ts': 'library',
    });
  });
});
