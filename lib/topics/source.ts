import type { GazetteerEntry } from '../core/topic.ts';

/**
 * What a further alias of a built-in topic is. `adjective`: "Chinese", "российский". `demonym`: a person, "Ukrainian(s)".
 * `metonym`: a seat standing for the state, "Kremlin", "Beijing". `compound`: a bound form in pairs, "Sino-", "российско-".
 * `blocker`: a longer phrase that names something else, "Northern Ireland", and so silences the shorter alias in it.
 * `money`: a context that makes an adjective mean a currency, "U.S. dollars".
 */
export type AliasRole = 'adjective' | 'demonym' | 'metonym' | 'compound' | 'blocker' | 'money';

/** One further alias, in its dictionary form. */
export interface SourceAlias {
  text: string;
  /** BCP 47 primary tag. */
  language: string;
  role: AliasRole;
  /** Forms that no ending rule yields (Niemcy → Niemczech, Niemiec); matched as they stand. */
  forms?: string[];
}

/** A topic as the build scripts hand it to `buildGazetteer`: dictionary names plus aliases with a role. */
export interface SourceEntry extends GazetteerEntry {
  aliases?: SourceAlias[];
}
