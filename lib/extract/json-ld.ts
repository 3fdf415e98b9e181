import type { PageDocument } from './page-tree.ts';

/** A typed node of a page's JSON-LD, fields unread and untrusted. */
export interface LinkedNode {
  types: string[];
  fields: Record<string, unknown>;
}

/** A page's JSON-LD: nodes that describe the page (not items of its lists), and all nodes by `@id`. */
export interface LinkedData {
  nodes: LinkedNode[];
  byId: Map<string, Record<string, unknown>>;
  /** Nodes that describe a person, wherever they stand. */
  people: Record<string, unknown>[];
}

const MAX_SCRIPTS = 60;
const MAX_CHARS = 2_000_000;
const MAX_NODES = 4000;
const MAX_DEPTH = 24;
const MAX_PEOPLE = 200;
/** Fields that lead to things the page lists or links to, not to what it is. */
const ELSEWHERE =
  /^(?:itemListElement|comment|comments|review|reviews|hasPart|mentions|about|citation|isPartOf|relatedLink|significantLink|publisher|image|video|potentialAction|liveBlogUpdate)$/;

/** Reads every JSON-LD script of a page: arrays, `@graph`, nested nodes, wrapped or slightly broken JSON. Never throws; bounded. */
export function readLinkedData(document: PageDocument): LinkedData {
  const data: LinkedData = { nodes: [], byId: new Map(), people: [] };
  let chars = 0;
  const scripts = document.querySelectorAll('script[type*="ld+json" i]');
  for (let i = 0; i < scripts.length && i < MAX_SCRIPTS; i++) {
    const source = scripts[i]?.textContent ?? '';
    chars += source.length;
    if (chars > MAX_CHARS) break;
    for (const value of parseLoose(source)) walk(value, data);
  }
  return data;
}

/** A field of an untrusted object: its own only, so that `__proto__` and the like lead nowhere. */
export function ownField(object: unknown, name: string): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, name)
    ? (object as Record<string, unknown>)[name]
    : undefined;
}

/** A value as a list: nothing is empty, one is one. */
export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, 200) : [value];
}

/** The types of a node, without the vocabulary's address; anything but text is left out. */
export function typesOf(node: unknown): string[] {
  return listOf(ownField(node, '@type'))
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

/** A node, or the one its `@id` refers to. */
export function resolveNode(value: unknown, data: LinkedData): unknown {
  const id = ownField(value, '@id');
  if (typeof id !== 'string') return value;
  const fields = Object.keys(value as object).length;
  return fields <= 2 ? (data.byId.get(id) ?? value) : value;
}

function walk(root: unknown, data: LinkedData): void {
  const pending: { value: unknown; depth: number; own: boolean }[] = [{ value: root, depth: 0, own: true }];
  let seen = 0;
  for (let at = pending.shift(); at && seen < MAX_NODES; at = pending.shift()) {
    const { value, depth, own } = at;
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) continue;
    seen++;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 1000)) pending.push({ value: item, depth: depth + 1, own });
      continue;
    }
    const fields = value as Record<string, unknown>;
    const types = typesOf(fields);
    const id = ownField(fields, '@id');
    if (typeof id === 'string' && Object.keys(fields).length > Object.keys(data.byId.get(id) ?? {}).length) data.byId.set(id, fields);
    if (types.includes('Person') && data.people.length < MAX_PEOPLE) data.people.push(fields);
    if (own && types.length) data.nodes.push({ types, fields });
    for (const name of Object.keys(fields)) pending.push({ value: fields[name], depth: depth + 1, own: own && !ELSEWHERE.test(name) });
  }
}

function parseLoose(source: string): unknown[] {
  const text = source
    .replace(/^[\s\ufeff]*(?:\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|-->)\s*$/, '')
    .trim()
    .replace(/;$/, '');
  if (!text) return [];
  const repairs = [
    () => text,
    () => escapeControls(text),
    () => escapeControls(text).replace(/,(\s*[}\]])/g, '$1'),
    () =>
      escapeControls(
        text
          .replace(/&quot;/g, '"')
          .replace(/&#0?34;/g, '"')
          .replace(/&amp;/g, '&'),
      ).replace(/,(\s*[}\]])/g, '$1'),
    () => `[${escapeControls(text).replace(/\}\s*\{/g, '},{')}]`,
  ];
  for (const repair of repairs) {
    try {
      return [JSON.parse(repair())];
    } catch {
      // The next repair may do.
    }
  }
  return [];
}

/** Line breaks and tabs within strings, which JSON forbids and templates write. */
function escapeControls(text: string): string {
  let out = '';
  let inString = false;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 92 && inString) i++;
    else if (code === 34) inString = !inString;
    else if (code < 32 && inString) {
      out += `${text.slice(from, i)} `;
      from = i + 1;
    }
  }
  return out + text.slice(from);
}
