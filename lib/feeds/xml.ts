import { decodeHTMLStrict } from 'entities/decode';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { parseWebUrl } from '../core/canonical-url.ts';
import { takeDoctype } from './doctype.ts';
import { vocabularyOf } from './namespaces.ts';
import type { ProblemLog } from './problems.ts';

/** Elements below this depth are not kept; what they say is given to the deepest one kept. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 50;
const MAX_PREFIXES = 50;

/** An element as feeds are read from: vocabulary instead of prefix, everything inherited worked out. */
export interface XmlElement {
  /** Lower case; with our prefix of the vocabulary ("dc:creator"), or without one for the document's own words. */
  name: string;
  /** By name, lower case: as written, prefix included. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
  /** Address that relative ones resolve against. */
  base: string | null;
  /** Of `xml:lang`, here or around. */
  language: string | null;
}

/** What is wanted of a document. */
export interface XmlWanted {
  /** For a root element's name without prefix, lower case: the name of the elements to hand over one by one, or null for none. */
  roots: ReadonlyMap<string, string | null>;
  /** Called for each, as it ends; they are not kept in the tree. */
  onRecord(record: XmlElement): void;
  /** After so many, reading ends (counted as `too-many-entries`). */
  maxRecords: number;
  /** Address of the document. */
  base: string | null;
  problems: ProblemLog;
}

/** The words around a prefix's meaning, shared by all elements that declare none themselves. */
interface Scope {
  prefixes: Map<string, string | null>;
  /** Names already worked out. */
  names: Map<string, string>;
}

interface Open {
  element: XmlElement;
  rawName: string;
  scope: Scope;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const KNOWN_FROM_THE_START: [string, string | null][] = [
  ['', ''],
  ['xml', 'xml'],
];

/**
 * Reads XML, well-formed or not, in time and memory linear in its length, and answers the root element without its records;
 * null where none of the wanted roots comes before an HTML page does. Only plain internal entities are expanded, nothing is fetched.
 */
export function readXml(source: string, wanted: XmlWanted): XmlElement | null {
  const { text, entities } = takeDoctype(source, wanted.problems);
  const builder = new TreeBuilder(text, entities, wanted);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, builder);
  builder.stop = () => tokenizer.pause();
  tokenizer.write(text);
  tokenizer.end();
  return builder.root;
}

/** The tokenizer says where things are; this class keeps what is open. */
class TreeBuilder implements TokenizerCallbacks {
  root: XmlElement | null = null;
  stop: () => void = () => {};
  private readonly text: string;
  private readonly entities: ReadonlyMap<string, string>;
  private readonly wanted: XmlWanted;
  private readonly open: Open[] = [];
  private recordName: string | null = null;
  /** The record being read, as an index into `open`. */
  private recordAt = -1;
  private records = 0;
  /** Elements open below the deepest one kept. */
  private tooDeep = 0;
  /** Prefix of the root's own vocabulary: its words are the document's own. */
  private ownVocabulary = '';
  private ended = false;
  /** Characters that entities may still add. */
  private allowance: number;
  private tagName = '';
  private attributeName = '';
  private attributeValue = '';
  private attributes: Map<string, string> | null = null;

  constructor(text: string, entities: ReadonlyMap<string, string>, wanted: XmlWanted) {
    this.text = text;
    this.entities = entities;
    this.wanted = wanted;
    this.allowance = text.length;
  }

  onopentagname(start: number, end: number): void {
    this.tagName = this.text.slice(start, end).toLowerCase();
    this.attributes = null;
  }

  onattribname(start: number, end: number): void {
    this.attributeName = this.text.slice(start, end).toLowerCase();
    this.attributeValue = '';
  }

  onattribdata(start: number, end: number): void {
    this.attributeValue += this.text.slice(start, end);
  }

  onattribend(): void {
    this.attributes ??= new Map();
    if (this.attributes.has(this.attributeName) || this.attributes.size >= MAX_ATTRIBUTES) return;
    this.attributes.set(this.attributeName, this.decode(this.attributeValue));
  }

  onopentagend(): void {
    this.enter();
  }

  onselfclosingtag(): void {
    if (this.enter()) this.leave();
  }

  onclosetag(start: number, end: number): void {
    if (this.root === null || this.ended) return;
    const name = this.text.slice(start, end).trim().toLowerCase();
    if (this.tooDeep > 0) {
      this.tooDeep--;
      return;
    }
    let at = this.open.length - 1;
    while (at >= 0 && this.open[at]?.rawName !== name) at--;
    if (at !== this.open.length - 1) this.wanted.problems.add('broken-xml');
    if (at < 0) return;
    while (this.open.length > at) this.leave();
  }

  ontext(start: number, end: number): void {
    const top = this.open.at(-1);
    if (top) append(top.element, this.decode(this.text.slice(start, end)));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    const top = this.open.at(-1);
    if (top) append(top.element, this.text.slice(start, end - endOffset));
  }

