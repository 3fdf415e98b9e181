// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { copyInSlices } from '../../../lib/extract/copy-in-slices.ts';
import { copyPage } from '../../../lib/extract/copy-page.ts';
import { treeOf } from '../../../lib/extract/page-parts.ts';
import type { PageNode } from '../../../lib/extract/page-tree.ts';

const story = (word: string): string => Array.from({ length: 80 }, (_, at) => `<p>${word} paragraph ${at}, long enough.</p>`).join('');

/** A thread whose every slice is over at once; `between` runs in each pause, told how many came before it. */
function threadOf(between: (pauses: number) => void, address: () => string = () => 'https://a.example/') {
  let pauses = 0;
  return {
    address,
    spent: () => true,
    nextSlice: async () => {
      await Promise.resolve();
      between(pauses++);
    },
    pauses: () => pauses,
  };
}

const textOf = (parts: string[]): string => treeOf(parts).body?.textContent ?? '';
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

describe('copyInSlices', () => {
  beforeEach(() => {
    document.body.innerHTML = `<h1>First</h1><article>${story('First')}</article>`;
  });

  it('says the same in many slices as in one, and alters nothing', async () => {
    const before = document.documentElement.outerHTML;
    const thread = threadOf(() => {});
    const { parts } = await copyInSlices(document, thread);
    expect(thread.pauses()).toBeGreaterThan(8);
    expect(parts.flatMap((part) => JSON.parse(part) as unknown[])).toEqual(JSON.parse(copyPage(document)[0]!));
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it.each([
    [
      'replaces the article',
      (body: HTMLElement) => {
        body.innerHTML = `<h1>Second</h1><article>${story('Second')}</article>`;
      },
    ],
    [
      'writes new texts into the same elements',
      (body: HTMLElement) => {
        for (const element of body.querySelectorAll('h1,p')) element.firstChild!.nodeValue = `Second text, as long as the other one`;
      },
    ],
  ])('never mixes two articles where the page %s in between', async (_how, change) => {
    for (const at of [2, 5, 9]) {
      document.body.innerHTML = `<h1>First</h1><article>${story('First')}</article>`;
      await settle();
      const { parts } = await copyInSlices(
        document,
        threadOf((pauses) => pauses === at && change(document.body)),
      );
      expect(textOf(parts)).toContain('Second');
      expect(textOf(parts)).not.toContain('First');
    }
  });

  it('reads text that is added while it copies', async () => {
    const { parts } = await copyInSlices(
      document,
      threadOf((pauses) => pauses === 6 && document.querySelector('h1')!.insertAdjacentHTML('afterend', `<div>${story('Late')}</div>`)),
    );
    expect(textOf(parts)).toContain('Late paragraph 79');
    expect(textOf(parts)).toContain('First paragraph 79');
  });

  it('begins again when the address changes, and gives the new one', async () => {
    let url = 'https://a.example/1';
    const thread = threadOf(
      (pauses) => {
        if (pauses === 4) url = 'https://a.example/2';
      },
      () => url,
    );
    expect((await copyInSlices(document, thread)).address).toBe('https://a.example/2');
  });

  it('is not held up by a clock, nor for ever by a page that never rests', async () => {
    const clock = document.body.appendChild(document.createElement('time'));
    const ticking = threadOf((pauses) => {
      clock.textContent = `12:00:${pauses}`;
    });
    await copyInSlices(document, ticking);
    const once = ticking.pauses();
    const restless = threadOf(() => void document.body.insertAdjacentHTML('afterbegin', `<p>${'More and more. '.repeat(30)}</p>`));
    const { parts } = await copyInSlices(document, restless);
    expect(once).toBeLessThan(60);
    expect(textOf(parts)).toContain('First paragraph 79');
  });

  it('keeps to its limits', async () => {
    const few = textOf(
      (
        await copyInSlices(
          document,
          threadOf(() => {}),
          { nodes: 60, chars: 1e6 },
        )
      ).parts,
    );
    const short = textOf(
      (
        await copyInSlices(
          document,
          threadOf(() => {}),
          { nodes: 1e6, chars: 300 },
        )
      ).parts,
    );
    expect([few.includes('paragraph 3,'), few.includes('paragraph 79')]).toEqual([true, false]);
    expect([short.includes('paragraph 3,'), short.includes('paragraph 79')]).toEqual([true, false]);
  });
});

describe('copyPage', () => {
  const html = (node: PageNode | null): string => node?.childNodes.map((child) => child.nodeName + (html(child) || '')).join(' ') ?? '';

  it('reads open shadow roots as they are shown', () => {
    document.body.innerHTML = '<post-story><p slot="lead">Lead</p><p>Text</p><p slot="none">Nowhere</p></post-story>';
    const root = document.querySelector('post-story')!.attachShadow({ mode: 'open' });
    root.innerHTML = '<h1>Shadow</h1><slot name="lead"></slot><div><slot></slot></div><slot name="empty">Fallback</slot>';
    expect(textOf(copyPage(document)).replace(/\s+/g, '')).toBe('ShadowLeadTextFallback');
  });

  it('leaves in the page what is none of its text: scripts, values of forms, tokens, addresses of pictures', () => {
    document.head.innerHTML = '<meta name="csrf-token" content="secret"><meta name="author" content="Ann"><style>p{}</style>';
    document.body.innerHTML = `<script>var secret</script><input value="secret"><textarea>secret</textarea>
<img src="https://secret.example/" alt="secret" data-key="secret"><p style="color:red" onclick="secret()">Said</p>`;
    const copied = copyPage(document).join('');
    expect(copied).not.toContain('secret');
    expect(copied).toContain('Said');
    expect(copied).toContain('Ann');
    expect(html(treeOf(copyPage(document)).body)).toBe('INPUT #text IMG P#text');
  });
});
