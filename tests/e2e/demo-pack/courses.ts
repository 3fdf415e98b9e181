import { expect, it } from 'vitest';
import { axeFaults, clickNode, findNode } from '../../support/accessible-tree.ts';
import type { Tab } from '../../support/browser-under-test.ts';
import { eventually } from '../../support/eventually.ts';
import { ask, type SharedSession } from '../../support/session.ts';

/** The course of a topic's and a reporter's coverage, and a story as a line through time: the pages that only the built extension can fill from its index. */
export function courses(session: SharedSession): void {
  const browser = () => session.now().browser;
  const open = (place: string): Promise<Tab> => browser().openPage(`library.html#${place}`);
  const found = (query: string) => ask<{ ids: string[]; total: number }>(browser(), 'searchIds', { query, limit: 100 });
  const says = (page: Tab, words: RegExp) =>
    eventually(`the page says ${words}`, async () => words.test(await page.evaluate<string>('document.body.innerText')));

  it('shows a topic with as many reports as a search finds, as bars and as a table, by keyboard', async () => {
    const { total } = await found('topic:Oreshnik');
    expect(total).toBeGreaterThan(5);
    const page = await open(`topic/${encodeURIComponent('topic:oreshnik')}`);
    await findNode(page, 'heading', 'Oreshnik');
    await says(page, new RegExp(`Reports\\s+${total}\\s`));
    expect(await axeFaults(page)).toEqual([]);
    const toggle = await findNode(page, 'button', 'As a table');
    expect(toggle.states).toContain('pressed=false');
    await clickNode(page, 'button', 'As a table');
    await eventually(
      'the table',
      async () => (await page.evaluate<number>(`document.querySelectorAll('tbody th[scope="row"]').length`)) > 1,
    );
    expect(await axeFaults(page)).toEqual([]);
    // As wide as screens get, nothing runs out of its column.
    await page.resize(2560, 1200);
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
    await page.close();
  });

  it('shows a reporter of the index with what they wrote', async () => {
    const answer = await ask<{ id: string; name: string }[]>(browser(), 'findReporters', { typed: 'Odetta Larkspur', notId: 'none' });
    const page = await open(`reporter/${encodeURIComponent(answer[0]!.id)}`);
    await findNode(page, 'heading', /^Odetta Larkspur/);
    await says(page, /of the \d+ in your index/);
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  });

  it('shows a story in the order of its dates, with what each report adds', async () => {
    const { ids } = await found('Oreshnik lathe');
    const page = await open(`story/${encodeURIComponent(ids[0]!)}`);
    await says(page, /of the \d+ reports in your index/);
    await says(page, /First to name|Begins with/);
    await says(page, /The report you came from/);
    expect(await page.evaluate<number>(`document.querySelectorAll('[data-report]').length`)).toBeGreaterThan(1);
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  });
}
