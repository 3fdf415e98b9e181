import { describe, expect, it } from 'vitest';
import type { PageAuthor } from '../../../lib/core/snapshot.ts';
import { isCompany } from '../../../lib/extract/organisation-name.ts';
import { extract, pageSource } from './page.ts';

const PROSE =
  '<p>The council met on Monday evening and agreed to publish the long report that residents had been asking for since the spring.</p>';

function authorsOf(body: string, head = ''): PageAuthor[] {
  return extract(
    pageSource(`<article><h1>Council votes for the new tram line</h1>${body}</article>`, head),
    'https://hill.example/news/council-votes',
  ).authors;
}

function namesIn(body: string, head = ''): string[] {
  return authorsOf(`${body}`, head).map(({ name }) => name);
}

describe('bylines', () => {
  it.each([
    ['en', 'Written by Jane Doe and Bo Ek', ['Jane Doe', 'Bo Ek']],
    ['de', 'Von Jördis Albrecht und Mats Oehme', ['Jördis Albrecht', 'Mats Oehme']],
    ['fr', 'Publié par Claire Petit', ['Claire Petit']],
    ['es', 'Escrito por Ana Ruiz y Luis Gil', ['Ana Ruiz', 'Luis Gil']],
    ['pt', 'Por Rui Matos', ['Rui Matos']],
    ['it', 'A cura di Lea Conti', ['Lea Conti']],
    ['nl', 'Door Piet de Wit', ['Piet de Wit']],
    ['pl', 'Autor: Ewa Lis', ['Ewa Lis']],
    ['cs', 'Autor: Jan Dub', ['Jan Dub']],
    ['sv', 'Av Lars Ek och Eva Lind', ['Lars Ek', 'Eva Lind']],
    ['ru', 'Автор: Анна Белова', ['Анна Белова']],
    ['uk', 'Автор: Олена Коваль', ['Олена Коваль']],
    ['tr', 'Yazar: Ayşe Kaya', ['Ayşe Kaya']],
    ['ja', '文／田中花子', ['田中花子']],
    ['zh', '作者：王小明', ['王小明']],
    ['ko', '글 김민수', ['김민수']],
  ])('reads a labelled one in %s', (_language, byline, names) => {
    expect(namesIn(`<p class="byline">${byline}</p>${PROSE.repeat(4)}`)).toEqual(names);
  });

  it.each([
    ['a name in two elements', '<span class="author"><i>Havel</i> <i>Marek</i></span>', ['Havel Marek']],
    [
      'a list with an element each',
      '<ul class="authors"><li>Ann Lee, </li><li>Bo Ek, </li><li>Cy Orr</li></ul>',
      ['Ann Lee', 'Bo Ek', 'Cy Orr'],
    ],
    ['a section before the names', '<p class="author">Politics · Ann Lee, Bo Ek</p>', ['Ann Lee', 'Bo Ek']],
    ['brackets around all of it', '<p class="byline">[Ann Lee，Hill]</p>', ['Ann Lee']],
    [
      'tags in the same box',
      '<p class="author">By Ann Lee <a rel="tag" href="/t/x">Trams</a> <a rel="tag" href="/t/y">Roads</a></p>',
      ['Ann Lee'],
    ],
    ['a translator', '<p class="author">Autorin Ann Lee</p><p class="author">Übersetzung Bo Ek</p>', ['Ann Lee']],
    ['an account behind its lead-in', '<small>Verfasst von: hillwriter | 31. Dezember 2008</small>', ['hillwriter']],
    ['a name for tests, where classes are hashes', '<div class="x-1f" data-testid="byline-new"><span>Ann Lee</span></div>', ['Ann Lee']],
    ['a stamp of the classic theme', '<div>Filed under: Roads — hillwriter @ 10:11</div>', ['hillwriter']],
  ])('reads %s', (_what, byline, names) => {
    expect(namesIn(`${byline}${PROSE.repeat(4)}`)).toEqual(names);
  });

  it.each([
    ['By <a href="/author/ann">Ann Lee</a> and Bo Ek', ['Ann Lee', 'Bo Ek']],
    ['By <a href="/author/ann">Ann Lee</a>, Bo Ek and Cy van der Orr | 3 May', ['Ann Lee', 'Bo Ek', 'Cy van der Orr']],
    ['Von Bo Ek und <a href="/autor/ann">Ann Lee</a>', ['Bo Ek', 'Ann Lee']],
    ['By <a href="/author/ann">Ann Lee</a>, Senior Food and Drink Editor', ['Ann Lee']],
    ['By <a href="/author/ann">Ann Lee</a>, Hill Paper', ['Ann Lee']],
    ['<a href="/x/1">נועה שפיגל</a> ו<a href="/x/2">יוסי כהן</a>', ['נועה שפיגל', 'יוסי כהן']],
  ])('reads who stands beside a link: %s', (byline, names) => {
    expect(namesIn(`<p class="byline">${byline}</p>${PROSE.repeat(4)}`)).toEqual(names);
  });

  it.each(['Ann Lee covers trams and roads for this paper.', 'Ann Lee ist Redakteurin und schreibt über Verkehr.'])(
    'reads the bio below the text: %s',
    (bio) => {
      const snapshot = extract(
        pageSource(
          `<article><h1>Council votes for the new tram line</h1><p class="byline">By Ann Lee</p>${PROSE.repeat(4)}<p><em>${bio}</em></p></article>`,
        ),
        'https://hill.example/a',
      );
      expect(snapshot.authors).toMatchObject([{ name: 'Ann Lee', bio }]);
      expect(snapshot.paragraphs).toHaveLength(4);
    },
  );

  it('takes a sentence within the text for no bio', () => {
    expect(
      authorsOf(`<p class="byline">By Ann Lee</p>${PROSE.repeat(4)}<p>Ann Lee has been a councillor since May.</p>${PROSE}`),
    ).toMatchObject([{ name: 'Ann Lee', bio: null }]);
  });

  it('reads the signature set apart as the last line', () => {
    expect(namesIn(`${PROSE.repeat(4)}<p><strong>Marit Lund</strong></p>`)).toEqual(['Marit Lund']);
    expect(namesIn(`${PROSE.repeat(2)}<p><strong>Marit Lund</strong></p>${PROSE}`)).toEqual([]);
  });

  it('takes no name from a list of events, from prose or from the headline', () => {
    expect(namesIn(`<p>16.11.2022 - Club Nine - Hall</p><p>17.11.2022 - Nora Quartet</p>${PROSE.repeat(4)}`)).toEqual([]);
    expect(namesIn(`<p>${'He sang with her for years. '.repeat(9)}<a href="/people/nina">Nina Orr</a></p>${PROSE.repeat(4)}`)).toEqual([]);
    const talk = extract(pageSource(`<div class="meta"><h1>Keynote by Jane Doe</h1></div>${PROSE.repeat(4)}`), 'https://a.example/talk');
    expect(talk.authors).toEqual([]);
  });

  it('reads the box about the author beside the report', () => {
    const box =
      '<div class="author-bio sidebar"><h3><a href="/author/ann">Ann Lee</a></h3><a href="/author/ann">All posts by Ann Lee</a></div>';
    expect(authorsOf(`${PROSE.repeat(4)}${box}`)).toMatchObject([{ name: 'Ann Lee', url: 'https://hill.example/author/ann' }]);
  });
});

