import { describe, expect, it } from 'vitest';
import { createLateText } from '../../../lib/background/late-text.ts';
import type { ShownPage } from '../../../lib/platform/page-reader.ts';

const LIST = 'https://news.example/';
const STORY: ShownPage = { address: 'https://news.example/b', loadedAt: LIST, beginning: 'Headlines', paragraphs: 3 };

/** What a page shows at each glance, the last of it from then on; answers how often the gate looked again, and after how many ms. */
async function looksAt(glances: (ShownPage | null)[], isArticle = false): Promise<number[]> {
  const left = [...glances];
  const looks: number[] = [];
  let atMs = 0;
  const follow = createLateText({
    glance: async () => (left.length > 1 ? left.shift()! : left[0]!),
    lookAgain: async () => {
      looks.push(atMs);
      // The gate says what it saw: that is no other page.
      await follow(1, true);
    },
    wait: async (ms) => {
      atMs += ms;
    },
  });
  await follow(1, isArticle);
  return looks;
}

describe('a page that went on inside its document', () => {
  it('is looked at again when its text comes', async () => {
    expect(await looksAt([STORY, STORY, { ...STORY, beginning: 'A budget' }])).toEqual([1600]);
    expect(await looksAt([STORY, { ...STORY, paragraphs: 9 }])).toEqual([800]);
  });

  it('is looked at again as often as it shows another beginning, three times at most', async () => {
    const beginnings = ['A budget', 'A budget!', 'A budget?', 'More'].map((beginning) => ({ ...STORY, beginning }));
    // Each look glances as well.
    const [a, b, c, d] = beginnings as [ShownPage, ShownPage, ShownPage, ShownPage];
    expect(await looksAt([STORY, a, a, b, b, c, c, d])).toEqual([800, 1600, 3200]);
  });

  it('is left alone where the gate saw its article, or nothing comes', async () => {
    expect(await looksAt([STORY, { ...STORY, paragraphs: 40 }], true)).toEqual([]);
    expect(await looksAt([STORY])).toEqual([]);
  });

  it('is left to the next look where it went on again, and where it may not be read', async () => {
    expect(await looksAt([STORY, { ...STORY, address: 'https://news.example/c', beginning: 'C' }])).toEqual([]);
    expect(await looksAt([STORY, null])).toEqual([]);
    expect(await looksAt([null])).toEqual([]);
  });

  it('is none where it was loaded at its address', async () => {
    const loaded = { ...STORY, loadedAt: STORY.address };
    expect(await looksAt([loaded, { ...loaded, beginning: 'Other' }])).toEqual([]);
  });
});
