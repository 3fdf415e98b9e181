import { cleanText } from './dom-text.ts';
import { PageElement, type PageNode, type PageText } from './page-tree.ts';

const BLOCK = /^(?:div|p|li|ul|br|h[1-6]|header|section|address|dd|dt|td|tr)$/i;

/** Two inline elements side by side without a space ("Jane Doe", "Staff Writer") are two parts of a byline. */
export function partsOf(element: PageElement, max: number): string {
  const parts: string[] = [];
  let length = 0;
  let node: PageNode | null = element;
  while (node && length <= max) {
    if (node.nodeType === 3 && (node as PageText).data !== '') {
      const { data } = node as PageText;
      const before = parts[parts.length - 1];
      if (before && /\S$/.test(before) && /^\s*[\p{Lu}\p{Lo}]/u.test(data)) parts.push(/^\S/.test(data) ? ' | ' : ' ');
      parts.push(data);
      length += data.trim().length;
    }
    const inside: PageNode | null = isSilent(node) ? null : node.firstChild;
    if (inside) {
      node = inside;
      continue;
    }
    while (node && node !== element && !node.nextSibling) {
      node = node.parentNode;
      if (node && node !== element && BLOCK.test(node.nodeName)) parts.push(' | ');
    }
    if (!node || node === element) break;
    if (BLOCK.test(node.nodeName) || BLOCK.test(node.nextSibling!.nodeName)) parts.push(' | ');
    node = node.nextSibling;
  }
  return (
    cleanText(parts.join(''), max)
      .replace(/(?:\s*\|\s*)+/g, ' | ')
      // The Hebrew and the Arabic "and" are written on to the next name.
      .replace(/ [\u05d5\u0648] \| /g, ', ')
      .replace(/^ ?\| | \| ?$/g, '')
  );
}

/** Scripts and the like, and links to the report's tags. */
function isSilent(node: PageNode): boolean {
  return /^(?:script|style|noscript|svg|template)$/i.test(node.nodeName) || (node instanceof PageElement && isTag(node));
}

function isTag(element: PageElement): boolean {
  return element.tagName === 'A' && /(?:^|\s)tag(?:\s|$)/i.test(element.getAttribute('rel') ?? '');
}
