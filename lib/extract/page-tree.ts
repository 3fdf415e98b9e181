import { type Selector, selectorOf } from './page-selector.ts';

/*
 * A page as a light tree: what the extractor and @mozilla/readability ask of a DOM and no more. The page's process only copies
 * (copy-page.ts); the work on the copy is done here, alike in both browsers' backgrounds and in the command line.
 */

/** A text, an element or the document. Nodes of one tree are linked; a removed node has no parent. */
export abstract class PageNode {
  abstract readonly nodeType: number;
  abstract readonly nodeName: string;
  parentNode: PageParent | null = null;
  previousSibling: PageNode | null = null;
  nextSibling: PageNode | null = null;
  firstChild: PageNode | null = null;
  lastChild: PageNode | null = null;

  abstract get textContent(): string;
  abstract copy(): PageNode;

  get parentElement(): PageElement | null {
    return this.parentNode instanceof PageElement ? this.parentNode : null;
  }

  get previousElementSibling(): PageElement | null {
    let node = this.previousSibling;
    while (node && !(node instanceof PageElement)) node = node.previousSibling;
    return node;
  }

  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling);
  }

  get childNodes(): PageNode[] {
    const nodes: PageNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }

  contains(other: PageNode | null): boolean {
    let at: PageNode | null = other;
    while (at && at !== this) at = at.parentNode;
    return at === this;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

/** A piece of text. */
export class PageText extends PageNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  data: string;

  constructor(data: string) {
    super();
    this.data = data;
  }

  get textContent(): string {
    return this.data;
  }

  copy(): PageText {
    return new PageText(this.data);
  }
}

/** What can hold nodes: an element or the document. */
export abstract class PageParent extends PageNode {
  #children: PageElement[] | null = null;

  get textContent(): string {
    let text = '';
    for (let node = nextNode(this, this); node; node = nextNode(node, this)) if (node instanceof PageText) text += node.data;
    return text;
  }

  get firstElementChild(): PageElement | null {
    return elementFrom(this.firstChild);
  }

  /** The elements among the nodes: one list until one comes or goes, for Readability asks anew for each of them. */
  get children(): readonly PageElement[] {
    if (!this.#children) {
      this.#children = [];
      for (let element = this.firstElementChild; element; element = element.nextElementSibling) this.#children.push(element);
    }
    return this.#children;
  }

  appendChild<T extends PageNode>(node: T): T {
    return this.insertBefore(node, null);
  }

  /** Puts a node before one of its children, at the end without one; a node that stands elsewhere moves. */
  insertBefore<T extends PageNode>(node: T, before: PageNode | null): T {
    node.remove();
    this.#children = null;
    const previous = before ? before.previousSibling : this.lastChild;
    node.parentNode = this;
    node.previousSibling = previous;
    node.nextSibling = before;
    if (previous) previous.nextSibling = node;
    else this.firstChild = node;
    if (before) before.previousSibling = node;
    else this.lastChild = node;
    return node;
  }

  removeChild<T extends PageNode>(node: T): T {
    this.#children = null;
    if (node.previousSibling) node.previousSibling.nextSibling = node.nextSibling;
    else this.firstChild = node.nextSibling;
    if (node.nextSibling) node.nextSibling.previousSibling = node.previousSibling;
    else this.lastChild = node.previousSibling;
    node.parentNode = null;
    node.previousSibling = null;
    node.nextSibling = null;
    return node;
  }

  replaceChild<T extends PageNode>(node: PageNode, old: T): T {
    this.insertBefore(node, old);
    return this.removeChild(old);
  }

  /** Elements inside that a selector of `page-selector.ts` names, in reading order. */
  querySelectorAll(selector: string): PageElement[] {
    const wanted = selectorOf(selector);
    const found: PageElement[] = [];
    for (let node = nextNode(this, this); node; node = nextNode(node, this))
      if (node instanceof PageElement && wanted(node)) found.push(node);
    return found;
  }

  querySelector(selector: string): PageElement | null {
    const wanted = selectorOf(selector);
    for (let node = nextNode(this, this); node; node = nextNode(node, this)) if (node instanceof PageElement && wanted(node)) return node;
    return null;
  }

  getElementsByTagName(name: string): PageElement[] {
    const wanted = name.toUpperCase();
    const found: PageElement[] = [];
    for (let node = nextNode(this, this); node; node = nextNode(node, this))
      if (node instanceof PageElement && (wanted === '*' || node.tagName === wanted)) found.push(node);
    return found;
  }

