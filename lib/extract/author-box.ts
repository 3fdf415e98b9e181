import { namesAuthor } from './author-facts.ts';
import { bare, blocksOf, labelOf, lineOf } from './dom-text.ts';
import type { PageDocument, PageElement } from './page-tree.ts';
import type { RawBox } from './raw-page.ts';

const BOX =
  '[class*="author" i],[id*="author" i],[class*="autor" i],[class*="auteur" i],[class*="bio" i],[id*="bio" i],[class*="contributor" i],[class*="byline" i],[class*="profile" i],[class*="reporter" i],[class*="writer" i],[itemprop~="author"],[itemtype*="Person"]';
const MAX_BOXES = 400;
/** Characters that all boxes together hold at most. */
const MAX_CHARS = 200_000;

/** The page's author boxes that name one of the authors, or stand beside such a name, as text. */
export function authorBoxes(page: PageDocument, names: string[]): RawBox[] {
  const boxes: RawBox[] = [];
  const elements = names.length ? page.querySelectorAll(BOX) : [];
  let chars = 0;
  for (let i = 0; i < elements.length && i < MAX_BOXES && chars < MAX_CHARS; i++) {
    const box = elements[i]!;
    const text = lineOf(box, 4000);
    for (const [author, name] of names.entries()) {
      if (text.length < name.length || text.length > 3500) continue;
      const key = ` ${bare(name)} `;
      const holder = namesAuthor(text, key) ? box : nearbyHolder(box, key);
      if (!holder) continue;
      const texts = blocksOf(holder, 4000);
      chars += texts.join('').length;
      boxes.push({
        author,
        label: labelOf(box),
        around: box.parentElement ? labelOf(box.parentElement) : '',
        texts,
        links: linksIn(holder),
        picture: holder.querySelector('img[src]')?.getAttribute('src') ?? null,
      });
    }
  }
  return boxes;
}

/** The element around a bio that also holds the author's name: up to three levels, never much larger. */
function nearbyHolder(box: PageElement, key: string): PageElement | null {
  if (!/bio|about|desc/i.test(labelOf(box))) return null;
  let at = box.parentElement;
  for (let depth = 0; at && depth < 3; depth++, at = at.parentElement) {
    const text = lineOf(at, 4000);
    if (text.length > 3000) return null;
    if (namesAuthor(text, key)) return at;
  }
  return null;
}

function linksIn(holder: PageElement): string[] {
  const hrefs: string[] = [];
  const links = holder.querySelectorAll('a[href]');
  for (let i = 0; i < links.length && i < 40; i++) hrefs.push(links[i]!.getAttribute('href') ?? '');
  return hrefs;
}
