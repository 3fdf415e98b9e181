import { isAgency } from './agency-name.ts';
import { isOutside } from './byline-place.ts';
import { partsOf } from './byline-text.ts';
import { isSmall } from './dom-text.ts';
import type { PageDocument, PageElement } from './page-tree.ts';

const SELECTOR =
  '[class*="credit" i],[class*="source" i],[class*="agency" i],[class*="byline" i],[class*="author" i],[class*="quelle" i],[class*="fuente" i],[class*="fonte" i],[class*="provider" i],[rel~="author"]';
const LEAD_IN =
  /^(?:sources?|quelle|fuente|fonte|bron|źródło|zdroj|źródła|источник|джерело|kilde|källa|lähde|来源|來源|出典|from|via|by|von|par|mit material von|mit)\s*[:：]?\s+/iu;

/** The agency a page names as its report's source, in a line of its own ("JIJI", "Source: AFP"); null where it names none. */
export function creditedAgency(page: PageDocument, headline: PageElement | null): string | null {
  for (const element of page.querySelectorAll(SELECTOR).slice(0, 400)) {
    if (!isSmall(element, 40)) continue;
    const name = partsOf(element, 60).replace(LEAD_IN, '').trim();
    if (
      name !== '' &&
      isAgency(name.replace(/\/.*$/, '')) &&
      !element.closest('figure,figcaption,[hidden]') &&
      !isOutside(element, false, headline)
    )
      return name;
  }
  return null;
}
