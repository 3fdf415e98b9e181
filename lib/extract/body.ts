import { Readability } from '@mozilla/readability';
import { readDate } from './dates.ts';
import { dekOf } from './dek.ts';
import { bare, labelOf, lineOf, readBlocks, type TextBlock } from './dom-text.ts';

/** Text of an article without what surrounds it, and the captions of its pictures. */
export interface BodyText {
  paragraphs: string[];
  captions: string[];
}

const NEVER_TEXT =
  'script,style,noscript,template,iframe,object,embed,svg,canvas,select,textarea,dialog,nav,[hidden],[aria-modal="true"],[role="dialog"],[role="alertdialog"],[role="navigation"],[role="search"],[role="menu"]';
const OVERLAY =
  '[class*="cookie" i],[id*="cookie" i],[class*="consent" i],[id*="consent" i],[class*="gdpr" i],[id*="gdpr" i],[id*="onetrust" i],[id*="didomi" i],[class*="paywall" i],[class*="newsletter" i],[class*="subscribe" i],[class*="signup" i]';
const BESIDE =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|read-?(?:more|next|also)|more-?(?:on|from|stories|articles|news)|see-?also|most-?(?:read|popular|viewed)|trending|popular-posts|teasers?|outbrain|taboola|share|sharing|social(?:-\w+)?|sharedaddy|addthis|addtoany|jp-relatedposts|comments?|disqus|respond|tags?-?(?:list|links|cloud)|post-tags|breadcrumbs?|pagination|post-nav(?:igation)?|author-?(?:box|bio|info|card|description)|about-?(?:the-?)?author|bio-?box|byline|advert\w*|ads?|promo\w*|sponsor\w*|print-?only|screen-reader-text|sr-only|visually-hidden|skip-link|toc|table-of-contents)(?:$|[\s_-])/i;
const SENTENCE_END = /[.!?…。！？:]['"”’»)\]]*$/u;
const CAPTION = 'figcaption,[class*="caption" i],[class*="photo-credit" i],[class*="image-credit" i]';
const LEAD_TO_OTHERS =
  /^(?:read (?:more|also|next|the full)|see also|related(?: (?:stories|articles|coverage|content|news|posts|links?|topics?))?|more (?:from|on|stories|news|coverage)|also (?:read|on)|don['’]t miss|recommended|watch(?: (?:now|more|also|the video))?|listen|click here|follow us|sign up|subscribe|join (?:us|our)|you (?:may|might) (?:also )?(?:like|be interested)|what to read next|lesen sie auch|mehr zum thema|lesen sie mehr|auch interessant|siehe auch|das könnte|lire aussi|à lire aussi|voir aussi|sur le même sujet|lea también|lee también|te puede interesar|ver también|leia (?:também|mais)|veja (?:também|mais)|leggi anche|lees ook|czytaj (?:też|także|więcej)|zobacz (?:też|także)|přečtěte si|čtěte (?:také|více)|читайте (?:также|також|ещё|ще)|смотрите также|дивіться також|больше новостей|по теме|相关|関連|あわせて読みたい)\b/iu;
const FURNITURE =
  /^(?:advertis(?:e?ment|ing)s?(?: - .*)?|ad|ads|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|reklama|реклама|sponsored(?: content)?|share(?: this.*| on.*| via.*)?|share|shares|\d+ ?shares|tweet|pin it|print|e-?mail|save|comments?|\d+ comments?|leave a comment|loading\W*|close|menu|skip (?:to|ad|advertisement).*|continue reading.*|story continues below.*|article continues (?:below|after).*|scroll (?:down|to).*|this (?:article|story) (?:has been|was) updated.*|read more|show more|view comments|click to (?:enlarge|expand).*|photo|photos|video|image|gallery|facebook|twitter|whatsapp|linkedin|pinterest|reddit|copy link|link copied|tags?:?|topics?:?|filed under:?|posted in:?|categories:?|back to top|\d+ ?(?:min(?:ute)?s?|мин|хв)\.? (?:read|чтения)|teilen|drucken|partager|compartir|condividi|delen|поделиться|поширити|image \d+ (?:of|\/).*|(?:photo|slide|bild|foto|image) \d+ ?(?:of|\/|von|de|из) ?\/? ?\d+.*|advert|caption|breaking news|print article|hide caption|toggle caption|enlarge this image|©.*|copyright ?(?:©|\(c\)|\d).*|all rights reserved.*|alle rechte vorbehalten.*)[.:!]?$/iu;
const CREDIT =
  /^(?:(?:photo(?:graph)?|image|picture|foto|bild|video|illustration|graphic)s?\s*(?:credits?|courtesy|by|:|©)|credits?:|getty images|©|\(?(?:ap|reuters|afp)\)? (?:photo|file)|bildquelle|fotos?:|source:|quelle:|crédit)/iu;
/** "Updated Nov. 19, 2019 8:21 am ET", "| UPDATED: 10:43, Tue, Nov 19, 2019", "18 NOV 2019": a line that only dates the report. */
const DATE_LINE =
  /^[|\s]*(?:(?:first |last )?(?:published|updated|posted|modified|created)|(?:veröffentlicht|aktualisiert|stand|erstellt)|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|опубликовано|обновлено|опубліковано|оновлено|发布|更新|公開)\b/iu;
/** What stands behind a report's last sentence: whom to write to, who contributed, where it appeared first. */
const CLOSING =
  /^(?:follow\b|reach\b|have a tip|got a tip|(?:additional )?(?:reporting|editing|writing|compiled|edited) by|e-?mail\b|contact\b|write to|like this (?:story|post)|via\b|copyright|©|\(c\)|more ap\b|filed under|posted in|published in|citation:|print\b|send us|get the latest|sign up|subscribe|this (?:article|story|post|piece|content) (?:was|is|has|originally|first|appeared|may)|the (?:post|article) .{3,200} (?:appeared first|first appeared)|read the original|originally published|for more\b|click\b|to (?:contact|comment)|join\b|support\b|download\b|watch\b|note:|disclosure:|disclaimer:|tags?:|topics?:|categor(?:y|ies):|source:|mehr (?:zum thema|artikel|news)|folgen sie|quelle:|teilen\b|kommentare?\b|suivez|síguenos|siga|segui\b|подпис(?:ывайтесь|аться)|підпис(?:уйтесь|атися)|читайте|источник:|джерело:)|\bcontributed to this (?:report|story|article)\b|^\S+@\S+$|^https?:\/\/\S+$|^@\w+$/iu;
/** Elements beyond which the library would hold the page up for seconds; its result is then done without. */
const MAX_ELEMENTS = 25_000;
const MANY_WRAPPERS = 150;
const MAX_PARAGRAPH = 20_000;
/** Share of a page's prose that a box beside the text may hold. */
const MOST_BESIDE = 0.35;
/** Share of a page's prose that a trustworthy result keeps at least. */
const LEAST_KEPT = 0.12;

/**
 * Body text of a page: @mozilla/readability on a pruned clone (docs/adr/0005-body-text.md), then without what it leaves in:
 * captions (returned apart), teasers, buttons, repeated headline and byline. The page itself is not touched. Never throws.
 */
export function bodyOf(copy: Document, headline: string | null, notText: string[], names: string[], maxChars: number): BodyText {
  const captions = takeCaptions(copy);
  const dek = dekOf(copy, headline);
  const whole = proseIn(copy);
  const holder = proseHolder(copy, whole);
  const main = articleElement(copy, headline);
  const found = main ? readBlocks(main, maxChars * 2) : [];
  // Where the library keeps little of the page's prose, the smallest element that holds most of it is nearer the truth.
  const blocks = holder && lengthOf(found) < whole * LEAST_KEPT ? holder : found;
  const paragraphs = tidy(blocks, headline, notText, names, captions, maxChars);
  const start = bare(paragraphs.slice(0, 4).join(' '));
  if (dek && paragraphs.length && !start.includes(bare(dek).slice(0, 60))) paragraphs.unshift(dek);
  return { paragraphs, captions };
}

function lengthOf(blocks: TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Blocks of the smallest element that holds three quarters of the page's prose; read before the library changes the clone. */
function proseHolder(copy: Document, whole: number): TextBlock[] | null {
  let at: Element | null = copy.body;
  for (let depth = 0; at && depth < 60; depth++) {
    let next: Element | null = null;
    for (let child: Element | null = at.firstElementChild; child; child = child.nextElementSibling) {
      if (proseIn(child) >= whole * 0.75) next = child;
    }
    if (!next) break;
    at = next;
  }
  return at ? readBlocks(at, 400_000) : null;
}

/** A clone of the page without what is never text: scripts, hidden parts, navigation, overlays, boxes beside the text. */
export function prunedCopy(document: Document): Document {
  const copy = document.cloneNode(true) as Document;
  removeAll(copy.querySelectorAll(NEVER_TEXT), () => true);
  removeAll(copy.querySelectorAll('div:empty,span:empty,p:empty,section:empty,i:empty,ins:empty'), () => true);
  unwrapChains(copy);
  const whole = proseIn(copy);
  // A box beside the text never holds much of the page's prose, whatever it is called.
  const isSmall = (element: Element): boolean => proseIn(element) <= whole * MOST_BESIDE && !isMain(element);
  removeAll(copy.querySelectorAll('[style*="display" i]'), (element) => /display\s*:\s*none/i.test(element.getAttribute('style') ?? ''));
  removeAll(copy.querySelectorAll(OVERLAY), isSmall);
  removeAll(copy.querySelectorAll('aside,div,section,ul,p,span,footer'), (element) => {
    const label = labelOf(element);
    return label.length > 1 && BESIDE.test(label) && isSmall(element);
  });
  return copy;
}

/** Hundreds of boxes within boxes say nothing and cost the library seconds: those that hold one box and no text give way to it. */
function unwrapChains(copy: Document): void {
  const inner = copy.querySelectorAll('div > div:only-child');
  if (inner.length < MANY_WRAPPERS) return;
  for (let i = 0; i < inner.length; i++) {
    const child = inner[i]!;
    const wrapper = child.parentElement;
    if (!wrapper?.parentNode || labelOf(wrapper).trim() !== '') continue;
    let text = false;
    for (let node = wrapper.firstChild; node && !text; node = node.nextSibling)
      text = node.nodeType === 3 && (node as Text).data.trim() !== '';
    if (!text) wrapper.parentNode.replaceChild(child, wrapper);
  }
}

/** Characters of the paragraphs worth reading in a part of the page. */
function proseIn(root: ParentNode): number {
  let chars = 0;
  const paragraphs = root.querySelectorAll('p');
  for (let i = 0; i < paragraphs.length && i < 2000; i++) {
    const length = (paragraphs[i]!.textContent ?? '').trim().length;
    if (length > 60) chars += length;
  }
  return chars;
}

function isMain(element: Element): boolean {
  return (
    element.querySelector('h1,[itemprop~="articleBody"],article') !== null ||
    /article-?body|entry-?content|post-?content|story-?body/i.test(labelOf(element))
  );
}

function removeAll(elements: ArrayLike<Element>, unwanted: (element: Element) => boolean): void {
  for (let i = 0; i < elements.length && i < 60_000; i++) {
    const element = elements[i]!;
    if (element.parentNode && !/^(?:html|body|main)$/i.test(element.nodeName) && unwanted(element)) element.parentNode.removeChild(element);
  }
}

function takeCaptions(copy: Document): string[] {
  const captions: string[] = [];
  const elements = copy.querySelectorAll(CAPTION);
  for (let i = 0; i < elements.length && i < 300; i++) {
    const element = elements[i]!;
    const text = lineOf(element, 1500);
    // Some sites call whole galleries or articles "caption".
    if (text.length > 1200 || element.querySelector('p + p,h1,h2')) continue;
    if (text.length >= 20 && captions.length < 30 && !captions.some((known) => known.includes(text))) captions.push(text);
    element.parentNode?.removeChild(element);
  }
  return captions;
}

function articleElement(copy: Document, headline: string | null): Element | null {
  try {
    const reader = new Readability<Element>(copy, {
      serializer: (node) => node as Element,
      disableJSONLD: true,
      keepClasses: true,
      maxElemsToParse: MAX_ELEMENTS,
    });
    // Metadata are read elsewhere, and a text needs no pictures or links repaired; scripts/lean-readability.ts leaves these methods out.
    const nothing = (): void => {};
    Object.assign(reader, {
      _getArticleMetadata: () => ({ title: headline ?? '' }),
      _unwrapNoscriptImages: nothing,
      _fixLazyImages: nothing,
      _fixRelativeUris: nothing,
      _simplifyNestedElements: nothing,
      _cleanClasses: nothing,
    });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}

function isDateLine(text: string): boolean {
  if (DATE_LINE.test(text) && /\d/.test(text)) return true;
  return text.length < 45 && !SENTENCE_END.test(text.replace(/\.$/, '')) && readDate(text) !== null && text.split(/\s+/).length <= 7;
}

/** A kicker, a place, the byline itself: what stands before a report's first sentence. */
function isOpening({ text }: TextBlock, names: string[]): boolean {
  if (text.length < 160 && names.some((name) => text.includes(name)) && !SENTENCE_END.test(text)) return true;
  if (text.length < 90 && !SENTENCE_END.test(text) && readDate(text) !== null) return true;
  return text.length < 32 && !SENTENCE_END.test(text) && !/[\u3040-\u9fff]/.test(text);
}

function isClosing({ text, tag, linked }: TextBlock, names: string[]): boolean {
  if (/^H[1-6]$/.test(tag)) return true;
  if (text.length < 400 && CLOSING.test(text)) return true;
  if (text.length < 200 && linked > text.length * 0.6) return true;
  return (
    text.length < 500 &&
    names.some(
      (name) =>
        name.length > 4 &&
        text.startsWith(name) &&
        /^\S{0,2}\s(?:is|was|has|writes|covers|reports|ist|schreibt|est|es|è|är|jest|je)\b/u.test(text.slice(name.length)),
    )
  );
}

function tidy(
  blocks: TextBlock[],
  headline: string | null,
  notText: string[],
  names: string[],
  captions: string[],
  maxChars: number,
): string[] {
  const barred = new Set([headline ?? '', ...notText, ...captions].map(bare).filter((text) => text !== ''));
  const kept: TextBlock[] = [];
  for (const block of blocks) {
    const { text, linked, tag } = block;
    const key = bare(text);
    if (key === '' && text.length < 3) continue;
    if (barred.has(key) || FURNITURE.test(text) || (text.length < 200 && CREDIT.test(text))) continue;
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
    paragraphs.push(text.slice(0, MAX_PARAGRAPH));
    total += text.length + 2;
  }
  return paragraphs;
}