describe('authors by source', () => {
  const linked = (author: unknown, more: object = {}): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Council votes for the new tram line', author, ...more })}</script>`;
  const byline = `<p class="byline">By Ann Lee</p>${PROSE.repeat(4)}`;

  it('believes readers before desks, accounts and the outlet, and JSON-LD before all else', () => {
    for (const name of ['Redaktion', 'ann-lee', 'Hill'])
      expect(namesIn(byline, linked({ '@type': 'Organization', name }))).toEqual(['Ann Lee']);
    expect(namesIn(byline, linked({ '@type': 'Person', name: 'Cy Orr' }))).toEqual(['Cy Orr']);
  });

  it('reads co-authors named as creators only', () => {
    expect(namesIn(PROSE.repeat(4), linked({ '@type': 'Person', name: 'Ann Lee' }, { creator: ['Ann Lee', 'Bo Ek'] }))).toEqual([
      'Ann Lee',
      'Bo Ek',
    ]);
  });

  it('takes the fuller list of a meta tag, but no list of credits', () => {
    expect(namesIn(byline, '<meta name="byl" content="By Ann Lee, Bo Ek and Cy Orr">')).toEqual(['Ann Lee', 'Bo Ek', 'Cy Orr']);
    expect(namesIn(byline, '<meta name="author" content="Ann Lee, Bo Ek for Studio Nine">')).toEqual(['Ann Lee']);
  });

  it('reads the names a description begins with', () => {
    expect(
      namesIn(PROSE.repeat(4), '<meta property="og:description" content="Posted by Ann Lee and Bo Ek - Tram team Over the years">'),
    ).toEqual(['Ann Lee', 'Bo Ek']);
  });

  it('tells people called Sa, Se or Co from companies', () => {
    expect(['Ana Sa', 'Yun Se', 'Lee Co', 'ANA SA'].filter(isCompany)).toEqual([]);
    expect(
      ['Hill Tools AG', 'Hill, Inc.', 'Hill Tools SA', 'Hill S.A.', 'Tools & Co', 'Hill GmbH'].filter((name) => !isCompany(name)),
    ).toEqual([]);
  });

  it('marks agencies and companies as organisations, behind people, and leaves the outlet out', () => {
    const head = `<meta property="og:site_name" content="Hill Paper">${linked([
      { '@type': 'Organization', name: 'Reuters' },
      { '@type': 'Person', name: 'Ann Lee Hill Paper' },
      { '@type': 'Organization', name: 'Hill Paper' },
    ])}`;
    expect(authorsOf(PROSE.repeat(4), head).map(({ name, type }) => [name, type])).toEqual([
      ['Ann Lee', undefined],
      ['Reuters', 'Organization'],
    ]);
  });

  it.each([
    ['dateline', `<p>Hamburg (dpa/lno) – ${PROSE.slice(3)}${PROSE.repeat(4)}`, 'dpa/lno', 'text'],
    ['closing brackets', `${PROSE.repeat(4)}${PROSE.replace('.</p>', '. (Courier mit AFP)</p>')}`, 'AFP', 'text'],
    ['credit line', `<p class="credit">JIJI</p>${PROSE.repeat(4)}`, 'JIJI', 'visible'],
  ])('names the agency of the %s where nobody signs', (_what, body, name, source) => {
    const snapshot = extract(
      pageSource(`<article><h1>Council votes for the new tram line</h1>${body}</article>`),
      'https://hill.example/a',
    );
    expect(snapshot.authors).toMatchObject([{ name, type: 'Organization' }]);
    expect(snapshot.provenance.authors).toBe(source);
  });

  it('reads portraits from JSON-LD and from the author box', () => {
    expect(authorsOf(PROSE.repeat(4), linked({ '@type': 'Person', name: 'Ann Lee', image: { url: '/ann.jpg' } }))[0]?.image).toBe(
      'https://hill.example/ann.jpg',
    );
    const box =
      '<div class="author-box"><img class="avatar" src="/bo.jpg"><b>Bo Ek</b><p>Bo Ek has written about trams for this paper since 2012.</p></div>';
    expect(authorsOf(`<p class="byline">By Bo Ek</p>${PROSE.repeat(4)}${box}`)[0]).toMatchObject({
      image: 'https://hill.example/bo.jpg',
      bio: 'Bo Ek has written about trams for this paper since 2012.',
    });
  });
});
