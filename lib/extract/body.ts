import { Readability } from '@mozilla/readability';
import { dekOf } from './dek.ts';
import { hasParagraphs, isSmall, labelOf, lineOf, readBlocks, type TextBlock } from './dom-text.ts';
import { boxedParagraphs, withLeftOut } from './left-out.ts';
import { type PageDocument, type PageElement, type PageNode, type PageParent, PageText } from './page-tree.ts';

/** Text of an article as the page holds it, what it shows between headline and text, and the captions of its pictures. */
export interface RawBody {
  blocks: TextBlock[];
  dek: string | null;
  captions: string[];
}

const NEVER_TEXT =
  'script,style,noscript,template,iframe,object,embed,svg,canvas,select,textarea,dialog,nav,[hidden],[aria-modal="true"],[role="dialog"],[role="alertdialog"],[role="navigation"],[role="search"],[role="menu"]';
const OVERLAY =
  '[class*="cookie" i],[id*="cookie" i],[class*="consent" i],[id*="consent" i],[class*="gdpr" i],[id*="gdpr" i],[id*="onetrust" i],[id*="didomi" i],[class*="paywall" i],[class*="newsletter" i],[class*="subscribe" i],[class*="signup" i]';
const BESIDE =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|read-?(?:more|next|also)|more-?(?:on|from|stories|articles|news)|see-?also|most-?(?:read|popular|viewed)|trending|popular-posts|teasers?|outbrain|taboola|share|sharing|social(?:-\w+)?|sharedaddy|addthis|addtoany|jp-relatedposts|comments?|disqus|respond|tags?-?(?:list|links|cloud)|post-tags|breadcrumbs?|pagination|post-nav(?:igation)?|author-?(?:box|bio|info|card|description)|about-?(?:the-?)?author|bio-?box|byline|advert\w*|ads?|promo\w*|sponsor\w*|print-?only|screen-reader-text|sr-only|visually-hidden|skip-link|toc|table-of-contents)(?:$|[\s_-])/i;
const CAPTION = 'figcaption,[class*="caption" i],[class*="photo-credit" i],[class*="image-credit" i]';
/** Elements, and work as `workOn` counts it, beyond which the library would hold the page up for seconds; its result is then done without. */
const MAX_ELEMENTS = 25_000;
const MAX_WORK = 400_000;
/** Characters that are as much work as an element. */
const CHARS_OF_AN_ELEMENT = 50;
const MANY_WRAPPERS = 150;
/** Readability's `byline`, and the characters it lets a byline have. */
const BYLINE = /byline|author|dateline|writtenby|p-author/i;
const MOST_OF_BYLINE = 99;
/** Share of a page's prose that a box beside the text may hold. */
const MOST_BESIDE = 0.35;
/** Characters of an offer to subscribe, at most, and what it asks for. */
const MOST_OF_OFFER = 600;
const OFFER = /subscri|abonn|suscr|assin[ae]|sign in|log in|anmeld|zaloguj|подпи[сш]/i;
/** Share of a page's prose that a trustworthy result keeps at least. */
const LEAST_KEPT = 0.12;

/**
 * Body of a page as blocks of text: @mozilla/readability on the pruned page (docs/adr/0005-body-text.md), for `tidyBody` to clean.
 * Captions are returned apart, and the standfirst. The page is used up. Never throws for what the library does.
 */
export function bodyOf(page: PageDocument, headline: string | null, maxChars: number): RawBody {
  const captions = takeCaptions(page);
  const dek = dekOf(page, headline);
  const whole = proseIn(page);
  const holder = proseHolder(page, whole);
  const paragraphs = boxedParagraphs(page);
  const main = articleElement(page, headline);
  const found = main ? withLeftOut(readBlocks(main, maxChars * 2), paragraphs) : [];
  // Where the library keeps little of the page's prose, the smallest element that holds most of it is nearer the truth.
  const blocks = holder && lengthOf(found) < whole * LEAST_KEPT ? holder : found;
  return { blocks, dek, captions };
}

