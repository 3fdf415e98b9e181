import { describe, expect, it } from 'vitest';
import { value } from './checks.ts';
import { library } from './import-places.ts';
import { pin, record } from './sample-data.ts';

describe('exporting a library as a page', () => {
  it('reads the store itself, and holds its reports and pins', async () => {
    const { store, data } = await library();
    value(
      await store.addArticles(Array.from({ length: 450 }, (_, i) => record(`r${i}`, { headline: `Lathe ${i} <b>`, text: `Text ${i}` }))),
    );
    value(await store.putPin(pin('r1')));
    const html = await value(
      await data.exportHtml({
        language: { lang: 'en', dir: 'ltr' },
        title: 'Library',
        intro: 'All',
        heading: (table) => table,
        state: (state) => state,
        pinned: String,
        saved: String,
        filledBy: String,
        noDate: 'No date',
      }),
    ).text();
    expect(html.match(/Lathe \d+ &lt;b&gt;/g)?.length).toBeGreaterThanOrEqual(450);
    expect(html).toContain('<p dir="auto">Text 1</p>');
    expect(html).not.toContain('Text 2<');
    const cited = value(await data.citeReports({ articleIds: ['r1'], format: 'bibtex', subject: { kind: 'report' } }));
    expect(cited.text).toContain('title = {{Lathe 1 <b>}}');
    store.close();
  });
});
