import type { ReporterCard } from './coverage.ts';
import type { StatedBio } from './stated-bio.ts';

/** All that the index shows of a reporter: the card, what is counted in their reports, and who may be the same person. */
export interface ReporterProfile extends ReporterCard {
  facts: ReporterFacts;
  /** What was said of them before, or by others than whose bio is shown; the newest first. */
  earlierBios: StatedBio[];
  /** Reporters whom the user said are this one; taking the correction back parts them again. */
  joined: (ReporterName & { correctionId: string })[];
  perhapsSame: PerhapsSame[];
}

/** Who is meant, in a list of names. */
export interface ReporterName {
  id: string;
  name: string;
  outletName: string | null;
}

/** What is counted in a reporter's reports. Lists are ordered by their counts. */
export interface ReporterFacts {
  /** Their reports in the index, of all that it holds. */
  reports: number;
  indexSize: number;
  /** The latest of their reports: in these the rest is counted. */
  of: number;
  outlets: { name: string; count: number }[];
  languages: { language: string; count: number }[];
  coAuthors: { name: string; reporterId: string | null; count: number }[];
  /** Days of the first and last of these reports, epoch ms; null where none has a date. */
  firstAtMs: number | null;
  lastAtMs: number | null;
}

/**
 * Another reporter who may be the same person, by evidence and never by a bare name: the same profile page, or one name at one outlet, as it stands
 * (`name`), in another spelling of Latin or Cyrillic letters (`spelling`), or by its consonants in a script whose spellings cannot be compared (`sound`).
 */
export interface PerhapsSame extends ReporterName {
  evidence: 'profile' | 'name' | 'spelling' | 'sound';
  /** The profile page that both have. */
  profile: string | null;
}
