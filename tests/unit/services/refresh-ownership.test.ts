import { describe, expect, it } from 'vitest';
import { removeSource } from '../../../lib/services/sources.ts';
import { value } from '../../contract/checks.ts';
import { FEED, MINUTE, rss, world, xml } from './refresh-world.ts';

const DAY = 24 * 60 * MINUTE;
const EVIL = 'https://evil.example/feed';
const A = 'https://harbour.example/a';

describe('a report that another source brought', () => {
  const honest = xml(rss([{ guid: '1', link: A, title: 'Mayor opens the new bridge', text: 'Honest text.' }]));
  const forged = (link = A) => xml(rss([{ guid: 'x', link, title: 'Mayor arrested', text: 'A forged text, longer than the honest one.' }]));

  it('is not rewritten, however often it is announced in other words', async () => {
    const w = await world({ [FEED]: honest, [EVIL]: forged() });
    const [good, evil] = [await w.add(), await w.add(EVIL, 'Harbour Times')];
    for (const id of [good, evil, good, evil, evil]) await w.refresh({ ids: [id] });
    const [stored] = await w.store.newestArticles(9);
    expect(stored?.article).toMatchObject({ headline: 'Mayor opens the new bridge', text: '', description: 'Honest text.' });
    expect(await w.store.versionsOf(stored!.article.id)).toEqual([]);
    expect((await w.store.heldBy(evil)).articles).toEqual([stored?.article.id]);
    value(await removeSource(good, false, w.store));
    await w.refresh({ ids: [evil] });
    expect(await w.headlines()).toEqual(['Mayor opens the new bridge']);
  });

  it('is the first one’s where both come in one round', async () => {
    const w = await world({ [FEED]: honest, [EVIL]: forged() });
    await w.add();
    await w.add(EVIL, 'Evil');
    await w.refresh();
    const [first] = await w.headlines();
    for (let times = 0; times < 3; times++) {
      w.state.nowMs += 2 * DAY;
      await w.refresh();
    }
    expect(await w.headlines()).toEqual([first]);
  });

  it('is not replaced by a report that moves to its address, or to the one it had', async () => {
    const w = await world({ [FEED]: honest, [EVIL]: forged('https://evil.example/1') });
    const [good, evil] = [await w.add(), await w.add(EVIL, 'Evil')];
    await w.refresh();
    w.web[EVIL] = forged();
    await w.refresh({ ids: [evil] });
    expect((await w.headlines()).sort()).toEqual(['Mayor arrested', 'Mayor opens the new bridge']);
    w.web[FEED] = xml(
      rss([{ guid: '1', link: 'https://harbour.example/moved', title: 'Mayor opens the new bridge', text: 'Honest text.' }]),
    );
    await w.refresh({ ids: [good] });
    w.web[EVIL] = xml(rss([{ guid: 'y', link: A, title: 'Mayor flees', text: 'Forged again.' }]));
    await w.refresh({ ids: [evil] });
    expect(await w.headlines()).toContain('Mayor opens the new bridge');
  });
});
