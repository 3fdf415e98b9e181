import * as v from 'valibot';
import { canonicalUrl, parseWebUrl } from '../core/canonical-url.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { CatalogueOutlet } from '../core/source.ts';

function buildSchema() {
  const name = v.pipe(v.string(), v.regex(/^\S.{0,98}\S$/u, 'a name is missing, padded or too long'));
  const address = v.pipe(
    v.string(),
    v.check((value) => parseWebUrl(value)?.href === value, 'an address is not http or https in its usual spelling'),
  );
  const listFile = v.pipe(v.string(), v.regex(/^arf\/\S.*\.opml$/));
  return v.pipe(
    v.strictObject({
      id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'the id is not lower-case words with hyphens')),
      name,
      nativeName: v.nullish(name, null),
      language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'the language is no primary tag')),
      country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'the country is no two capital letters')),
      site: address,
      feed: v.nullish(address, null),
      feedSource: v.nullish(v.union([listFile, address], 'the feed source is neither a list nor a page'), null),
    }),
    v.check(({ feed, feedSource }) => (feed === null) === (feedSource === null), 'feed and feed source go together'),
  );
}

/**
 * The outlets of the catalogue file, in its order: `{version: 1, outlets: […]}`, absent values unknown. Fails as a whole (`bad-input`,
 * with the number of the row and what is wrong with it) on anything else, on an id that comes twice and on a home page that does.
 */
export function parseCatalogue(value: unknown): Result<CatalogueOutlet[]> {
  const file = v.safeParse(v.strictObject({ version: v.literal(1), outlets: v.array(v.unknown()) }), value);
  if (!file.success) return fail('bad-input', 'The catalogue of outlets is not of a version this program reads.');
  const schema = buildSchema();
  const outlets: CatalogueOutlet[] = [];
  const seen = new Set<string>();
  for (const [index, row] of file.output.outlets.entries()) {
    const broken = (why: string) => fail('bad-input', `Row ${index + 1} of the catalogue of outlets is wrong: ${why}.`);
    const { success, output, issues } = v.safeParse(schema, row, { abortEarly: true });
    if (!success) return broken(issues[0].message);
    const site = siteKey(output.site);
    if (seen.has(output.id)) return broken('its id comes twice');
    if (seen.has(site)) return broken('its home page comes twice');
    seen.add(output.id).add(site);
    outlets.push(output);
  }
  return ok(outlets);
}

/** One spelling for home pages that differ only in scheme, "www." or a last slash; never equal to an id. */
function siteKey(site: string): string {
  return (canonicalUrl(site) ?? site).replace('://www.', '://');
}
