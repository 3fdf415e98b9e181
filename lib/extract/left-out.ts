import { bare, labelOf, lineOf, type TextBlock } from './dom-text.ts';
import type { PageDocument } from './page-tree.ts';

/** A paragraph of the page with the label of the box that holds it. */
export interface BoxedParagraph {
  box: string;
  text: string;
}

const MAX_PARAGRAPHS = 3000;
const LONG = 60;
/** Share of the text found that must stand in boxes of one label. */
const MOST = 0.6;

/** The long paragraphs of a page and what their boxes are called; to be read before the library changes the page. */
export function boxedParagraphs(page: PageDocument): BoxedParagraph[] {
  const paragraphs: BoxedParagraph[] = [];
  for (const paragraph of page.querySelectorAll('p').slice(0, MAX_PARAGRAPHS)) {
    const box = paragraph.parentElement ? labelOf(paragraph.parentElement).trim() : '';
    const text = box === '' ? '' : lineOf(paragraph, 20_000);
    if (text.length >= LONG) paragraphs.push({ box, text });
  }
  return paragraphs;
}

/**
 * The text found, with the paragraphs before it that stand in boxes of the same label: some templates part a report into
 * several boxes far from each other, of which the library keeps one.
 */
export function withLeftOut(found: TextBlock[], paragraphs: BoxedParagraph[]): TextBlock[] {
  const whole = bare(found.map(({ text }) => text).join(' '));
  const isFound = ({ text }: BoxedParagraph): boolean => whole.includes(bare(text).slice(0, 200));
  const chars = new Map<string, number>();
  let all = 0;
  for (const paragraph of paragraphs) {
    if (!isFound(paragraph)) continue;
    chars.set(paragraph.box, (chars.get(paragraph.box) ?? 0) + paragraph.text.length);
    all += paragraph.text.length;
  }
  const [box, most] = [...chars].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0]);
  if (most === 0 || most < all * MOST) return found;
  const same = paragraphs.filter((paragraph) => paragraph.box === box);
  const left = same.slice(0, same.findIndex(isFound));
  return left.length === 0 ? found : [...left.map(({ text }) => ({ text, linked: 0, tag: 'P' })), ...found];
}
