import { PageDocument, PageElement, type PageParent, PageText } from './page-tree.ts';

/** What the page's process hands over: the address it had while it was copied, and the parts of `copySteps`. */
export interface PageCopy {
  address: string;
  parts: string[];
  /** The address its document was loaded at: another one where the page went on inside it. */
  loadedAt?: string | undefined;
  /** Time origin of its document, epoch ms. */
  openedAtMs?: number;
}

/** Bounds of a tree made of parts that a page's process sent: a hostile one must not fill the background's memory. */
const MAX_NODES = 200_000;
/** Elements nested deeper become children of the deepest one allowed: news pages go 50 deep, and the work on a page grows with its depth. */
const MAX_DEPTH = 128;

/** The tree of a copied page. `parts` is untrusted: anything that is not of the format is left out. Never throws. */
export function treeOf(parts: readonly string[]): PageDocument {
  const document = new PageDocument();
  const open: PageParent[] = [document];
  let beyond = 0;
  let nodes = 0;
  for (const part of parts) {
    for (const token of tokensOf(part)) {
      const parent = open[open.length - 1]!;
      if (token === 0) {
        if (beyond > 0) beyond--;
        else if (open.length > 1) open.pop();
        continue;
      }
      if (++nodes > MAX_NODES) return document;
      if (typeof token === 'string') {
        // A comment between two texts, or a script, parts no word: one text, as the command line's parser makes it.
        if (parent.lastChild instanceof PageText) parent.lastChild.data += token;
        else if (parent !== document) parent.appendChild(new PageText(token));
      } else if (isElement(token)) {
        const [name, ...attributes] = token;
        const element = parent.appendChild(new PageElement(name!, attributes));
        if (open.length < MAX_DEPTH) open.push(element);
        else beyond++;
      }
    }
  }
  return document;
}

function tokensOf(part: unknown): unknown[] {
  try {
    const tokens: unknown = typeof part === 'string' ? JSON.parse(part) : [];
    return Array.isArray(tokens) ? tokens : [];
  } catch {
    return [];
  }
}

function isElement(token: unknown): token is string[] {
  return (
    Array.isArray(token) &&
    token.length % 2 === 1 &&
    token.every((part) => typeof part === 'string') &&
    /^[a-z][\w.:-]*$/i.test(token[0] as string)
  );
}
