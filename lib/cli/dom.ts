import { DOMParser } from 'linkedom';
import { type DefaultTreeAdapterTypes, html, parse, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5';

/** Elements nested deeper than this are appended to the deepest one allowed, as Chromium's parser does. */
const MAX_DEPTH = 512;

type Attribute = DefaultTreeAdapterTypes.Element['attrs'][number];
type Map = TreeAdapterTypeMap<
  Node,
  ParentNode & Node,
  ChildNode,
  Document,
  DocumentFragment,
  Element,
  Comment,
  Text,
  HTMLTemplateElement,
  DocumentType
>;

/**
 * Builds a DOM from a page's source: parse5 reads it as the HTML standard says (the tree is the browsers'), linkedom holds it
 * (docs/adr/0006-command-line-dom.md). Runs no script, loads nothing, never throws for bad markup.
 */
export function parsePage(source: string): Document {
  return parse<Map>(source, { treeAdapter: adapter(), scriptingEnabled: true });
}

function adapter(): TreeAdapter<Map> {
  const document = new DOMParser().parseFromString('<html></html>', 'text/html') as unknown as Document;
  document.documentElement.remove();
  const depths = new WeakMap<Node, number>();
  const templates = new WeakMap<Node, DocumentFragment>();

  /** Where a child may go: the parent itself, or its nearest ancestor that is not too deep. */
  const shallow = (parent: Node): Node => {
    let at = parent;
    while ((depths.get(at) ?? 0) >= MAX_DEPTH && at.parentNode) at = at.parentNode;
    return at;
  };
  const settle = (child: Node, parent: Node): void => void depths.set(child, (depths.get(parent) ?? 0) + 1);

  return {
    createDocument: () => document,
    createDocumentFragment: () => document.createDocumentFragment(),
    createElement: (name, namespace, attributes) => {
      const element = namespace === html.NS.SVG ? document.createElementNS(namespace, name) : document.createElement(name);
      setAttributes(element, attributes);
      return element;
    },
    createCommentNode: (data) => document.createComment(data),
    createTextNode: (value) => document.createTextNode(value),
    appendChild: (parent, child) => {
      const at = shallow(parent);
      settle(child, at);
      at.appendChild(child);
    },
    insertBefore: (parent, child, reference) => {
      settle(child, parent);
      parent.insertBefore(child, reference);
    },
    detachNode: (node) => node.parentNode?.removeChild(node),
    insertText: (parent, text) => {
      const at = shallow(parent);
      const last = at.lastChild;
      if (last?.nodeType === 3) (last as Text).data += text;
      else at.appendChild(document.createTextNode(text));
    },
    insertTextBefore: (parent, text, reference) => {
      const before = reference.previousSibling;
      if (before?.nodeType === 3) (before as Text).data += text;
      else parent.insertBefore(document.createTextNode(text), reference);
    },
    adoptAttributes: (element, attributes) =>
      setAttributes(
        element,
        attributes.filter(({ name }) => !element.hasAttribute(name)),
      ),
    setTemplateContent: (element, content) => void templates.set(element, content),
    getTemplateContent: (element) => templates.get(element) ?? document.createDocumentFragment(),
    setDocumentType: () => {},
    setDocumentMode: () => {},
    getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
    getFirstChild: (node) => node.firstChild,
    getChildNodes: (node) => [...node.childNodes],
    getParentNode: (node) => node.parentNode,
    getAttrList: (element) => [...element.attributes].map(({ name, value }) => ({ name, value })),
    getTagName: (element) => element.localName,
    getNamespaceURI: (element) => (element.namespaceURI === html.NS.SVG ? html.NS.SVG : html.NS.HTML),
    getTextNodeContent: (node) => node.data,
    getCommentNodeContent: (node) => node.data,
    getDocumentTypeNodeName: (node) => node.name,
    getDocumentTypeNodePublicId: (node) => node.publicId,
    getDocumentTypeNodeSystemId: (node) => node.systemId,
    isTextNode: (node): node is Text => node.nodeType === 3,
    isCommentNode: (node): node is Comment => node.nodeType === 8,
    isDocumentTypeNode: (node): node is DocumentType => node.nodeType === 10,
    isElementNode: (node): node is Element => node.nodeType === 1,
    setNodeSourceCodeLocation: () => {},
    getNodeSourceCodeLocation: () => null,
    updateNodeSourceCodeLocation: () => {},
  };
}

function setAttributes(element: Element, attributes: Attribute[]): void {
  for (const { name, value } of attributes) element.setAttribute(name, value);
}
