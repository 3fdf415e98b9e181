import type { Provenance } from './article.ts';
import type { StatedBio } from './stated-bio.ts';

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
  /** Bios that came later, or from others than the row; the newest first. */
  otherBios?: StatedBio[];
  /** Languages spoken, BCP 47 primary tags. */
  languages: string[];
  /** Profile pages, http(s) only. */
  sameAs: string[];
  sample: boolean;
  provenance: Provenance;
}
