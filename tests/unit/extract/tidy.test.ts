import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../lib/extract/names.ts';
import { readPlainText } from '../../../lib/extract/plain-text.ts';
import { extract, pageSource } from './page.ts';

const PROSE =
  '<p>The council met on Monday evening and agreed to publish the long report that residents had been asking for since the spring.</p>';

function paragraphsOf(text: string): string[] {
  const body = `<article><h1>Council votes for the new tram line</h1>${text}</article>`;
  return extract(pageSource(body), 'https://hill.example/news/council-votes').paragraphs;
}

function paragraphsWith(line: string): string[] {
  return paragraphsOf(`${PROSE.repeat(3)}${line}${PROSE.repeat(3)}`);
}

// The end of a word that closes with a letter beyond a to z, or of a script without spaces.
describe('words of the page that end in other letters', () => {
  it.each([
    'Читайте также: <a href="/a">Мост закрыли на год</a>',
    'Читайте також: <a href="/a">Міст закрили на рік</a>',
    'Czytaj też: <a href="/a">Most zamknięty na rok</a>',
    'По теме: <a href="/a">Мост закрыли на год</a>',
    '関連記事：<a href="/a">橋は一年間通行止め</a>',
    '相关阅读：<a href="/a">大桥封闭一年</a>',
    'Опубликовано 3 марта 2026 года в 10:12, город на холме',
    'Publié le 3 mars 2026 à 10 h 12, modifié le lendemain matin',
    '发布时间：2026年3月3日 10:12 来源：山城日报',
  ])('leaves %s out of the body', (line) => {
    expect(paragraphsWith(`<p>${line}</p>`)).toHaveLength(6);
  });

  it.each([
    '相关部门正在调查此事，结果将于3日公布。',
    '更新后的5号线将于明年通车，票价不变。',
    'По теме переговоров мэр говорить не стал.',
  ])('keeps the sentence %s', (sentence) => {
    expect(paragraphsWith(`<p>${sentence}</p>`)).toContain(sentence);
  });

  it.each([
    ['Anne Lebrun Publié le 3 mars 2026', ['Anne Lebrun']],
    ['Анна Белова Опубликовано 3 марта 2026', ['Анна Белова']],
    ['王小明 发布时间：2026-03-03', ['王小明']],
    ['Napisał: Jan Dub', ['Jan Dub']],
    ['Szerző: Kis Anna', ['Kis Anna']],
    ['Anne Lebrun, rédactrice à Lyon', ['Anne Lebrun']],
  ])('reads the names of %j', (byline, names) => {
    expect(namesOf(byline)).toEqual(names);
  });

  it('takes a caption in another script for none of the body', () => {
    const caption = 'На фото: новая трамвайная линия у ратуши, которую откроют в мае, и мэр города с жителями.';
    const text = `Совет проголосовал за новую линию\n\n${caption}\n\n${'Совет собрался в понедельник вечером и решил опубликовать отчёт, которого жители ждали с весны.\n\n'.repeat(4)}`;
    expect(readPlainText(text).captions).toEqual([caption]);
  });
});

describe('the offer to subscribe on a report that is not shown whole', () => {
  const offer =
    '<div class="paywall"><p>Subscribe to the Hill Paper to read on, with a month for free and everything we write about the trams.</p><p>Il vous reste 61.5% de cet article à lire.</p></div>';

  it('is no text', () => {
    expect(paragraphsOf(`${PROSE}${offer}`)).toHaveLength(1);
    expect(paragraphsOf(`${PROSE.repeat(2)}<p>Il vous reste 61.5% de cet article à lire.</p>`)).toHaveLength(2);
  });

  it('is not looked for in boxes that hold the report', () => {
    expect(
      paragraphsOf(
        `<div class="paywall-content">${PROSE.repeat(6)}<p>She had subscribed to their plan, too, in the spring of the year.</p></div>`,
      ),
    ).toHaveLength(7);
  });
});
