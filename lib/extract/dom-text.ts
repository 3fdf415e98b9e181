import type { PageElement, PageNode, PageText } from './page-tree.ts';

/** Control and format characters (direction overrides among them), but white space and the joiners that Persian and Hindi write. */
const CONTROLS = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}]/gu;
const WHITE = /[\s\u00a0]+/g;
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'TEXTAREA', 'SELECT', 'BUTTON']);
const BREAKING =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CENTER|DD|DETAILS|DIV|DL|DT|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|TABLE|TBODY|TD|TH|TR|UL)$/;
// What is opened again before it is closed is no end of a search: each character is looked at once.
const SCRIPTS = /<(script|style)\b[^<>]*>(?:(?!<(?:script|style)\b)[\s\S])*?<\/\1\s*>/gi;
const TAGS = /<!--(?:(?!<!--)[\s\S])*?-->|<\/?[a-z][^<>]*>/gi;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  hellip: '…',
};

/** A text on one line: white space collapsed, control and direction-override characters gone, at most `max` characters. */
export function cleanText(text: string, max = 2000): string {
  const cut = text.length > max * 4 ? text.slice(0, max * 4) : text;
  const clean = cut.replace(CONTROLS, '').replace(WHITE, ' ').trim();
  return clean.length > max ? clean.slice(0, max).replace(/[\ud800-\udbff]$/, '') : clean;
}

/** A value that publishers write as HTML or with entities, as plain text on one line. */
export function plainValue(value: unknown, max = 2000): string {
  if (typeof value !== 'string') return '';
  let text = value.length > max * 8 ? value.slice(0, max * 8) : value;
  text = decodeEntities(text);
  if (/<\/?[a-z!]/i.test(text)) text = decodeEntities(text.replace(SCRIPTS, ' ').replace(TAGS, ' '));
  return cleanText(text, max);
}

/** Decodes numeric and the common named character references, once. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi, (all, hex, decimal, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? all;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}

/** A paragraph, heading, list item or cell, as text. */
export interface TextBlock {
  text: string;
  /** Characters of it that stand in links. */
  linked: number;
  /** Name of the innermost block element it began in, in capitals. */
  tag: string;
}

/**
 * What an element says, in paragraphs: block elements and line breaks part them; scripts, styles and controls say nothing.
 * Reads at most `max` characters. Unlike `textContent`, "<div>A</div><div>B</div>" is two texts.
 */
export function readBlocks(root: PageNode, max = 5000): TextBlock[] {
  const blocks: TextBlock[] = [];
  let line = '';
  let linked = 0;
  let links = 0;
  let total = 0;
  const open = [root.nodeName.toUpperCase()];
  const flush = (): void => {
    const text = cleanText(line, max);
    if (text) blocks.push({ text, linked: Math.min(linked, text.length), tag: open[open.length - 1] ?? '' });
    line = '';
    linked = 0;
  };
  const leave = (node: PageNode): void => {
    const name = node.nodeName.toUpperCase();
    if (name === 'A') links--;
    if (!BREAKING.test(name)) return;
    flush();
    if (open.length > 1) open.pop();
  };
  // Empty elements cost time as well: a page may nest thousands of them.
  let nodes = max + 400;
  let node: PageNode | null = root;
  while (node && total <= max && nodes-- > 0) {
    const current: PageNode = node;
    let inside: PageNode | null = null;
    if (current.nodeType === 3) {
      const { data } = current as PageText;
      line += data;
      const said = data.trim().length;
      total += said;
      if (links > 0) linked += said;
    } else if (current.nodeType === 1 && !SKIPPED.has(current.nodeName.toUpperCase())) {
      const name = current.nodeName.toUpperCase();
      if (name === 'A') links++;
      if (BREAKING.test(name)) {
        flush();
        open.push(name);
      }
      inside = current.firstChild;
      if (!inside) leave(current);
    } else if (current.nodeType === 9 || current.nodeType === 11) inside = current.firstChild;
    if (inside) {
      node = inside;
      continue;
    }
    let at: PageNode = current;
    while (at !== root && !at.nextSibling && at.parentNode) {
      at = at.parentNode;
      leave(at);
    }
    if (at === root) break;
    node = at.nextSibling;
  }
  flush();
  return blocks;
}

/** Texts of `readBlocks`. */
export function blocksOf(root: PageNode, max = 5000): string[] {
  return readBlocks(root, max).map((block) => block.text);
}

/** Does an element hold only a little: few nodes, and text of at most `maxChars`? Looks at 80 nodes at most. */
export function isSmall(element: PageElement, maxChars: number): boolean {
  let chars = 0;
  let nodes = 0;
  let node: PageNode | null = element;
  while (node) {
    if (++nodes > 80 || chars > maxChars) return false;
    if (node.nodeType === 3) chars += (node as PageText).data.trim().length;
    let next: PageNode | null = node.firstChild;
    while (!next && node && node !== element) {
      next = node.nextSibling;
      if (!next) node = node.parentNode;
    }
    node = next;
  }
  return chars <= maxChars;
}

/** What an element says, on one line; block elements are parted by a space. */
export function lineOf(element: PageNode | null, max = 2000): string {
  return element ? cleanText(blocksOf(element, max).join(' '), max) : '';
}

/** Letters and digits of a text in lower case, for comparing two wordings of one thing. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Words of a text; Han, Kana and Thai count by the character. */
export function countWords(text: string): number {
  return (
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0
  );
}

/** Class and id of an element, as one string for pattern tests. */
export function labelOf(element: PageElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 400);
}

/** `labelOf`, for telling where on the page an element stands: page builders call every part of a page a widget. */
export function placeLabel(element: PageElement): string {
  return labelOf(element).replace(
    /\b(?:elementor|fusion|vc|et_pb|fl|so|siteorigin|bde|avia)[-_](?:[\w-]*widget|sidebar-?position)[\w-]*|\bwidget_(?:sp_)?(?:text|content)\b|\b[\w-]*sidebar-?position[\w-]*/gi,
    ' ',
  );
}

/** Does an element hold so many paragraphs one after the other? */
export function hasParagraphs(element: PageElement, count: number): boolean {
  return element.querySelectorAll('p').some((paragraph) => {
    let at: PageElement | null = paragraph;
    for (let more = count - 1; at && more > 0; more--) {
      at = at.nextElementSibling;
      if (at?.tagName !== 'P') return false;
    }
    return true;
  });
}
