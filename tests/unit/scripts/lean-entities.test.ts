import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../lib/feeds/read-feed.ts';
import { leanEntities } from '../../../scripts/lean-entities.ts';
import { DOCUMENTS } from '../feeds/documents.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The feed reader, bundled with a plugin that says when the table is unpacked. */
async function bundled(): Promise<typeof readFeed> {
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.lean-entities-'));
  const told: Plugin = {
    name: 'told',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('decode-shared.js')
        ? code.replace('const base = 91;', 'globalThis.unpackings = (globalThis.unpackings ?? 0) + 1; const base = 91;')
        : undefined,
  };
  try {
    const entry = join(folder, 'entry.mjs');
    await writeFile(entry, `export { readFeed } from '${pathToFileURL(join(ROOT, 'lib/feeds/read-feed.ts')).pathname}';`);
    await build({
      root: folder,
      logLevel: 'silent',
      plugins: [leanEntities(), told],
      build: { target: 'es2022', outDir: 'out', lib: { entry, formats: ['es'], fileName: () => 'it.mjs' } },
    });
    return (await import(pathToFileURL(join(folder, 'out', 'it.mjs')).href)).readFeed;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('leanEntities', () => {
  it('unpacks the table with the first text, and reads as before', async () => {
    const unpackings = () => (globalThis as { unpackings?: number }).unpackings ?? 0;
    const read = await bundled();
    expect(unpackings()).toBe(0);
    for (const text of [...Object.values(DOCUMENTS), '<rss><channel><title>&eacute;&nbsp;&amp;hellip;</title></channel></rss>'])
      expect(read(text)).toEqual(readFeed(text));
    expect(unpackings()).toBe(1);
  });

  it('fails where the packages are written otherwise', () => {
    const { transform } = leanEntities() as { transform(code: string, id: string): unknown };
    expect(() => transform('export const other = 1;', '/x/node_modules/entities/dist/generated/decode-data-html.js')).toThrow(
      'written otherwise',
    );
    expect(transform('anything', '/x/lib/feeds/xml.ts')).toBeUndefined();
  });
});
