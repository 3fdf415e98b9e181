/** Withdrawn tags, and tags of one written language, under the one our data use (IANA language subtag registry). */
const WRITTEN: Record<string, string> = {
  iw: 'he',
  in: 'id',
  ji: 'yi',
  mo: 'ro',
  nb: 'no',
  nn: 'no',
  tl: 'fil',
  cmn: 'zh',
  pes: 'fa',
  prs: 'fa',
};

/**
 * The written language behind a tag, as a BCP 47 primary tag in small letters: "pt-BR" and "pt" are one, "nb" and "nn" are "no". What pages, feeds and packs declare is
 * compared so; a text that says "en-GB" is in no other language than one that says "en".
 */
export function writtenLanguage(tag: string): string {
  const primary = tag.trim().split(/[-_]/, 1)[0]!.toLowerCase();
  return WRITTEN[primary] ?? primary;
}

/**
 * The locale (BCP 47) for all that stands among texts written in `texts`: plurals, lists, numbers, dates, names of languages. It is the browser's
 * own where that speaks their language, for the habits of its region; else that of the texts, so that no sentence is made of two languages.
 */
export function localeAmong(texts: string, browsers: string): string {
  return browsers.split('-', 1)[0] === texts.split('-', 1)[0] ? browsers : texts;
}
