import { decodeHTMLAttribute } from 'entities/decode';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { cleanParagraphs } from '../text/clean-text.ts';
import type { XmlElement } from './xml.ts';

/** Elements that begin and end a paragraph. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Elements whose content nobody reads. */
const SILENT = new Set(['script', 'style', 'template', 'head']);
/** Elements without content. */
const EMPTY = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
/** A tag that is meant as one, as against a text that speaks of tags ("the <blink> tag"). */
const MARKUP =
  /<!--|<!\[CDATA\[|<!doctype\b|<\?(?:xml|php)\b|<\/[a-z][\w:-]*\s*>|<[a-z][\w:-]*\s[^<>]{0,200}=|<(?:a|abbr|b|big|blockquote|br|cite|code|div|em|embed|font|form|frame|h[1-6]|hr|i|iframe|img|input|li|link|meta|object|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|td|tr|tt|u|ul|video|audio)(?=[\s/>])/i;
const UNFOLDED = /[^\S ]| {2}/;
/** How often a text may turn out to hold escaped markup: feeds escape twice, never in earnest thrice. */
const MAX_ROUNDS = 3;

/** What a piece of HTML says, in paragraphs parted by blank lines; without markup, scripts and controls. Linear in its length. */
export function textOfHtml(html: string): string {
  // Cleaned before it is looked at: a control character within a tag hides it.
  let text = cleanParagraphs(readHtml(html));
  // "&amp;lt;p&amp;gt;": escaped once too often.
  for (let round = 1; round < MAX_ROUNDS && MARKUP.test(text); round++) text = cleanParagraphs(readHtml(text));
  return MARKUP.test(text) ? text.replace(/<[^<>]*>?/g, ' ').trim() : text;
}

/** A text that is stated to be plain. Where it holds markup all the same, that is read. */
export function textOfPlain(text: string): string {
  const clean = cleanParagraphs(text);
  return MARKUP.test(clean) ? textOfHtml(clean) : clean;
}

/** What an element of inline markup (XHTML) says. */
export function textOfElement(element: XmlElement): string {
  const writer = new ParagraphWriter();
  const read = (at: XmlElement): void => {
    for (const child of at.children) {
      if (typeof child === 'string') writer.text(child);
      else {
        const name = child.name.slice(child.name.indexOf(':') + 1);
        writer.open(name);
        read(child);
        writer.close(name);
      }
    }
  };
  read(element);
  return textOfPlain(writer.finish());
}

function readHtml(html: string): string {
  if (!html.includes('<')) return foldSpace(decodeReferences(html)).trim();
  const source = withCommentsEnded(html);
  const reader = new HtmlReader(source);
  const tokenizer = new Tokenizer({ decodeEntities: false, recognizeSelfClosing: true }, reader);
  tokenizer.write(source);
  tokenizer.end();
  return reader.writer.finish();
}

/** A comment that never ends would take the rest of the text with it: it ends at the next ">". */
function withCommentsEnded(html: string): string {
  const at = html.indexOf('<!--', Math.max(0, html.lastIndexOf('-->')));
  return at < 0 ? html : html.slice(0, at) + html.slice(at).replaceAll('<!--', '<!');
}

/** As in attributes: "&copy=2" stands in addresses more often than for "©=2". */
function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTMLAttribute(text) : text;
}

/** White space as HTML shows it: runs are one space. */
function foldSpace(text: string): string {
  return UNFOLDED.test(text) ? text.replace(/\s+/g, ' ') : text;
}

class HtmlReader implements TokenizerCallbacks {
  readonly writer = new ParagraphWriter();
  private readonly html: string;
  private tag = '';

  constructor(html: string) {
    this.html = html;
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase();
  }

  onopentagend(): void {
    this.writer.open(this.tag);
    if (EMPTY.has(this.tag)) this.writer.close(this.tag);
  }

  onselfclosingtag(): void {
    // "<iframe/>" would swallow the rest in a browser, which is never meant; after "<script/>" follows a script.
    this.writer.open(this.tag);
    if (!SILENT.has(this.tag)) this.writer.close(this.tag);
  }

  onclosetag(start: number, end: number): void {
    this.writer.close(this.html.slice(start, end).toLowerCase());
  }

  ontext(start: number, end: number): void {
    this.writer.text(decodeReferences(this.html.slice(start, end)));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.writer.text(this.html.slice(start, end - endOffset));
  }

  isInForeignContext(): boolean {
    return false;
  }

  onattribdata(): void {}
  onattribend(): void {}
  onattribentity(): void {}
  onattribname(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontextentity(): void {}
}

/** Puts words together to paragraphs. */
class ParagraphWriter {
  private readonly parts: string[] = [];
  /** What must stand before the next word. */
  private gap = '';
  private silent = '';
  private silentDepth = 0;

  open(name: string): void {
    if (this.silent !== '') {
      if (name === this.silent) this.silentDepth++;
    } else if (SILENT.has(name)) {
      this.silent = name;
      this.silentDepth = 1;
    } else this.part(name);
  }

  close(name: string): void {
    if (this.silent !== '') {
      if (name === this.silent && --this.silentDepth === 0) this.silent = '';
    } else this.part(name);
  }

  text(text: string): void {
    if (this.silent !== '' || text === '') return;
    const folded = foldSpace(text);
    const words = folded.trim();
    if (words === '') {
      this.gap ||= ' ';
      return;
    }
    if (folded.startsWith(' ')) this.gap ||= ' ';
    if (this.parts.length > 0) this.parts.push(this.gap);
    this.parts.push(words);
    this.gap = folded.endsWith(' ') ? ' ' : '';
  }

  finish(): string {
    return this.parts.join('');
  }

  private part(name: string): void {
    if (BLOCKS.has(name)) this.gap = '\n\n';
    else if (name === 'br' && this.gap !== '\n\n') this.gap = '\n';
    else if (name === 'td' || name === 'th') this.gap ||= ' ';
  }
}
