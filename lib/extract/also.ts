import { bare, labelOf, lineOf, readBlocks } from './dom-text.ts';
import type { PageDocument, PageElement } from './page-tree.ts';
import type { RawPage } from './raw-page.ts';

const FEED_LABEL =
  /(?:^|[\s_-])(?:news-?feed|newsfeed|live-?(?:feed|blog|ticker|updates?)|feed-?item|breaking|ticker|brief|bulletin|latest-?news|news-?in-?brief)/i;
const FEED_TITLE =
  /^(?:news ?feed|live(?: updates?)?|latest(?: news)?|breaking(?: news)?|in brief|news in brief|стрічка новин|лента новостей|newsticker|kurzmeldungen|en bref|últimas? noticias?|fil info|aktualności|快讯|速報)$/iu;
const MAX_ITEMS = 12;

/** Second reports beside the article: items of a news feed that hold sentences of their own, not teasers that only link. */
export function alsoReports(page: PageDocument, headline: string | null): RawPage['also'] {
  const reports: RawPage['also'] = [];
  const own = bare(headline ?? '');
  for (const holder of feedHolders(page)) {
    const blocks = readBlocks(holder, 12_000);
    let title: string | null = null;
    for (const { text, linked, tag } of blocks) {
      if (reports.length >= MAX_ITEMS) return reports;
      const sentence = text.length >= 80 && /[.!?。！？…]["”’)]?$/.test(text) && linked < text.length * 0.9;
      if (sentence && bare(text) !== own && !reports.some((known) => known.text === text)) {
        reports.push({ headline: title, text });
        title = null;
      } else title = /^H[2-6]$/.test(tag) && !FEED_TITLE.test(text) ? text : title;
    }
  }
  return reports;
}

function feedHolders(page: PageDocument): PageElement[] {
  const holders: PageElement[] = [];
  const add = (element: PageElement): void => {
    const text = lineOf(element, 15_000);
    if (text.length < 80 || text.length > 12_000 || element.querySelector('h1')) return;
    if (!holders.some((known) => known.contains(element) || element.contains(known))) holders.push(element);
  };
  const labelled = page.querySelectorAll(
    '[class*="feed" i],[id*="feed" i],[class*="brief" i],[class*="ticker" i],[class*="bulletin" i],[class*="live" i]',
  );
  for (let i = 0; i < labelled.length && i < 200; i++) if (FEED_LABEL.test(labelOf(labelled[i]!))) add(labelled[i]!);
  const titles = page.querySelectorAll('h2,h3,h4,h5');
  for (let i = 0; i < titles.length && i < 200; i++) {
    const title = titles[i]!;
    const holder = title.parentElement;
    if (holder && holder.nodeName.toUpperCase() !== 'BODY' && FEED_TITLE.test(lineOf(title, 60))) add(holder);
  }
  return holders;
}
