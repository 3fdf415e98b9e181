import { parseWebUrl } from '../core/canonical-url.ts';
import type { AlsoReport, PageAuthor, PageSnapshot, ValueSource } from '../core/snapshot.ts';
import { guessLanguage } from '../text/language.ts';
import { readDate } from './dates.ts';
import { bare, cleanText, countWords } from './dom-text.ts';
import { isNameLike, namesOf, startsAsByline } from './names.ts';

/** A line of the text; `gap` says that a blank line stands before it. */
interface Line {
  text: string;
  gap: boolean;
}

const READING_TIME =
  /^\d{1,3}\s*[-–]?\s*(?:min(?:ute)?s?\.?|мин\.?|хв\.?|分(?:钟|鐘|で)?|minuti|minuty?)(?:\s*(?:read|lesezeit|de lectura|de lecture|czytania|чтения|читання|čtení|di lettura|okuma|阅读|閱讀|読了))?$/iu;
/** A picture's credit in brackets at the end of its caption. */
const CREDIT_END =
  /[(（][^()（）]{3,90}(?:\/|©|\bvia\b|\bphoto\b|\bfoto\b|images\b|getty|reuters|afp|\bap\b|epa|фото|摄|供图)[^()（）]{0,60}[)）]\.?$/iu;
const CAPTION_START =
  /^(?:this |a |an )?(?:file )?(?:photo(?:graph)?|picture|image|illustration|screenshot|foto|bild|на (?:фото|снимке|світлині|фотографии)|фото)(?!\p{L})|^(?:图为|資料写真)/iu;
