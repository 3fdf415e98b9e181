import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectorOf } from '../../../lib/extract/page-selector.ts';
import { isBehind, PageDocument, PageElement, type PageNode, PageText } from '../../../lib/extract/page-tree.ts';
import { page } from './page.ts';

/** What every tree keeps to: links of both directions agree. */
function check(parent: PageNode): void {
  let before: PageNode | null = null;
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    expect([node.parentNode, node.previousSibling]).toEqual([parent, before]);
    check(node);
    before = node;
  }
  expect(parent.lastChild).toBe(before);
}

describe('page tree', () => {
  it('keeps its links whatever is moved where', () => {
    const move = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom('append', 'before', 'remove', 'replace', 'restore'));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const root = new PageDocument();
        const nodes = Array.from({ length: 10 }, (_, at) => root.appendChild(at % 3 ? new PageElement('div') : new PageText(`${at}`)));
        for (const [from, to, how] of moves) {
          const [node, target] = [nodes[from]!, nodes[to]!];
          if (how === 'remove') node.remove();
          if (node === target || node.contains(target)) continue;
          if (how === 'append' && target instanceof PageElement) target.appendChild(node);
          if (how === 'before' && target.parentNode) target.parentNode.insertBefore(node, target);
          if (how === 'replace' && target.parentNode) target.parentNode.replaceChild(node, target);
          if (how === 'restore' && target instanceof PageElement && target.contains(node)) {
            const text = target.textContent;
            const kept = target.innerHTML;
            target.firstChild?.remove();
            target.innerHTML = kept;
            expect(target.textContent).toBe(text);
          }
        }
        check(root);
      }),
    );
  });

  it('knows what stands behind what', () => {
    const body = page('<div id="a"><p id="b">x</p></div><p id="c">y</p>').body!;
    const [a, b, c] = ['a', 'b', 'c'].map((id) => body.querySelector(`[id="${id}"]`)!) as [PageElement, PageElement, PageElement];
    expect([isBehind(a, b), isBehind(b, c), isBehind(a, c)]).toEqual([true, true, true]);
    expect([isBehind(b, a), isBehind(c, b), isBehind(c, c)]).toEqual([false, false, false]);
  });
});

describe('selectorOf', () => {
  const element = new PageElement('p', ['class', 'Lead-Text first', 'rel', 'x author', 'hidden', '', 'type', 'a/b']);
  it.each([
    'p',
    'h1,p',
    '[hidden]',
    'p[rel~="author"]',
    '[class*="lead" i]',
    '[class*="Lead"]',
    '[type="a/b"]',
    '[rel~="x"][hidden]',
    'a[rel],p[type]',
  ])('%s names it', (selector) => expect(selectorOf(selector)(element)).toBe(true));
  it.each(['a', '[rel="author"]', '[class*="lead"]', '[class*=""]', '[rel~="auth"]', 'a[hidden]', '[hidden][id]'])(
    '%s does not',
    (selector) => expect(selectorOf(selector)(element)).toBe(false),
  );
  it('refuses what it does not understand', () => {
    for (const selector of ['p > a', 'p:empty', '.lead', '', '[a^="b"]']) expect(() => selectorOf(selector)).toThrow('not understood');
  });
});
