import { fail, ok, type Result } from '../core/result.ts';
import type { CatalogueOutlet, CatalogueQuery } from '../core/source.ts';
import { readOwnFile } from '../platform/own-files.ts';

const CATALOGUE_FILE = '/data/catalogue.json';

type Search = (query: CatalogueQuery) => CatalogueOutlet[];

/** The catalogue of outlets for pages of ours: read when first asked, searched in the page. `locale` is the interface's. */
export function openCatalogue(locale: string) {
  let opening: Promise<Result<{ outlets: CatalogueOutlet[]; search: Search }>> | null = null;
  const open = () => {
    opening ??= read(locale);
    return opening;
  };
  return {
    async find(query: CatalogueQuery): Promise<Result<CatalogueOutlet[]>> {
      const opened = await open();
      return opened.ok ? ok(opened.value.search(query)) : opened;
    },
    async languages(): Promise<Result<string[]>> {
      const opened = await open();
      return opened.ok ? ok([...new Set(opened.value.outlets.map(({ language }) => language))]) : opened;
    },
  };
}

async function read(locale: string): Promise<Result<{ outlets: CatalogueOutlet[]; search: Search }>> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(await readOwnFile(CATALOGUE_FILE)));
  } catch {
    return fail('storage-failed', 'Sidelight’s own catalogue of outlets could not be read.');
  }
  // Loaded with the file: most visits to the page look for no outlet.
  const [{ parseCatalogue }, { catalogueSearch }] = await Promise.all([
    import('../sources/catalogue.ts'),
    import('../sources/search-catalogue.ts'),
  ]);
  const outlets = parseCatalogue(value);
  if (!outlets.ok) return outlets;
  return ok({ outlets: outlets.value, search: catalogueSearch(outlets.value, { locale, languages: navigator.languages }) });
}
