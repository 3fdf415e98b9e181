/** A node as the copier needs it: of a live document, or of the command line's tree. */
interface SourceNode {
  readonly nodeType: number;
  readonly parentNode: unknown;
  readonly nextSibling: SourceNode | null;
  readonly firstChild: SourceNode | null;
  readonly localName?: string;
  readonly data?: string;
  readonly textContent?: string | null;
  readonly shadowRoot?: SourceNode | null;
  getAttributeNames?(): string[];
  getAttribute?(name: string): string | null;
  assignedNodes?(): SourceNode[];
}

/** How much of a page is copied at most. */
export interface CopyLimits {
  nodes: number;
  /** Of texts and attributes together. */
  chars: number;
}

/** Room for the longest articles with all that stands around them; what is beyond is left out. */
export const COPY_LIMITS: CopyLimits = { nodes: 60_000, chars: 1_500_000 };

/** Never text, never of use: their insides stay in the page. */
const SKIPPED = new Set(
  'script style noscript template iframe object embed svg canvas select textarea datalist audio video map'.split(' '),
);
/** Attributes that say what an element is. Values of forms, addresses of pictures and all else stay in the page. */
const KEPT = new Set(
  'class id href rel itemprop itemscope itemtype datetime pubdate content property title type lang xml:lang hidden role aria-modal aria-hidden data-testid style rowspan colspan summary'.split(
    ' ',
  ),
);
/** Pictures whose class, name or address says that they show an author keep their address. */
const PORTRAIT = /author|autor|avatar|auteur|byline|portrait|profile|headshot/i;
const KEPT_OF_META = new Set(['name', 'value', 'http-equiv']);
/** Meta tags that describe the page; others hold keys of its forms, say. */
const TELLING =
  /author|byl|creat|contrib|title|headline|site|application-name|^cre$|publi|dat[ae]|time|issued|mod|descri|section|keyword|tags?\b|lang|locale|^og:|^article:|parsely|sailthru|cxense/i;
const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const MAX_VALUE = 4000;
const MAX_TEXT = 400_000;
/** Nodes between two looks at the clock. */
const STEP = 8;

/** Thrown by `copySteps` when what it was about to read has moved: begin again. */
export class PageMoved extends Error {}

/**
 * Copies a page's texts and the attributes that matter, in tiny steps: yields every few nodes, and wants to hear from `next` whether the
 * page had a pause meanwhile; then it looks whether it still stands where it stood. Open shadow roots are read as they are shown, and
 * `met` hears of each. What is copied goes to `parts`; `treeOf` makes a tree of it. Only reads.
 *
 * The JSON of a part is a flat list: a text is a string, an element opens as `[name, attribute, value, …]` and closes as `0`.
 */
export function* copySteps(
  root: SourceNode,
  parts: string[],
  { nodes, chars }: CopyLimits = COPY_LIMITS,
  met: (root: SourceNode) => void = () => {},
): Generator<void, void, boolean> {
  let tokens: (string | string[] | 0)[] = [];
  /** What is still to be read: a node, where it stood when it was noted, and whether its siblings follow. `null` closes an element. */
  const pending: ({ node: SourceNode; parent: unknown; alone: boolean } | null)[] = [];
  const note = (node: SourceNode | null, alone: boolean): void => {
    if (node) pending.push({ node, parent: node.parentNode, alone });
  };
  let [nodesLeft, charsLeft, sinceStep] = [nodes, chars, 0];
  note(root.firstChild, false);
  while (pending.length > 0) {
    const next = pending.pop()!;
    if (next === null) {
      tokens.push(0);
      continue;
    }
    const { node, alone } = next;
    if (++sinceStep >= STEP) {
      sinceStep = 0;
      pending.push(next);
      if (yield) {
        parts.push(JSON.stringify(tokens));
        tokens = [];
      }
      pending.pop();
      for (const entry of pending) if (entry && entry.node.parentNode !== entry.parent) throw new PageMoved();
      if (node.parentNode !== next.parent) throw new PageMoved();
    }
    if (!alone) note(node.nextSibling, false);
    if (--nodesLeft < 0 || charsLeft < 0) break;
    if (node.nodeType === 3) {
      const text = node.data ?? '';
      charsLeft -= text.length;
      tokens.push(/\S/.test(text) ? text.slice(0, MAX_TEXT) : ' ');
    } else if (node.nodeType === 1) {
      const name = node.localName ?? '';
      const linked = name === 'script' && /ld\+json/i.test(node.getAttribute!('type') ?? '');
      const element = SKIPPED.has(name) && !linked ? null : opening(node, name);
      if (!element) continue;
      for (const text of element) charsLeft -= text.length;
      tokens.push(element);
      pending.push(null);
      const shadow = node.shadowRoot;
      const slotted = name === 'slot' ? (node.assignedNodes?.() ?? []) : [];
      if (shadow) met(shadow);
      if (slotted.length) for (let at = slotted.length - 1; at >= 0; at--) note(slotted[at]!, true);
      else note((shadow ?? node).firstChild, false);
    }
  }
  for (const entry of pending) if (entry === null) tokens.push(0);
  parts.push(JSON.stringify(tokens));
}

/** `copySteps` in one go, for pages that hold up nobody. */
export function copyPage(root: SourceNode, limits: CopyLimits = COPY_LIMITS): string[] {
  const parts: string[] = [];
  const steps = copySteps(root, parts, limits);
  while (!steps.next(false).done);
  return parts;
}

function opening(node: SourceNode, name: string): string[] | null {
  const element = [name];
  const meta = name === 'meta';
  const portrait =
    name === 'img' && ['class', 'src', 'alt', 'itemprop'].some((key) => PORTRAIT.test((node.getAttribute!(key) ?? '').slice(0, 300)));
  for (const attribute of node.getAttributeNames!()) {
    if (!KEPT.has(attribute) && !(meta && KEPT_OF_META.has(attribute)) && !(portrait && attribute === 'src')) continue;
    const value = node.getAttribute!(attribute) ?? '';
    if (attribute === 'style') {
      if (HIDING.test(value)) element.push('hidden', '');
    } else element.push(attribute, value.slice(0, meta ? MAX_VALUE * 4 : MAX_VALUE));
  }
  if (meta && !['name', 'property', 'itemprop', 'http-equiv'].some((key) => TELLING.test(node.getAttribute!(key) ?? ''))) return null;
  return element;
}
