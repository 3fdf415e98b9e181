import type { Article } from '../core/article.ts';
import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import { reportKey } from '../core/report-key.ts';
import type { Store } from '../store/store.ts';

/**
 * The report that a page is, as the index has it: at its own address, else at the plain address of which its own is another form (AMP, mobile,
 * with or without "www."), else at its address as it stands, for packs were once kept so. Null where the index has neither, or the address is none.
 */
export async function ownReport(
  url: string | null,
  store: Pick<Store, 'findArticleByUrl'>,
  options?: Parameters<Store['findArticleByUrl']>[1],
): Promise<Article | null> {
  const canonical = canonicalUrl(url);
  if (canonical === null) return null;
  const plain = reportKey(canonical);
  for (const address of new Set([canonical, `https://${plain}`, `https://www.${plain}`, parseWebUrl(url)!.href])) {
    const found = await store.findArticleByUrl(address, options);
    if (found !== null) return found.article;
  }
  return null;
}
