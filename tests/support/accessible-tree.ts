import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AccessibleNode, Surface } from './browser-under-test.ts';
import { eventually } from './eventually.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A fault axe found, with where. */
export interface AxeFault {
  rule: string;
  help: string;
  nodes: string[];
}

/** Runs an expression that needs axe-core, put into the document the first time; by evaluation, as a content security policy would stop a script element. */
async function withAxe<T>(surface: Surface, expression: string): Promise<T> {
  const answer = await surface.evaluate<{ value: T } | null>(
    `(async () => (typeof globalThis.axe === 'object' ? { value: await ${expression} } : null))()`,
  );
  if (answer !== null) return answer.value;
  await surface.evaluate(`(() => { ${AXE}\n; return true; })()`);
  return surface.evaluate<T>(expression);
}

/** What assistive technology would find, in document order. Roles and names are axe-core's. */
export function accessibleTree(surface: Surface): Promise<AccessibleNode[]> {
  return withAxe<AccessibleNode[]>(surface, `(${readTree.toString()})(null, false)`);
}

/** The node that has the focus; null where none has. Much cheaper than the tree. */
export async function focusedNode(surface: Surface): Promise<AccessibleNode | null> {
  return (await withAxe<AccessibleNode[]>(surface, `(${readTree.toString()})(null, true)`))[0] ?? null;
}

/**
 * Runs axe over the whole document; answers what is wrong: rules of WCAG 2.2 A and AA and best practices, or only those about colours, for a
 * document that has passed the others and was given other colours since.
 */
export async function axeFaults(surface: Surface, which: 'all' | 'colours' = 'all'): Promise<AxeFault[]> {
  const runOnly = which === 'colours' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {};
  return withAxe<AxeFault[]>(
    surface,
    `(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...${JSON.stringify(runOnly)} });
    return violations.map(({ id, help, nodes }) => ({ rule: id, help, nodes: nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary) }));
  })()`,
  );
}

/** The node of a role and name; waits until there is one. */
export function findNode(surface: Surface, role: string, name: string | RegExp, timeoutMs?: number): Promise<AccessibleNode> {
  return eventually(
    `${role} “${name}”`,
    async () => (await nodesOf(surface, role)).find((node) => matches(node.name, name)) ?? null,
    timeoutMs,
  );
}

/** All nodes of a role: reading the names and texts of the others would be most of the work. Their parents are not told. */
function nodesOf(surface: Surface, role: string): Promise<AccessibleNode[]> {
  return withAxe<AccessibleNode[]>(surface, `(${readTree.toString()})(${JSON.stringify(role)}, false)`);
}

/** Clicks a node of a role and name with the mouse. */
export async function clickNode(surface: Surface, role: string, name: string | RegExp): Promise<void> {
  const { ref } = await findNode(surface, role, name);
  const at = await surface.evaluate<{ x: number; y: number }>(`(() => {
    const element = globalThis.sidelightNodes[${ref}];
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  })()`);
  await surface.clickAt(at.x, at.y);
}

/** Puts a text file into a file input, as choosing it in the dialog would. */
export async function chooseFile(surface: Surface, selector: string, fileName: string, text: string): Promise<void> {
  await surface.evaluate(`(() => {
    const input = document.querySelector(${JSON.stringify(selector)});
    const files = new DataTransfer();
    files.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(fileName)}));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  })()`);
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

/** Runs in the document; refers to nothing outside itself. */
function readTree(onlyRole: string | null, onlyFocused: boolean): AccessibleNode[] {
  // biome-ignore lint/suspicious/noExplicitAny: axe's inner functions have no public types.
  const page = globalThis as any;
  const { axe, document } = page;
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim();
  axe.setup(document.documentElement);
  try {
    const found: AccessibleNode[] = [];
    const elements: unknown[] = [];
    const refs = new Map<unknown, number>();
    for (const element of onlyFocused ? [document.activeElement] : document.body.querySelectorAll('*')) {
      const role = axe.commons.aria.getRole(element);
      if (onlyRole !== null && role !== onlyRole) continue;
      if (!role || role === 'none' || role === 'presentation' || role === 'generic') continue;
      if (!axe.commons.dom.isVisibleToScreenReaders(element)) continue;
      let parent = element.parentElement;
      while (parent && !refs.has(parent)) parent = parent.parentElement;
      const states = ['expanded', 'pressed', 'selected', 'current', 'checked', 'busy', 'disabled', 'invalid']
        .filter((state) => element.hasAttribute(`aria-${state}`))
        .map((state) => `${state}=${element.getAttribute(`aria-${state}`)}`);
      if (element.checked) states.push('checked');
      if (element.disabled) states.push('disabled');
      if (element === document.activeElement) states.push('focused');
      refs.set(element, found.length);
      elements.push(element);
      found.push({
        ref: found.length,
        role,
        name: fold(axe.commons.text.accessibleText(element)),
        // biome-ignore lint/performance/useDomNodeTextContent: hidden parts are not to be read.
        text: ['article', 'region', 'dialog'].includes(role) ? fold(element.innerText).slice(0, 2_000) : '',
        // biome-ignore lint/performance/useDomNodeTextContent: as above.
        around: role === 'button' ? fold(element.parentElement.innerText).slice(0, 500) : '',
        level: /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : null,
        states,
        parent: parent ? (refs.get(parent) ?? -1) : -1,
      });
    }
    page.sidelightNodes = elements;
    return found;
  } finally {
    axe.teardown();
  }
}
