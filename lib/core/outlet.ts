import type { Provenance } from './article.ts';

/** A publisher of reports. */
export interface Outlet {
  id: string;
  name: string;
  /** Home page, http(s). */
  url: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  languages: string[];
  sample: boolean;
  provenance: Provenance;
}