  protected copyChildrenOf(other: PageParent): void {
    for (let node = other.firstChild; node; node = node.nextSibling) this.appendChild(node.copy());
  }
}

/** An element; `tagName` in capitals. */
export class PageElement extends PageParent {
  readonly nodeType = 1;
  localName: string;
  tagName: string;
  /** Names and values, one after the other. */
  readonly #attributes: string[];

  constructor(name: string, attributes: string[] = []) {
    super();
    this.localName = name;
    this.tagName = name.toUpperCase();
    this.#attributes = attributes;
  }

  get nodeName(): string {
    return this.tagName;
  }

  getAttribute(name: string): string | null {
    const at = this.#find(name);
    return at < 0 ? null : this.#attributes[at + 1]!;
  }

  hasAttribute(name: string): boolean {
    return this.#find(name) >= 0;
  }

  getAttributeNames(): string[] {
    return this.#attributes.filter((_, at) => at % 2 === 0);
  }

  setAttribute(name: string, value: string): void {
    const at = this.#find(name);
    if (at < 0) this.#attributes.push(name, value);
    else this.#attributes[at + 1] = value;
  }

  removeAttribute(name: string): void {
    const at = this.#find(name);
    if (at >= 0) this.#attributes.splice(at, 2);
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  closest(selector: string): PageElement | null {
    const wanted: Selector = selectorOf(selector);
    for (let at: PageElement | null = this; at; at = at.parentElement) if (wanted(at)) return at;
    return null;
  }

  copy(): PageElement {
    const copy = new PageElement(this.localName, [...this.#attributes]);
    copy.copyChildrenOf(this);
    return copy;
  }

  /** Readability asks for it to put a page back as it was before another attempt: here it is a copy, not markup. */
  get innerHTML(): PageElement {
    return this.copy();
  }

  set innerHTML(kept: PageElement) {
    while (this.firstChild) this.removeChild(this.firstChild);
    this.copyChildrenOf(kept);
  }

  /** Tells Readability that an element is renamed by its `tagName` rather than replaced. */
  get __JSDOMParser__(): boolean {
    return true;
  }

  #find(name: string): number {
    for (let at = 0; at < this.#attributes.length; at += 2) if (this.#attributes[at] === name) return at;
    return -1;
  }
}

/** The whole page. */
export class PageDocument extends PageParent {
  readonly nodeType = 9;
  readonly nodeName = '#document';

  get documentElement(): PageElement | null {
    return this.firstElementChild;
  }

  get body(): PageElement | null {
    return this.documentElement?.children.find(({ tagName }) => tagName === 'BODY') ?? null;
  }

  /** Text of the first title element, white space collapsed. */
  get title(): string {
    return (this.querySelector('title')?.textContent ?? '').replace(/[\t\n\f\r ]+/g, ' ').trim();
  }

  createElement(name: string): PageElement {
    return new PageElement(name);
  }

  createTextNode(data: string): PageText {
    return new PageText(data);
  }

  copy(): PageDocument {
    const copy = new PageDocument();
    copy.copyChildrenOf(this);
    return copy;
  }
}

/** The next node in reading order inside `root`; null behind its last one. */
export function nextNode(node: PageNode, root: PageNode): PageNode | null {
  if (node.firstChild) return node.firstChild;
  let at: PageNode | null = node;
  while (at && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

/** Does `b` stand behind `a` (or inside it) in reading order? Both in one tree. */
export function isBehind(a: PageNode, b: PageNode): boolean {
  const path = (node: PageNode): PageNode[] => {
    const nodes: PageNode[] = [];
    for (let at: PageNode | null = node; at; at = at.parentNode) nodes.unshift(at);
    return nodes;
  };
  const [x, y] = [path(a), path(b)];
  let depth = 0;
  while (depth < x.length && x[depth] === y[depth]) depth++;
  if (depth === x.length) return y.length > x.length;
  for (let at = x[depth]!.nextSibling; at; at = at.nextSibling) if (at === y[depth]) return true;
  return false;
}

function elementFrom(node: PageNode | null): PageElement | null {
  let at = node;
  while (at && !(at instanceof PageElement)) at = at.nextSibling;
  return at;
}
