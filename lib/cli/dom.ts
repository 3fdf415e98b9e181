import { type DefaultTreeAdapterTypes, html, parse, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';
import { PageDocument, PageElement, type PageNode, type PageParent, PageText } from '../extract/page-tree.ts';

/** Elements nested deeper than this are appended to the deepest one allowed, as Chromium's parser does. */
const MAX_DEPTH = 512;

type Attribute = DefaultTreeAdapterTypes.Element['attrs'][number];
type Map = TreeAdapterTypeMap<
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
  const page = parse<Map>(source, { treeAdapter: adapter(), scriptingEnabled: true });
  // A browser attaches what such a template holds to the element around it, as a shadow root, and takes the template away.
  for (let template = page.querySelector(DECLARED); template; template = page.querySelector(DECLARED)) showShadow(template as Template);
  return page;
}

/** Puts a declared shadow root where it is shown: in its host's place, with the host's own nodes in its slots. */
function showShadow(template: Template): void {
  const host = template.parentNode;
  template.remove();
  if (!(host instanceof PageElement)) return;
  const own = host.childNodes;
  for (const node of own) node.remove();
  for (const slot of template.content.getElementsByTagName('slot')) {
    const name = slot.getAttribute('name') ?? '';
    const shown = own.filter((node) => ((node instanceof PageElement && node.getAttribute('slot')) || '') === name);
    if (shown.length) for (const node of slot.childNodes) node.remove();
    for (const node of shown) slot.appendChild(node);
  }
  for (const node of template.content.childNodes) host.appendChild(node);
}

function adapter(): TreeAdapter<Map> {
  const document = new PageDocument();
  const depths = new WeakMap<PageNode, number>();
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
      const element = name === 'template' ? new Template(name) : new PageElement(name);
      if (namespace !== html.NS.HTML) foreign.set(element, namespace);
      setAttributes(element, attributes);
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
    adoptAttributes: (element, attributes) =>
      setAttributes(
        element,
        attributes.filter(({ name }) => !element.hasAttribute(name)),
      ),
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

function setAttributes(element: PageElement, attributes: Attribute[]): void {
  for (const { name, value } of attributes) element.setAttribute(name, value);
}
