import { html, parse, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { PageDocument, PageElement, type PageNode, type PageParent, PageText } from '../extract/page-tree.ts';

/** Attributes that second `html` and `body` tags give to the first ones at most. */
const MAX_ADOPTED = 200;

/** Elements nested deeper than this are appended to the deepest one allowed, as Chromium's parser does. */
const MAX_DEPTH = 512;

type PageMap = TreeAdapterTypeMap<
  PageNode,
  PageParent,
  PageNode,
  PageDocument,
  PageDocument,
  PageElement,
  PageText,
  PageText,
  Template,
  PageText
>;

const DECLARED = 'template[shadowrootmode="open"]';

/** A template: its content is no part of the page. */
class Template extends PageElement {
  content = new PageDocument();
}

/**
 * Builds the tree of a page's source: parse5 reads it as the HTML standard says, so the tree is the browsers'
 * (docs/adr/0006-command-line-dom.md). Runs no script, loads nothing, never throws for bad markup.
 */
export function parsePage(source: string): PageDocument {
  const page = parse<PageMap>(source, { treeAdapter: adapter(), scriptingEnabled: true });
  showShadows(page);
  return page;
}

/** A browser attaches what a declaring template holds to the element around it, as a shadow root, and takes the template away: the outermost first. */
function showShadows(page: PageDocument): void {
  const roots: PageDocument[] = [page];
  const templates: Template[] = [];
  for (const root of roots) {
    for (const template of root.querySelectorAll(DECLARED) as Template[]) {
      templates.push(template);
      roots.push(template.content);
    }
  }
  for (const template of templates) showShadow(template);
}

/** Puts a declared shadow root where it is shown: in its host's place, with the host's own nodes in its slots. */
function showShadow(template: Template): void {
  const host = template.parentNode;
  template.remove();
  if (!(host instanceof PageElement)) return;
  const own = new Map<string, PageNode[]>();
  for (const node of host.childNodes) {
    node.remove();
    const name = (node instanceof PageElement && node.getAttribute('slot')) || '';
    const sameSlot = own.get(name);
    if (sameSlot) sameSlot.push(node);
    else own.set(name, [node]);
  }
  for (const slot of template.content.getElementsByTagName('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const shown = own.get(name) ?? [];
    // The first slot of a name has what is for it.
    own.delete(name);
    if (shown.length) for (const node of slot.childNodes) node.remove();
    for (const node of shown) slot.appendChild(node);
  }
  for (const node of template.content.childNodes) host.appendChild(node);
}

function adapter(): TreeAdapter<PageMap> {
  const document = new PageDocument();
  const depths = new WeakMap<PageNode, number>();
  let adoptable = MAX_ADOPTED;
  const foreign = new WeakMap<PageElement, html.NS>();

  /** Where a child may go: the parent itself, or its nearest ancestor that is not too deep. */
  const shallow = (parent: PageParent): PageParent => {
    let at = parent;
    while ((depths.get(at) ?? 0) >= MAX_DEPTH && at.parentNode) at = at.parentNode;
    return at;
  };
  const settle = (child: PageNode, parent: PageNode): void => void depths.set(child, (depths.get(parent) ?? 0) + 1);

  return {
    createDocument: () => document,
    createDocumentFragment: () => new PageDocument(),
    createElement: (name, namespace, attributes) => {
      // The parser has left out what is there twice.
      const pairs = attributes.flatMap((attribute) => [attribute.name, attribute.value]);
      const element = name === 'template' ? new Template(name, pairs) : new PageElement(name, pairs);
      if (namespace !== html.NS.HTML) foreign.set(element, namespace);
      return element;
    },
    // Comments say nothing; the parser wants a node all the same, and gets one that is in no tree.
    createCommentNode: () => new PageText(''),
    createTextNode: (value) => new PageText(value),
    appendChild: (parent, child) => {
      if (child instanceof PageText && child.data === '') return;
      const at = shallow(parent);
      settle(child, at);
      at.appendChild(child);
    },
    insertBefore: (parent, child, reference) => {
      if (child instanceof PageText && child.data === '') return;
      settle(child, parent);
      parent.insertBefore(child, reference);
    },
    detachNode: (node) => node.remove(),
    insertText: (parent, text) => {
      const at = shallow(parent);
      if (at.lastChild instanceof PageText) at.lastChild.data += text;
      else at.appendChild(new PageText(text));
    },
    insertTextBefore: (parent, text, reference) => {
      if (reference.previousSibling instanceof PageText) reference.previousSibling.data += text;
      else parent.insertBefore(new PageText(text), reference);
    },
    adoptAttributes: (element, attributes) => {
      for (const { name, value } of attributes.slice(0, adoptable)) if (!element.hasAttribute(name)) element.setAttribute(name, value);
      adoptable = Math.max(0, adoptable - attributes.length);
    },
    setTemplateContent: (element, content) => {
      element.content = content;
    },
    getTemplateContent: (element) => element.content,
    setDocumentType: () => {},
    setDocumentMode: () => {},
    getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
    getFirstChild: (node) => node.firstChild,
    getChildNodes: (node) => node.childNodes,
    getParentNode: (node) => node.parentNode,
    getAttrList: (element) => element.getAttributeNames().map((name) => ({ name, value: element.getAttribute(name)! })),
    getTagName: (element) => element.localName,
    getNamespaceURI: (element) => foreign.get(element) ?? html.NS.HTML,
    getTextNodeContent: (node) => node.data,
    getCommentNodeContent: (node) => node.data,
    getDocumentTypeNodeName: () => 'html',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is PageText => node instanceof PageText,
    isCommentNode: (_node): _node is PageText => false,
    isDocumentTypeNode: (_node): _node is PageText => false,
    isElementNode: (node): node is PageElement => node instanceof PageElement,
    setNodeSourceCodeLocation: () => {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => {},
  };
}
