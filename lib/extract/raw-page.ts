import type { AlsoReport, PageAuthor, PageFeed, PageSnapshot, ValueSource } from '../core/snapshot.ts';
import type { TextBlock } from './dom-text.ts';
import type { MetaTags } from './meta.ts';

/** An element near or about an author, as text: what `authorFacts` judges. */
export interface RawBox {
  /** Place of the author in the list of authors. */
  author: number;
  /** Class and id of the element, and of the one around it. */
  label: string;
  around: string;
  texts: string[];
  links: string[];
  /** Address of the first picture in it, as written. */
  picture: string | null;
}

/** An element that may date the page. */
export interface RawDate {
  /** Element name, in capitals. */
  tag: string;
  label: string;
  itemprop: string;
  text: string;
  /** What it says to machines (`datetime`, `content`); empty where nothing. */
  machine: string;
  /** How much its place near the headline speaks for it. */
  near: number;
}

/** A short line with a number in it; `behind` the headline or before it. */
export interface RawLine {
  text: string;
  behind: boolean;
}

/** The facts of a page's JSON-LD that need more work. */
export interface RawFacts {
  description: string;
  section: string;
  keywords: string[];
  datePublished: string;
  dateModified: string;
}

/**
 * What is read of a page's tree, as text, before it is judged: `finishSnapshot` makes the snapshot of it.
 */
export interface RawPage {
  isArticle: boolean;
  confidence: number;
  /** The page's own address, as the browser states it. */
  address: string;
  /** Where links resolve. */
  base: string | null;
  url: string | null;
  urlFrom: ValueSource;
  headline: string | null;
  headlineFrom: ValueSource | null;
  /** Is there an element that shows the headline? */
  headlineShown: boolean;
  outlet: PageSnapshot['outlet'];
  outletFrom: ValueSource | null;
  tags: MetaTags;
  facts: RawFacts | null;
  authors: PageAuthor[];
  authorsFrom: ValueSource | null;
  /** The agency named as source in a line of its own. */
  agency: string | null;
  boxes: RawBox[];
  dates: RawDate[];
  lines: RawLine[];
  /** The language tag the page declares, as written. */
  declared: string | null;
  feeds: PageFeed[];
  blocks: TextBlock[];
  dek: string | null;
  captions: string[];
  /** `date`: what dates the report, where something beside its text does. */
  also: (Pick<AlsoReport, 'headline' | 'text'> & { date?: string })[];
}