const SENTENCE_END = /[.!?…。！？]["”’»)\]]*$/u;
const ROLE_END =
  /\b(?:reporter|journalist|editor|correspondent|writer|columnist|contributor|producer|analyst|photographer|fellow|bureau chief|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédact(?:eur|rice)|periodista|redactora?|giornalista|dziennikarka?|redaktorka?|novinářk?a?|gazeteci|muhabir)s?(?!\p{L})|журналіст|журналист|кореспондент|корреспондент|редактор|репортер|记者|編集|記者/iu;
const AVATAR = /^(?:avatar|profile (?:picture|photo)|photo of .{2,40}|author(?:'s)? (?:photo|image))$/iu;
/** A line that opens a list of other reports. Shape decides (short, no sentence, stands alone); the words only confirm it. */
const FEED_TITLE =
  /^(?:news ?(?:feed|line|ticker)|latest(?: news)?|live(?: updates?| feed)?|in brief|breaking(?: news)?|стрічка(?: новин)?|лента(?: новостей)?|новини|новости|newsticker|kurzmeldungen|meldungen|en bref|fil info|últimas? noticias?|aktualności|krótko|快讯|速報|要闻)$/iu;
const BUTTON =
  /^(?:read|show|load|see|view|learn) (?:more|all|less|full .{2,20})\W*$|^(?:more|share|follow|subscribe|mehr(?: lesen)?|weiterlesen|lire la suite|leer más|ver más|читати далі|читать далее|показати ще|показать ещё|więcej|更多|もっと見る)\W*$/iu;

/**
 * What a plain text says, by shape alone: kicker, headline (a title line, often repeated), reading time, caption, byline, body
 * paragraphs, a box about the reporter (name, role, words about them), items of a news feed behind it. Pure and total.
 */
export function readPlainText(text: string, url = ''): PageSnapshot {
  const lines = linesOf(text);
  const provenance: Record<string, ValueSource> = {};
  const bodyStart = lines.findIndex(({ text: line }, at) => isParagraph(line) && !isCaption(lines, at));
  const head = readHead(lines.slice(0, bodyStart < 0 ? lines.length : bodyStart));
  const rest = bodyStart < 0 ? [] : lines.slice(bodyStart);
  const { body, tail } = splitTail(rest);
  const box = readBox(tail);
  const authors = box.author ? [box.author] : head.authors;
  const paragraphs = body.filter((line) => !BUTTON.test(line) && !READING_TIME.test(line) && bare(line) !== bare(head.headline ?? ''));
  const language = guessLanguage([head.headline ?? '', ...paragraphs.slice(0, 12)].join('\n'));
  const address = parseWebUrl(url);
  const words = countWords(paragraphs.join('\n'));
  const isArticle = head.headline !== null && paragraphs.filter((paragraph) => paragraph.length >= 80).length >= 2 && words >= 60;
  for (const [field, known] of [
    ['headline', head.headline],
    ['datePublished', head.date],
    ['section', head.section],
    ['language', language],
  ] as const)
    if (known) provenance[field] = 'text';
  if (authors.length) provenance.authors = box.author ? 'author-box' : 'byline';
  if (address) provenance.url = 'url';
  return {
    isArticle,
    confidence: isArticle ? 0.9 : 0.2,
    url: address?.href ?? null,
    headline: head.headline,
    description: head.description,
    authors,
    datePublished: head.date,
    dateModified: null,
    language,
    outlet: address ? { name: address.hostname.replace(/^www\./, ''), url: `${address.origin}/` } : null,
    section: head.section,
    keywords: [],
    feeds: [],
    paragraphs,
    captions: head.captions,
    also: box.also,
    wordCount: words,
    provenance,
  };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = false;
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    const line = cleanText(raw, raw.length);
    if (!line) gap = true;
    else {
      lines.push({ text: line, gap });
      gap = false;
    }
  }
  return lines;
}

/** Long enough and ended like a sentence, or simply long. */
function isParagraph(line: string): boolean {
  return (
    (line.length >= 60 && SENTENCE_END.test(line)) ||
    line.length >= 140 ||
    (/[\u3040-\u9fff]/.test(line) && line.length >= 30 && SENTENCE_END.test(line))
  );
}

/** A picture's text: it ends with a credit, or says that it shows a picture; it stands before the body. */
function isCaption(lines: Line[], at: number): boolean {
  const { text } = lines[at]!;
  if (at > 12) return false;
  return CREDIT_END.test(text) || CAPTION_START.test(text);
}

interface Head {
  headline: string | null;
  description: string | null;
  section: string | null;
  date: string | null;
  authors: PageAuthor[];
  captions: string[];
}

function readHead(lines: Line[]): Head {
  const head: Head = { headline: null, description: null, section: null, date: null, authors: [], captions: [] };
  const titles: string[] = [];
  for (const [at, { text }] of lines.entries()) {
    if (READING_TIME.test(text) || BUTTON.test(text)) continue;
    const dated = text.length < 80 ? readDate(text) : null;
    if (dated && (/^\W*\d|\d\W*$/.test(text) || /\d{4}/.test(text)) && text.split(/\s+/).length <= 8) head.date ??= dated;
    else if (isCaption(lines, at) && text.length > 25) head.captions.push(text);
    else if (startsAsByline(text) && text.length < 100 && namesOf(text).length) head.authors.push(...namesOf(text).map(person));
    else titles.push(text);
  }
  const repeated = titles.find((title, at) => titles.findIndex((other) => bare(other) === bare(title)) !== at);
  const longest = titles.reduce<string | null>(
    (best, title) => (best === null || (best.length < 25 && title.length > best.length) ? title : best),
    null,
  );
  head.headline = repeated ?? longest;
  const at = head.headline === null ? -1 : titles.indexOf(head.headline);
  const kicker = at > 0 ? titles[at - 1]! : null;
  if (kicker && kicker.length <= 30 && kicker.split(/\s+/).length <= 3) head.section = kicker;
  head.description = titles.slice(at + 1).find((title) => bare(title) !== bare(head.headline ?? '') && title.length >= 40) ?? null;
  return head;
}

/** Where the body ends: at the first lone short line behind it that is a name with a role, a picture's alternative text, a feed's title. */
function splitTail(lines: Line[]): { body: string[]; tail: Line[] } {
  for (let at = 1; at < lines.length; at++) {
    const { text, gap } = lines[at]!;
    if (isParagraph(text)) continue;
    const next = lines[at + 1]?.text ?? '';
    const after = lines[at + 2]?.text ?? '';
    const named = isPersonName(text) && ((ROLE_END.test(next) && next.length < 80) || about(next, text) || about(after, text));
    if (gap && (AVATAR.test(text) || named || isFeedTitle(lines, at)))
      return { body: lines.slice(0, at).map((line) => line.text), tail: lines.slice(at) };
  }
  return { body: lines.map((line) => line.text), tail: [] };
}

function isPersonName(text: string): boolean {
  return text.length <= 50 && /\s|[\u3040-\u9fff]/.test(text) && isNameLike(text) && !FEED_TITLE.test(text) && !SENTENCE_END.test(text);
}

function about(paragraph: string, name: string): boolean {
  return paragraph.length > 60 && ` ${bare(paragraph).slice(0, 200)} `.includes(` ${bare(name)} `);
}

function isFeedTitle(lines: Line[], at: number): boolean {
  return FEED_TITLE.test(lines[at]!.text) && lines.slice(at + 1, at + 6).some(({ text }) => isParagraph(text));
}

function readBox(tail: Line[]): { author: PageAuthor | null; also: AlsoReport[] } {
  const feed = tail.findIndex((_, at) => isFeedTitle(tail, at));
  const box = (feed < 0 ? tail : tail.slice(0, feed)).map(({ text }) => text).filter((text) => !BUTTON.test(text) && !AVATAR.test(text));
  const nameAt = box.findIndex((text) => isPersonName(text));
  const author = nameAt < 0 ? null : person(box[nameAt]!);
  if (author) {
    const words = box.slice(nameAt + 1);
    author.jobTitle = words.find((text) => text.length < 80 && !SENTENCE_END.test(text) && ROLE_END.test(text)) ?? null;
    author.bio = words.filter((text) => isParagraph(text)).join(' ') || null;
  }
  return { author, also: feed < 0 ? [] : feedItems(tail.slice(feed + 1)) };
}

function feedItems(lines: Line[]): AlsoReport[] {
  const reports: AlsoReport[] = [];
  let headline: string | null = null;
  for (const { text } of lines) {
    if (isParagraph(text)) {
      reports.push({ headline, text, datePublished: readDate(text) });
      headline = null;
    } else if (text.length >= 25 && !BUTTON.test(text)) headline = text;
    if (reports.length >= 50) break;
  }
  return reports;
}

function person(name: string): PageAuthor {
  return { name, url: null, jobTitle: null, bio: null, sameAs: [] };
}
