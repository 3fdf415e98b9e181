import { tagReader } from './html-tags.ts';
import type { ImportSink, RawItem } from './sink.ts';
import { stateOf, tagsOf } from './table.ts';
import type { ImportReader } from './types.ts';

/** Folders kept of a nest; what lies deeper counts as lying in the last. */
const FOLDERS_MAX = 32;
/** Characters of one text at most. */
const TEXT_MAX = 60_000;

/**
 * Links of an HTML export. Bookmarks (the Netscape format, as browsers, Raindrop and Pinboard write it): folders are `h3` before a `dl`, tags and times are attributes, a
 * note is the `dd` behind. Pocket and Instapaper: `h1` or `h2` says how far the reader is or names a folder, links stand in a list under it. Never
 * builds a tree: nests of any depth cost nothing.
 */
export function linkReader(sink: ImportSink): ImportReader {
  let count = 0;
  let item: RawItem | null = null;
  let into: 'title' | 'note' | 'heading' | 'folder' | null = null;
  let text = '';
  let heading = '';
  let folder: { name: string; isBar: boolean } | null = null;
  const folders: string[] = [];
  let depth = 0;

  function flush(): void {
    if (item === null) return;
    count++;
    sink.add(item, count);
    item = null;
  }
  /** What was being read ends here. */
  function settle(): void {
    const read = text.slice(0, TEXT_MAX);
    if (into === 'title' && item !== null) item.title = read;
    else if (into === 'note' && item !== null) item.note = read;
    else if (into === 'heading') heading = read.replace(/\s+/g, ' ').trim();
    else if (into === 'folder' && folder !== null) folder.name = read.replace(/\s+/g, ' ').trim();
    into = null;
    text = '';
  }
  function begin(what: Exclude<typeof into, null>): void {
    settle();
    into = what;
  }

  return tagReader({
    open(name, attributes) {
      if (name === 'a' && attributes.href !== undefined) {
        settle();
        flush();
        item = linkOf(attributes, heading, folders);
        into = 'title';
      } else if (name === 'dd' && item !== null) begin('note');
      else if (name === 'h3') {
        settle();
        flush();
        folder = { name: '', isBar: attributes.personal_toolbar_folder !== undefined || attributes.unfiled_bookmarks_folder !== undefined };
        into = 'folder';
      } else if (name === 'h1' || name === 'h2') {
        settle();
        flush();
        into = 'heading';
      } else if (name === 'dl') {
        settle();
        flush();
        depth++;
        if (depth <= FOLDERS_MAX) folders.push(folder === null || folder.isBar ? '' : folder.name);
        folder = null;
        // The title of the whole file ("Bookmarks") is no folder.
        if (depth === 1) heading = '';
      } else if (name === 'dt' || name === 'li') {
        settle();
        flush();
      }
    },
    text(piece) {
      if (into !== null && text.length < TEXT_MAX) text += piece;
    },
    close(name) {
      if (name === 'a' || name === 'h1' || name === 'h2' || name === 'h3') settle();
      else if (name === 'dl' && depth > 0) {
        settle();
        flush();
        depth--;
        if (depth < FOLDERS_MAX) folders.pop();
      }
    },
    end() {
      settle();
      flush();
    },
  });
}

function linkOf(attributes: Readonly<Record<string, string>>, heading: string, folders: readonly string[]): RawItem {
  const isStarred = attributes['data-important'] === 'true' || heading.toLowerCase() === 'starred';
  const state = attributes.toread === '1' ? 'unread' : /^read archive$/i.test(heading) ? 'archived' : stateOf(heading);
  const names = [...folders, ...(state === null && heading.toLowerCase() !== 'starred' ? [heading] : [])];
  return {
    url: attributes.href,
    added: attributes.time_added ?? attributes.add_date,
    state,
    tags: [
      ...tagsOf(attributes.tags ?? ''),
      ...names.filter((name) => name !== '' && name.toLowerCase() !== 'unsorted'),
      ...(isStarred ? ['starred'] : []),
    ],
  };
}
