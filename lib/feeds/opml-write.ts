import type { ListedFeed } from '../core/feed.ts';

interface Folder {
  feeds: ListedFeed[];
  folders: Map<string, Folder>;
}

/**
 * An OPML 2.0 file of feeds in their folders, for any other reader. Within a folder feeds keep their order; a folder stands behind
 * the feeds beside it. Feeds without an address are left out, for nobody could fetch them.
 */
export function writeOpml(title: string, feeds: readonly ListedFeed[]): string {
  const root: Folder = { feeds: [], folders: new Map() };
  for (const feed of feeds) {
    if (feed.url === null) continue;
    let folder = root;
    for (const name of feed.folders) {
      const inner = folder.folders.get(name) ?? { feeds: [], folders: new Map() };
      folder.folders.set(name, inner);
      folder = inner;
    }
    folder.feeds.push(feed);
  }
  const head = `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head><title>${escaped(title)}</title></head>\n  <body>\n`;
  return `${head}${outlines(root, '    ')}  </body>\n</opml>\n`;
}

function outlines({ feeds, folders }: Folder, indent: string): string {
  const own = feeds.map(({ title, url, siteUrl }) => {
    const name = escaped(title ?? url ?? '');
    const site = siteUrl === null ? '' : ` htmlUrl="${escaped(siteUrl)}"`;
    return `${indent}<outline type="rss" text="${name}" title="${name}" xmlUrl="${escaped(url ?? '')}"${site}/>\n`;
  });
  const inner = [...folders].map(
    ([name, folder]) => `${indent}<outline text="${escaped(name)}">\n${outlines(folder, `${indent}  `)}${indent}</outline>\n`,
  );
  return [...own, ...inner].join('');
}

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': ' ', '\t': ' ', '\r': ' ' };

/** Fit for an attribute; characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"\n\t\r]/g, (char) => REFERENCES[char] ?? '')
    .replace(/\p{Cc}|[\ufffe\uffff]/gu, '');
}
