import type { FeedList, ListedFeed } from '../core/feed.ts';
import { attribute, child, children, lineField, webAddress } from './fields.ts';
import type { ProblemLog } from './problems.ts';
import type { XmlElement } from './xml.ts';

/** The feeds of an OPML 1.0 or 2.0 file: outlines with an address of a feed, with the folders they lie in. */
export function opmlList(root: XmlElement, problems: ProblemLog): FeedList {
  const head = child(root, 'head');
  const feeds: ListedFeed[] = [];
  const read = (around: XmlElement, folders: string[]): void => {
    for (const outline of children(around, 'outline')) {
      const title = lineField(attribute(outline, 'title') || attribute(outline, 'text'), 'plain', problems);
      // Older readers write "feed://…" for http, and "feed:" before a whole address.
      const address = attribute(outline, 'xmlurl')
        .replace(/^\s*feed:(?:\/\/)?(?=https?:\/\/)/i, '')
        .replace(/^\s*feed:(?=\/\/)/i, 'http:');
      if (address !== '')
        feeds.push({
          title,
          url: webAddress(address, outline.base, problems),
          siteUrl: webAddress(attribute(outline, 'htmlurl'), outline.base, problems),
          folders,
        });
      read(outline, address !== '' || title === null ? folders : [...folders, title]);
    }
  };
  for (const body of [...children(root, 'body'), root]) read(body, []);
  return { format: 'opml', title: head === undefined ? null : lineField(child(head, 'title'), 'plain', problems), feeds };
}
