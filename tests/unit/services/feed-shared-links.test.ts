import { describe, expect, it } from 'vitest';
import { FEED, MINUTE, rss, world, xml } from './refresh-world.ts';

interface Item {
  guid?: string;
  link: string;
  title: string;
}

const TITLES = ['Minister opens the new wall', 'Budget of the port is approved', 'Storm warning for the northern coast'];

/** A world whose one feed says something else at each fetch. */
async function fed(linkOf: (number: number) => string, guids = true) {
  const { add, refresh, web, store, state } = await world();
  const source = await add();
  const item = (number: number): Item => ({ ...(guids && { guid: `guid-${number}` }), link: linkOf(number), title: TITLES[number] ?? '' });
  const fetched = async (...numbers: number[]) => {
    web[FEED] = xml(rss(numbers.map(item)));
    state.nowMs += 60 * MINUTE;
    await refresh({ ids: [source] });
    const articles = (await store.newestArticles(9)).map(({ article }) => article);
    return Object.fromEntries(articles.map(({ id, headline, url }) => [headline, { id, url }]));
  };
  return { fetched, store };
}

describe.each([
  ['differ in the fragment only', (number: number) => `https://harbour.example/news#${number}`],
  ['are routes of an application', (number: number) => `https://harbour.example/app#/news/${number}`],
  ['are all the home page', () => 'https://harbour.example/'],
  ['are all one page', () => 'https://harbour.example/news?utm_source=rss'],
])('entries whose links %s', (_what, linkOf) => {
  it('stay a report each, which none of the next turns into', async () => {
    const { fetched, store } = await fed(linkOf);
    const first = await fetched(0, 1);
    expect(Object.keys(first).sort()).toEqual([TITLES[1], TITLES[0]].sort());
    expect(new Set(Object.values(first).map(({ url }) => url)).size).toBe(2);
    expect(await fetched(0, 1)).toEqual(first);
    // The next stands alone, where nothing in the document shows that its link is another's too.
    const second = await fetched(2);
    expect(second).toMatchObject(first);
    expect(Object.keys(second)).toHaveLength(3);
    expect(await fetched(2, 1)).toEqual(second);
    for (const { id } of Object.values(second)) expect(await store.versionsOf(id)).toEqual([]);
    store.close();
  });
});

describe('an entry alone', () => {
  it('is not renewed by the next where the link is the home page', async () => {
    const { fetched, store } = await fed(() => 'https://harbour.example');
    await fetched(0);
    expect(Object.keys(await fetched(1)).sort()).toEqual([TITLES[1], TITLES[0]].sort());
    store.close();
  });

  it('keeps its address, and its report, when others come to share its link', async () => {
    const { fetched, store } = await fed(() => 'https://harbour.example/live');
    const first = await fetched(0);
    expect(Object.values(first)[0]?.url).toBe('https://harbour.example/live');
    const second = await fetched(1, 0);
    expect(second).toMatchObject(first);
    expect(await fetched(2)).toMatchObject(second);
    store.close();
  });
});

it('entries without ids are told apart by title and day; those without these are left out', async () => {
  const { fetched, store } = await fed(() => 'https://harbour.example/', false);
  expect(Object.keys(await fetched(0, 1))).toHaveLength(2);
  expect(Object.keys(await fetched(0, 1, 2))).toHaveLength(3);
  store.close();
});
