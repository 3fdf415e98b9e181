/** What a selector asks of an element. */
interface Selectable {
  tagName: string;
  getAttribute(name: string): string | null;
}

/** Is the element one of those the selector names? */
export type Selector = (element: Selectable) => boolean;

interface AttributeTest {
  name: string;
  operator: '' | '=' | '~=' | '*=';
  value: string;
  ignoreCase: boolean;
}

const ATTRIBUTE = /^\[([\w:-]+)(?:([~*]?=)"?([^"\]]*?)"?( i)?)?\]/;
const known = new Map<string, Selector>();

/**
 * A selector of the kind `tag[name op "value" i]…, …`: names, presence, `=`, `~=`, `*=`; no combinators, no pseudo-classes. Throws on
 * anything else, which is a mistake in our own code: selectors never come from outside.
 */
export function selectorOf(source: string): Selector {
  let selector = known.get(source);
  if (!selector) {
    selector = compile(source);
    known.set(source, selector);
  }
  return selector;
}

function compile(source: string): Selector {
  const tags = new Set<string>();
  /** By tag and first attribute: most elements have few attributes, most lists many alternatives. */
  const byAttribute = new Map<string, { tag: string; tests: AttributeTest[] }[]>();
  for (const part of source.split(/,(?![^[]*\])/)) {
    let rest = part.trim();
    const tag = (/^[\w-]+/.exec(rest)?.[0] ?? '').toUpperCase();
    rest = rest.slice(tag.length);
    const tests: AttributeTest[] = [];
    for (let match = ATTRIBUTE.exec(rest); match; match = ATTRIBUTE.exec(rest)) {
      const ignoreCase = match[4] !== undefined;
      const value = match[3] ?? '';
      tests.push({
        name: match[1]!,
        operator: (match[2] ?? '') as AttributeTest['operator'],
        value: ignoreCase ? value.toLowerCase() : value,
        ignoreCase,
      });
      rest = rest.slice(match[0].length);
    }
    if (rest !== '' || (tag === '' && !tests.length)) throw new Error(`selector not understood: ${part}`);
    if (!tests.length) tags.add(tag);
    else byAttribute.set(tests[0]!.name, [...(byAttribute.get(tests[0]!.name) ?? []), { tag, tests }]);
  }
  return (element) => {
    if (tags.has(element.tagName)) return true;
    for (const [name, alternatives] of byAttribute) {
      if (element.getAttribute(name) === null) continue;
      for (const { tag, tests } of alternatives)
        if ((tag === '' || tag === element.tagName) && tests.every((test) => passes(element, test))) return true;
    }
    return false;
  };
}

function passes(element: Selectable, { name, operator, value, ignoreCase }: AttributeTest): boolean {
  const given = element.getAttribute(name);
  if (given === null) return false;
  const text = ignoreCase ? given.toLowerCase() : given;
  if (operator === '*=') return value !== '' && text.includes(value);
  if (operator === '~=') return text.split(/\s+/).includes(value);
  return operator === '' || text === value;
}