  onend(): void {
    if (this.open.length > 0) this.wanted.problems.add('cut-short');
    while (this.open.length > 0) this.leave();
  }

  onattribentity(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}

  /** Opens the element whose tag has been read; false where it is not kept. */
  private enter(): boolean {
    if (this.ended) return false;
    if (this.root === null) return this.enterRoot();
    if (this.open.length >= MAX_DEPTH) {
      if (this.tooDeep === 0) this.wanted.problems.add('too-deep');
      this.tooDeep++;
      return false;
    }
    const parent = this.open.at(-1);
    if (parent === undefined) return false;
    const scope = this.scopeOf(parent.scope);
    const name = this.nameOf(scope);
    if (name === this.recordName && this.recordAt > 0) {
      // No record stands in another: the one before was never closed.
      this.wanted.problems.add('broken-xml');
      for (let count = this.open.length - this.recordAt; count > 0; count--) this.leave();
      return this.enter();
    }
    const element = this.elementOf(name, parent.element.base, parent.element.language);
    if (name === this.recordName && this.recordAt < 0) this.recordAt = this.open.length;
    else parent.element.children.push(element);
    this.open.push({ element, rawName: this.tagName, scope });
    return true;
  }

  private enterRoot(): boolean {
    const local = this.tagName.slice(this.tagName.indexOf(':') + 1);
    const recordName = this.wanted.roots.get(local);
    if (recordName === undefined) {
      if (local === 'html' || local === 'body') this.stop();
      return false;
    }
    this.recordName = recordName;
    const scope = this.scopeOf({ prefixes: new Map(KNOWN_FROM_THE_START), names: new Map() });
    const own = this.nameOf(scope);
    this.ownVocabulary = own === local || own === 'rdf:rdf' ? '' : own.slice(0, own.indexOf(':'));
    scope.names.clear();
    this.root = this.elementOf(local, this.wanted.base, null);
    this.open.push({ element: this.root, rawName: this.tagName, scope });
    return true;
  }

  private leave(): void {
    const left = this.open.pop();
    if (left === undefined) return;
    if (this.open.length === this.recordAt) {
      this.recordAt = -1;
      if (this.records++ < this.wanted.maxRecords) this.wanted.onRecord(left.element);
      else if (!this.ended) {
        this.ended = true;
        this.wanted.problems.add('too-many-entries');
        this.stop();
      }
    }
    if (this.open.length === 0) this.ended = true;
  }

  private elementOf(name: string, base: string | null, language: string | null): XmlElement {
    const attributes = this.attributes ?? NO_ATTRIBUTES;
    const ownBase = attributes.get('xml:base');
    return {
      name,
      attributes,
      children: [],
      base: ownBase === undefined ? base : (parseWebUrl(ownBase, base ?? undefined)?.href ?? base),
      language: attributes.get('xml:lang') ?? language,
    };
  }

  /** The scope of the element being opened. */
  private scopeOf(around: Scope): Scope {
    let own: Scope | null = null;
    for (const [name, value] of this.attributes ?? []) {
      const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : null;
      if (prefix === null) continue;
      own ??= { prefixes: new Map(around.prefixes), names: new Map() };
      if (own.prefixes.size < MAX_PREFIXES) own.prefixes.set(prefix, vocabularyOf(value));
    }
    return own ?? around;
  }

  private nameOf(scope: Scope): string {
    const known = scope.names.get(this.tagName);
    if (known !== undefined) return known;
    const colon = this.tagName.indexOf(':');
    const prefix = colon < 0 ? '' : this.tagName.slice(0, colon);
    const local = this.tagName.slice(colon + 1);
    // An unknown address or no declaration at all: the prefix itself is the best that is known.
    const vocabulary = scope.prefixes.get(prefix) ?? prefix;
    const name = vocabulary === '' || vocabulary === this.ownVocabulary ? local : `${vocabulary}:${local}`;
    if (scope.names.size < 1_000) scope.names.set(this.tagName, name);
    return name;
  }

  private decode(text: string): string {
    if (!text.includes('&')) return text;
    const own = this.entities.size === 0 ? text : this.expand(text);
    return decodeHTMLStrict(own);
  }

  private expand(text: string): string {
    if (this.allowance < 0) return text;
    return text.replace(/&([\w.:-]{1,60});/g, (all, name: string) => {
      const value = this.entities.get(name);
      if (value === undefined) return all;
      if (this.allowance < 0) return all;
      this.allowance -= value.length;
      if (this.allowance < 0) this.wanted.problems.add('entity-refused');
      // What the entity says is text, not the beginning of another one.
      return value.replaceAll('&', '&amp;');
    });
  }
}

/** Neighbouring texts are one. */
function append(element: XmlElement, text: string): void {
  const last = element.children.length - 1;
  const before = element.children[last];
  if (typeof before === 'string') element.children[last] = before + text;
  else if (text !== '') element.children.push(text);
}
