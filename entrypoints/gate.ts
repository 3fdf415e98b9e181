import { looksLikeArticle } from '../lib/extract/page-type.ts';
import { onPageChange, tellBackground } from '../lib/messaging/content-port.ts';

/** The gate: looks once when the page is idle, and again after a navigation inside the page. Draws and changes nothing. */
export default {
  main() {
    onPageChange(() => tellBackground(looksLikeArticle(document, location.href).isArticle));
  },
};
