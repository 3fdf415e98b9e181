import { computeAccessibleName, getRole } from 'dom-accessibility-api';
import type { AccessibleNode } from './browser-under-test.ts';

/** Roles that say nothing, and landmarks that are none without a name (HTML Accessibility API Mappings). */
const SAYS_NOTHING = ['none', 'presentation', 'generic'];
const ONLY_WITH_NAME = ['region', 'form'];

/** Roles whose text is read. Of the others nobody reads it, and it would be most of the work. */
const WITH_TEXT = ['article', 'region', 'dialog'];

/** Roles without a name by ARIA, which are known by what they say. */
const NAMED_BY_TEXT = ['status', 'alert', 'term'];

interface Page {
  sidelightRead?: typeof read;
  /** Elements by the `ref` of the last reading. */
  sidelightNodes?: Element[];
}

/** Runs in a document of ours, put there by `accessible-tree.ts`: its nodes as assistive technology finds them, in document order. */
function read(onlyRole: string | null, onlyFocused: boolean): AccessibleNode[] {
  const found: AccessibleNode[] = [];
  const elements: Element[] = [];
  const refs = new Map<Element, number>();
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
  for (const element of onlyFocused ? [document.activeElement] : document.body.querySelectorAll<HTMLElement>('*')) {
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) continue;
    const role = getRole(element);
    if (role === null || SAYS_NOTHING.includes(role) || (onlyRole !== null && role !== onlyRole)) continue;
    if (!perceived(element, modal)) continue;
    const named = fold(computeAccessibleName(element, { computedStyleSupportsPseudoElements: false }));
    const name = named === '' && NAMED_BY_TEXT.includes(role) ? textOf(element) : named;
    if (name === '' && ONLY_WITH_NAME.includes(role)) continue;
    let parent = element.parentElement;
    while (parent !== null && !refs.has(parent)) parent = parent.parentElement;
    refs.set(element, found.length);
    elements.push(element);
    found.push({
      ref: found.length,
      role,
      name,
      text: WITH_TEXT.includes(role) ? textOf(element).slice(0, 2_000) : '',
      around: role === 'button' && element.parentElement !== null ? textOf(element.parentElement).slice(0, 500) : '',
      level: /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : null,
      states: statesOf(element),
      parent: parent === null ? -1 : (refs.get(parent) ?? -1),
    });
  }
  (globalThis as Page).sidelightNodes = elements;
  return found;
}

function perceived(element: Element, modal: Element | null): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[aria-hidden="true"], [inert]') === null &&
    (modal === null || modal.contains(element))
  );
}

function statesOf(element: Element): string[] {
  const states = ['expanded', 'pressed', 'selected', 'current', 'checked', 'busy', 'disabled', 'invalid']
    .filter((state) => element.hasAttribute(`aria-${state}`))
    .map((state) => `${state}=${element.getAttribute(`aria-${state}`)}`);
  const { checked, disabled } = element as HTMLInputElement;
  if (checked) states.push('checked');
  if (disabled) states.push('disabled');
  if (element === document.activeElement) states.push('focused');
  return states;
}

/** As it is laid out: hidden parts are not to be read. */
function textOf(element: Element): string {
  // biome-ignore lint/performance/useDomNodeTextContent: as above.
  return fold((element as HTMLElement).innerText ?? '');
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

(globalThis as Page).sidelightRead = read;
