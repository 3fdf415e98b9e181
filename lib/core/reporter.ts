import type { Provenance } from './article.ts';

/** A person who reports. Facts only, each with its source; people are never scored. */
export interface Reporter {
  id: string;
  name: string;
  /** Other spellings the sources use, other scripts included. */
  alternateNames: string[];
  jobTitle: string | null;
  outletId: string | null;
  bio: string | null;
  /** Who stated the bio ("author box, kyivindependent.com", "starter pack"); null without a bio. */
  bioSource: string | null;
  /** Languages spoken, BCP 47 primary tags. */
  languages: string[];
  /** Profile pages, http(s) only. */
  sameAs: string[];
  sample: boolean;
  provenance: Provenance;
}
