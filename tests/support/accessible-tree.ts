import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AccessibleNode, Surface } from './browser-under-test.ts';
import { pageReaderScript } from './bundle-page-reader.ts';
import { eventually } from './eventually.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A fault axe found, with where. */
export interface AxeFault {
  rule: string;
  help: string;
  nodes: string[];
}

/** What assistive technology would find, in document order. Roles and names are dom-accessibility-api's. */
export function accessibleTree(surface: Surface): Promise<AccessibleNode[]> {
  return read(surface, 'null, false');
}

/** The node that has the focus; null where none has. Much cheaper than the tree. */
export async function focusedNode(surface: Surface): Promise<AccessibleNode | null> {
  return (await read(surface, 'null, true'))[0] ?? null;
}

/** Reads the document with `page-reader.ts`, put there the first time. */
async function read(surface: Surface, what: string): Promise<AccessibleNode[]> {
  const nodes = await surface.evaluate<AccessibleNode[] | null>(`globalThis.sidelightRead?.(${what}) ?? null`);
  return (
    nodes ?? surface.evaluate<AccessibleNode[]>(`(() => { ${await pageReaderScript()}\n; return globalThis.sidelightRead(${what}); })()`)
  );
}

/**
 * Runs axe over the whole document; answers what is wrong: rules of WCAG 2.2 A and AA and best practices, or only those about colours, for a
 * document that has passed the others and was given other colours since.
 */
export async function axeFaults(surface: Surface, which: 'all' | 'colours' = 'all'): Promise<AxeFault[]> {
  const runOnly = which === 'colours' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : {};
  if (!(await surface.evaluate<boolean>(`typeof globalThis.axe === 'object'`)))
    // By evaluation: a content security policy would stop a script element.
    await surface.evaluate(`(() => { ${AXE}\n; return true; })()`);
  return surface.evaluate<AxeFault[]>(`(async () => {
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...${JSON.stringify(runOnly)} });
    return violations.map(({ id, help, nodes }) => ({ rule: id, help, nodes: nodes.map((node) => node.target.join(' ') + ': ' + node.failureSummary) }));
  })()`);
}

/** The node of a role and name; waits until there is one. */
export function findNode(surface: Surface, role: string, name: string | RegExp, timeoutMs?: number): Promise<AccessibleNode> {
  return eventually(
    `${role} “${name}”`,
    async () => (await read(surface, `${JSON.stringify(role)}, false`)).find((node) => matches(node.name, name)) ?? null,
    timeoutMs,
  );
}

/** Clicks a node of a role and name with the mouse, once it rests: what has just come may still be scrolled to or moved. */
export async function clickNode(surface: Surface, role: string, name: string | RegExp): Promise<void> {
  const { ref } = await findNode(surface, role, name);
  const at = await surface.evaluate<{ x: number; y: number }>(`(async () => {
    const element = globalThis.sidelightNodes[${ref}];
    const place = () => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      return element.getBoundingClientRect();
    };
    let box = place();
    for (let moved = true; moved; ) {
      await new Promise((done) => setTimeout(done, 50));
      const now = place();
      moved = now.x !== box.x || now.y !== box.y;
      box = now;
    }
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
