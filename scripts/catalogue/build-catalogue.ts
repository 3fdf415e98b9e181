import { readFileSync } from 'node:fs';
import type { CatalogueOutlet } from '../../lib/core/source.ts';
import { parseCatalogue } from '../../lib/sources/catalogue.ts';

/** A feed as a file of awesome-rss-feeds lists it (CC0), copied for the outlets of ours that take their feed from there. */
export interface ListedRow {
  /** The file, as the development set names it: "arf/countries/with_category/Ukraine.opml". */
  row: string;
  title: string;
  url: string;
}

/** The table of outlets, one a line, as it is kept: values that are not known are absent. */
export function catalogueRows(): unknown[] {
  return ndjson('outlets.ndjson');
}

/** The rows copied of awesome-rss-feeds. */
export function listedRows(): ListedRow[] {
  return ndjson('awesome-rss-feeds.ndjson') as ListedRow[];
}

/**
 * The catalogue file that the extension ships, and what is in it. Throws with the number of the line where a row is wrong, or takes its feed from
 * a list that does not have it.
 */
export function buildCatalogue(): { json: string; outlets: CatalogueOutlet[] } {
  const file = { version: 1, outlets: catalogueRows() };
  const parsed = parseCatalogue(file);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const listed = new Set(listedRows().map(({ row, url }) => `${row} ${url}`));
  const lost = parsed.value.find(({ feed, feedSource }) => feedSource?.startsWith('arf/') && !listed.has(`${feedSource} ${feed}`));
  if (lost) throw new Error(`The feed of ${lost.id} is not in scripts/catalogue/awesome-rss-feeds.ndjson.`);
  return { json: JSON.stringify(file), outlets: parsed.value };
}

function ndjson(name: string): unknown[] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}
