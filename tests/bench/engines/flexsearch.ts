import { Index } from 'flexsearch';
import type { Engine } from '../engine.ts';
import { keepValue, keptValue } from './kept-value.ts';

/** FlexSearch over one text a report; it has no term weights. */
export function createFlexSearch(): Engine {
  const index = new Index({ tokenize: 'strict', resolution: 9 });
  const keep = async (): Promise<void> => {
    const chunks: [string, string][] = [];
    await index.export((key: string, data: string) => {
      if (data !== undefined) chunks.push([key, data]);
    });
    await keepValue(chunks);
  };
  return {
    async open() {
      const kept = await keptValue();
      if (Array.isArray(kept)) for (const [key, data] of kept) await index.import(key, data);
    },
    async add(docs) {
      for (const { id, title, standfirst, body } of docs) index.add(id, `${title} ${standfirst} ${body}`);
    },
    finish: keep,
    async insert({ id, title, standfirst, body }) {
      index.add(id, `${title} ${standfirst} ${body}`);
      await keep();
    },
    async query({ terms }) {
      return (await index.search(terms.map(({ term }) => term).join(' '), { limit: 20, suggest: true })).length;
    },
    async close() {},
  };
}