function lengthOf(blocks: TextBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** Blocks of the smallest element that holds three quarters of the page's prose; read before the library changes the clone. */
function proseHolder(page: PageDocument, whole: number): TextBlock[] | null {
  let at: PageElement | null = page.body;
  for (let depth = 0; at && depth < 60; depth++) {
    let next: PageElement | null = null;
    for (let child: PageElement | null = at.firstElementChild; child; child = child.nextElementSibling) {
      if (proseIn(child) >= whole * 0.75) next = child;
    }
    if (!next) break;
    at = next;
  }
  return at ? readBlocks(at, 400_000) : null;
}

/** Takes out of a page what is never text: scripts, hidden parts, navigation, overlays, boxes beside the text. */
export function prune(page: PageDocument): void {
  removeAll(page.querySelectorAll(NEVER_TEXT), () => true);
  removeAll(page.querySelectorAll('div,span,p,section,i,ins'), (element) => element.firstChild === null);
  unwrapChains(page);
  const whole = proseIn(page);
  // A box beside the text never holds much of the page's prose, whatever it is called.
  const holdsLittle = (element: PageElement): boolean => proseIn(element) <= whole * MOST_BESIDE && !isMain(element);
  removeAll(page.querySelectorAll(OVERLAY), holdsLittle);
  // Of a report that is for subscribers, the offer may be most of what is there.
  removeAll(
    page.querySelectorAll('[class*="paywall" i]'),
    (element) => proseIn(element) < MOST_OF_OFFER && OFFER.test(lineOf(element, 900)),
  );
  removeAll(page.querySelectorAll('aside,div,section,ul,p,span,footer'), (element) => {
    const label = labelOf(element);
    return label.length > 1 && BESIDE.test(label) && holdsLittle(element);
  });
}

/** Hundreds of boxes within boxes say nothing and cost the library seconds: those that hold one box and no text give way to it. */
function unwrapChains(page: PageDocument): void {
  const inner = page
    .querySelectorAll('div')
    .filter((element) => element.parentElement?.tagName === 'DIV' && element.parentElement.children.length === 1);
  if (inner.length < MANY_WRAPPERS) return;
  for (const child of inner) {
    const wrapper = child.parentElement;
    if (!wrapper?.parentNode || labelOf(wrapper).trim() !== '') continue;
    const text = wrapper.childNodes.some((node) => node instanceof PageText && node.data.trim() !== '');
    if (!text) wrapper.parentNode.replaceChild(child, wrapper);
  }
}

/** Characters of the paragraphs worth reading in a part of the page. */
function proseIn(root: PageParent): number {
  let chars = 0;
  const paragraphs = root.querySelectorAll('p');
  for (let i = 0; i < paragraphs.length && i < 2000; i++) {
    const length = (paragraphs[i]!.textContent ?? '').trim().length;
    if (length > 60) chars += length;
  }
  return chars;
}

function isMain(element: PageElement): boolean {
  return (
    element.querySelector('h1,[itemprop~="articleBody"],article') !== null ||
    /article-?body|entry-?content|post-?content|story-?body/i.test(labelOf(element))
  );
}

function removeAll(elements: PageElement[], unwanted: (element: PageElement) => boolean): void {
  for (const element of elements)
    if (element.parentNode && !/^(?:html|body|main)$/i.test(element.tagName) && unwanted(element)) element.remove();
}

function takeCaptions(page: PageDocument): string[] {
  const captions: string[] = [];
  const elements = page.querySelectorAll(CAPTION);
  for (let i = 0; i < elements.length && i < 300; i++) {
    const element = elements[i]!;
    const text = lineOf(element, 1500);
    // Some sites call whole galleries or articles "caption".
    if (text.length > 1200 || element.querySelector('h1,h2') || hasParagraphs(element, 2)) continue;
    if (text.length >= 20 && captions.length < 30 && !captions.some((known) => known.includes(text))) captions.push(text);
    element.parentNode?.removeChild(element);
  }
  return captions;
}

/** As the library has it, but a text is measured last, and by a few nodes alone: names are short, and every element is asked. */
function isByline(node: PageElement, label: string): boolean {
  const says = node.getAttribute('rel') === 'author' || node.getAttribute('itemprop')?.includes('author') || BYLINE.test(label);
  if (!says || !isSmall(node, MOST_OF_BYLINE)) return false;
  const length = node.textContent.trim().length;
  return length > 0 && length <= MOST_OF_BYLINE;
}

/**
 * What the library has to do on a page, in elements: for each it reads all that is inside, so what lies deep is read as often as it is deep.
 * The largest news pages come to 100,000.
 */
function workOn(page: PageDocument): number {
  let work = 0;
  let depth = 1;
  for (let node: PageNode | null = page.firstChild; node; ) {
    work += node instanceof PageText ? (depth * node.data.length) / CHARS_OF_AN_ELEMENT : depth;
    if (node.firstChild) {
      depth++;
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling) {
      node = node.parentNode;
      depth--;
    }
    node = node?.nextSibling ?? null;
  }
  return work;
}

function articleElement(page: PageDocument, headline: string | null): PageElement | null {
  if (workOn(page) > MAX_WORK) return null;
  try {
    const reader = new Readability<PageElement>(page as unknown as Document, {
      serializer: (node) => node as unknown as PageElement,
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
      _isValidByline: isByline,
    });
    return reader.parse()?.content ?? null;
  } catch {
    return null;
  }
}
