// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markPage, unmarkPage } from '../../../lib/page-marks/mark-page.ts';

/** Happy DOM has no highlights: the least of them, and ranges that say what they span. */
class FakeHighlight extends Set<StaticRangeInit> {
  priority = 0;
}
const registry = new Map<string, FakeHighlight>();

beforeEach(() => {
  vi.stubGlobal('Highlight', FakeHighlight);
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal(
    'StaticRange',
    class {
      constructor(range: StaticRangeInit) {
        Object.assign(this, range);
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  registry.clear();
  document.body.innerHTML = '';
});

function texts(name: string): string[] {
  return [...(registry.get(name) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) =>
    startContainer === endContainer
      ? (startContainer as Text).data.slice(startOffset, endOffset)
      : `${(startContainer as Text).data.slice(startOffset)}|${(endContainer as Text).data.slice(0, endOffset)}`,
  );
}

async function mark(
  html: string,
  main: string[],
  other: string[] = [],
  isWanted?: () => boolean,
): Promise<{ total: number; slices: number }> {
  document.body.innerHTML = html;
  let slices = 0;
  const total = await markPage(document, { main, other }, { spent: () => true, nextSlice: async () => void slices++ }, isWanted);
  return { total, slices };
}

describe('marks on a page', () => {
  it('are made in paragraphs, over the links in them, and nowhere else', async () => {
    const html = `<nav>Oreshnik</nav><main><h1>Oreshnik again</h1><p>The <b>RS-26</b> Rubezh and <a>Oreshnik</a></p><aside>Oreshnik</aside>
      <textarea>Oreshnik</textarea><p>RS-26</p><p>Rubezh</p></main><footer>Oreshnik</footer>`;
    const { total, slices } = await mark(html, ['Oreshnik'], ['RS-26 Rubezh']);
    expect(texts('sidelight-main-topic')).toEqual(['Oreshnik', 'Oreshnik']);
    expect(texts('sidelight-topic')).toEqual(['RS-26| Rubezh']);
    expect(total).toBe(3);
    // Every paragraph gets a slice of its own when the thread asks for it.
    expect(slices).toBeGreaterThan(4);
  });

  it('leave the page’s nodes as they were', async () => {
    document.body.innerHTML = '<main><p>Oreshnik</p></main>';
    const before = document.documentElement.outerHTML;
    await mark('<main><p>Oreshnik</p></main>', ['Oreshnik']);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('take the place of earlier ones, and go', async () => {
    await mark('<p>Oreshnik Rubezh</p>', ['Oreshnik']);
    await mark('<p>Oreshnik Rubezh</p>', ['Rubezh']);
    expect(texts('sidelight-main-topic')).toEqual(['Rubezh']);
    await mark('<p>Oreshnik Rubezh</p>', []);
    expect(registry.size).toBe(0);
    await mark('<p>Oreshnik</p>', ['Oreshnik']);
    unmarkPage();
    expect(registry.size).toBe(0);
  });

  it('are made in slices where there is nothing but elements, and piece by piece in one long text', async () => {
    expect((await mark(`<main>${'<div><img></div>'.repeat(1000)}</main>`, ['Oreshnik'])).slices).toBeGreaterThan(8);
    const long = `${'word '.repeat(1500)}Oreshnik ${'word '.repeat(1500)}Oreshnik`;
    const { total, slices } = await mark(`<p>${long}</p>`, ['Oreshnik']);
    expect(texts('sidelight-main-topic')).toEqual(['Oreshnik', 'Oreshnik']);
    expect([total, slices]).toEqual([2, 5]);
  });

  it('are not made once others, or none, were asked for meanwhile', async () => {
    expect((await mark('<p>Oreshnik</p>', ['Oreshnik'], [], () => false)).total).toBe(0);
    expect(registry.size).toBe(0);
  });

  it('end at a number that no reader misses', async () => {
    expect((await mark(`<p>${'Oreshnik '.repeat(3000)}</p>`, ['Oreshnik'])).total).toBe(2000);
  });
});
