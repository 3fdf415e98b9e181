import { readDate } from './dates.ts';
import { bare, type TextBlock } from './dom-text.ts';
import { DATED } from './names.ts';
import type { RawPage } from './raw-page.ts';

const SENTENCE_END = /[.!?…。！？:]['"”’»)\]]*$/u;
const LEAD_TO_OTHERS =
  /^(?:(?:read (?:more|also|next|the full)|see also|related(?: (?:stories|articles|coverage|content|news|posts|links?|topics?))?|more (?:from|on|stories|news|coverage)|also (?:read|on)|don['’]t miss|recommended|watch(?: (?:now|more|also|the video))?|listen|click here|follow us|sign up|subscribe|join (?:us|our)|you (?:may|might) (?:also )?(?:like|be interested)|what to read next|lesen sie auch|mehr zum thema|lesen sie mehr|auch interessant|siehe auch|das könnte|lire aussi|à lire aussi|voir aussi|sur le même sujet|lea también|lee también|te puede interesar|ver también|leia (?:também|mais)|veja (?:também|mais)|leggi anche|lees ook|czytaj (?:też|także|więcej)|zobacz (?:też|także)|přečtěte si|čtěte (?:také|více)|читайте (?:также|також|ещё|ще)|смотрите также|дивіться також|больше новостей|(?:материалы )?по теме(?=\s*(?:[:.]|$)))(?!\p{L})|(?:相关|関連)[^\s:：。]{0,4}(?:[\s:：]|$)|あわせて読みたい)/iu;
const FURNITURE =
  /^(?:advertis(?:e?ment|ing)s?(?: - .*)?|ad|ads|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|reklama|реклама|sponsored(?: content)?|share(?: this.*| on.*| via.*)?|share|shares|\d+ ?shares|tweet|pin it|print|e-?mail|save|comments?|\d+ comments?|leave a comment|loading\W*|close|menu|skip (?:to|ad|advertisement).*|continue reading.*|story continues below.*|article continues (?:below|after).*|scroll (?:down|to).*|this (?:article|story) (?:has been|was) updated.*|read more|show more|view comments|click to (?:enlarge|expand).*|photo|photos|video|image|gallery|facebook|twitter|whatsapp|linkedin|pinterest|reddit|copy link|link copied|tags?:?|topics?:?|filed under:?|posted in:?|categories:?|back to top|\d+ ?(?:min(?:ute)?s?|мин|хв)\.? (?:read|чтения)|teilen|drucken|partager|compartir|condividi|delen|поделиться|поширити|image \d+ (?:of|\/).*|this slideshow requires javascript|want more stories like this|\[\/?[a-z_]+(?: [^\]]*)?\](?: ?\[\/[a-z_]+\])?|(?:photo|slide|bild|foto|image) \d+ ?(?:of|\/|von|de|из) ?\/? ?\d+.*|advert|caption|breaking news|print article|hide caption|toggle caption|enlarge this image|©.*|copyright ?(?:©|\(c\)|\d).*|all rights reserved.*|alle rechte vorbehalten.*)[.:!]?$/iu;
const CREDIT =
  /^(?:(?:photo(?:graph)?|image|picture|foto|bild|video|illustration|graphic)s?\s*(?:credits?|courtesy|by|:|©)|credits?:|getty images|©|\(?(?:ap|reuters|afp)\)? (?:photo|file)|bildquelle|fotos?:|source:|quelle:|crédit)/iu;
/** "In this Dec. 12 file photo, …": how agencies write captions that stand among the paragraphs. */
const AGENCY_CAPTION = /^(?:file\s?[-–—]\s?)?(?:in|on) this .{4,70}\b(?:file )?(?:photo|image|picture|screen ?shot|frame grab)\b/iu;
/** A line of facts about the post: by whom, in which category, with which tags. */
const FACTS_LINE =
  /(?:posted|published|publicado|pubblicato|publié|veröffentlicht).{3,80}(?:categor|kategorie|catégorie|tags?:)|(?:categor|kategorie|catégorie).{3,80}\btags?:/iu;
/** "Updated Nov. 19, 2019 8:21 am ET", "| UPDATED: 10:43, Tue, Nov 19, 2019", "18 NOV 2019": a line that only dates the report. */
const DATE_LINE = new RegExp(`^[|\\s]*(?:${DATED}|erstellt)`, 'iu');
/** What stands behind a report's last sentence: whom to write to, who contributed, where it appeared first. */
const CLOSING =
  /^(?:follow\b|reach\b|have a tip|got a tip|(?:additional )?(?:reporting|editing|writing|compiled|edited) by|e-?mail\b|contact\b|write to|like this (?:story|post)|via\b|copyright|©|\(c\)|more ap\b|filed under|posted in|published in|citation:|print\b|send us|get the latest|get .{3,60} delivered|start your day with|there['’]s (?:plenty )?more where that|(?:the )?contents? of this (?:site|page) |aten(?:ção|ción)\W+coment|comments? (?:are|will be) (?:moderated|closed)|sign up|subscribe|this (?:article|story|post|piece|content) (?:was|is|has|originally|first|appeared|may)|the (?:post|article) .{3,200} (?:appeared first|first appeared)|read the original|originally published|for more\b|click\b|to (?:contact|comment)|join\b|support\b|download\b|watch\b|note:|disclosure:|disclaimer:|tags?:|topics?:|categor(?:y|ies):|source:|il vous reste [\d.,]+ ?%|mehr (?:zum thema|artikel|news)|folgen sie|quelle:|teilen\b|kommentare?\b|suivez|síguenos|siga|segui\b|подпис(?:ывайтесь|аться)|підпис(?:уйтесь|атися)|читайте|источник:|джерело:)|\bcontributed to this (?:report|story|article)\b|^\S+@\S+$|^https?:\/\/\S+$|^@\w+$/iu;

function isDateLine(text: string): boolean {
  if (DATE_LINE.test(text) && /\d/.test(text)) return true;
  return text.length < 45 && !SENTENCE_END.test(text.replace(/\.$/, '')) && readDate(text) !== null && text.split(/\s+/).length <= 7;
}

/** A kicker, a place, the byline itself: what stands before a report's first sentence. */
function isOpening({ text }: TextBlock, names: string[]): boolean {
  if (text.length < 160 && names.some((name) => text.includes(name)) && !SENTENCE_END.test(text)) return true;
  if (text.length < 90 && !SENTENCE_END.test(text) && readDate(text) !== null) return true;
  // "Name: Ashley" begins a portrait.
  if (/^\p{Lu}[\p{L} ]{1,20}:\s+\p{Lu}\D*$/u.test(text)) return false;
  return text.length < 32 && !SENTENCE_END.test(text) && !/[\u3040-\u9fff]/.test(text);
}

function isClosing({ text, tag, linked }: TextBlock, names: string[]): boolean {
  if (/^H[1-6]$/.test(tag)) return true;
  if (text.length < 400 && CLOSING.test(text)) return true;
  if (text.length < 200 && linked > text.length * 0.6) return true;
  return names.some((name) => isAbout(text, name));
}

/** "Jane Doe covers trams for this paper.", below a report by her. */
function isAbout(text: string, name: string): boolean {
  return (
    text.length < 500 &&
    name.length > 4 &&
    text.startsWith(name) &&
    /^\S{0,2}\s(?:is|was|has|writes|covers|reports|ist|schreibt|est|es|è|är|jest|je)(?!\p{L})/u.test(text.slice(name.length))
  );
}

/** What a report's last lines say of an author; null where they say nothing. */
export function closingBio(blocks: TextBlock[], name: string): string | null {
  for (let at = blocks.length - 1; at > 0 && isClosing(blocks[at]!, [name]); at--)
    if (isAbout(blocks[at]!.text, name)) return blocks[at]!.text;
  return null;
}

/**
 * Paragraphs of a body without what the library leaves in: buttons, date lines, teasers, the headline and the byline again, what
 * stands behind the last sentence. The standfirst comes first. `names` are the authors'; `notText` is never a paragraph.
 */
export function tidyBody(
  { blocks, dek, captions }: Pick<RawPage, 'blocks' | 'dek' | 'captions'>,
  headline: string | null,
  notText: string[],
  names: string[],
  maxChars: number,
): string[] {
  const barred = new Set([headline ?? '', ...notText, ...captions].map(bare).filter((text) => text !== ''));
  const title = bare(headline ?? '');
  const kept: TextBlock[] = [];
  for (const block of blocks) {
    const { text, linked, tag } = block;
    const key = bare(text);
    if (key === '' && text.length < 3) continue;
    // The headline with the line above it.
    if (title.length > 20 && key.endsWith(` ${title}`) && key.length < title.length + 100) continue;
    if (barred.has(key) || FURNITURE.test(text) || (text.length < 200 && CREDIT.test(text))) continue;
    if (text.length < 400 && (AGENCY_CAPTION.test(text) || (text.length < 200 && FACTS_LINE.test(text)))) continue;
    const share = linked / text.length;
    if (share > 0.4 && text.length < 250 && LEAD_TO_OTHERS.test(text)) continue;
    if (text.length < 60 && LEAD_TO_OTHERS.test(text)) continue;
    if (share > 0.85 && text.length < 200 && (kept.length === 0 || tag !== 'P' || text.length < 25 || !SENTENCE_END.test(text))) continue;
    if (text.length < 90 && isDateLine(text)) continue;
    kept.push(block);
  }
  while (kept.length > 2 && isOpening(kept[0]!, names)) kept.shift();
  while (kept.length > 1 && isClosing(kept[kept.length - 1]!, names)) kept.pop();
  const paragraphs: string[] = [];
  let total = 0;
  for (const { text } of kept) {
    if (total + text.length > maxChars) {
      const room = maxChars - total;
      if (room > 200) paragraphs.push(text.slice(0, room));
      break;
    }
    paragraphs.push(text);
    total += text.length + 2;
  }
  const start = bare(paragraphs.slice(0, 4).join(' '));
  if (dek && paragraphs.length && !start.includes(bare(dek).slice(0, 60))) paragraphs.unshift(dek);
  return paragraphs;
}
