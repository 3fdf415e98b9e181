import Fuse from 'fuse.js';
import type { Engine } from '../engine.ts';
import { keepValue, keptValue } from './kept-value.ts';

interface Title {
  id: number;
  title: string;
}

/** fuse.js over headlines, four words joined by "or". */
export function createFuse(): Engine {
  let titles: Title[] = [];
  let fuse = new Fuse(titles, { keys: ['title'] });
  const rebuild = (): void => {
    fuse = new Fuse(titles, { keys: ['title'], threshold: 0.35, ignoreLocation: true, useExtendedSearch: true });
  };
  return {
    async open() {
      const kept = await keptValue();
      if (Array.isArray(kept)) titles = kept;
      rebuild();
    },
    async add(docs) {
      for (const { id, title } of docs) titles.push({ id, title });
    },
    async finish() {
      rebuild();
      await keepValue(titles);
    },
    async insert({ id, title }) {
      titles.push({ id, title });
      fuse.add({ id, title });
      await keepValue(titles);
    },
    async query({ terms }) {
      const words = terms.slice(0, 4).map(({ term }) => term);
      return fuse.search(words.join(' | '), { limit: 20 }).length;
    },
    async close() {},
  };
}
