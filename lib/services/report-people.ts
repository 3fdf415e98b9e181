import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import { isSameSite } from '../core/same-site.ts';
import { withBio } from '../core/stated-bio.ts';
import { mayBeOneName } from '../ranking/names/person-names.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';
import { isOneNameInTwoScripts } from '../text/name-spelling.ts';

/** More profile pages than anybody has. */
const PROFILES_MAX = 20;

/** What is known of outlets and reporters, and what reports being taken in add to it. Nothing is written here. */
export class ReportPeople {
  /** Outlets and reporters that were not known, by id. */
  readonly newOutlets = new Map<string, Outlet>();
  readonly newReporters = new Map<string, Reporter>();
  /** Known reporters of whom something new is said: a spelling of the name, a profile page, a bio, a role where none was known. */
  readonly changedReporters = new Map<string, Reporter>();
  private readonly store: Pick<Store, 'findReporters'>;
  private readonly outlets: Outlet[];
  /** Outlets looked for by host so far: nearly all entries of a document are of one host. */
  private readonly byHost = new Map<string, Outlet | null>();
  /** By folded name and outlet (by their own id where no outlet is known): the reporter's id. */
  private readonly found = new Map<string, string>();

  private constructor(store: Pick<Store, 'findReporters'>, outlets: Outlet[]) {
    this.store = store;
    this.outlets = outlets;
  }

  static async of(store: Pick<Store, 'findReporters' | 'listOutlets'>): Promise<ReportPeople> {
    return new ReportPeople(store, await store.listOutlets());
  }

  /** The known outlet of a host's site. */
  outletAt(host: string): Outlet | null {
    const before = this.byHost.get(host);
    if (before !== undefined) return before;
    const known = this.outlets.find(({ url }) => url !== null && isSameSite(hostOf(url), host)) ?? null;
    this.byHost.set(host, known);
    return known;
  }

  /** The id under which an outlet is known, or becomes so. Two of one name at two sites are two: there is a Dnevnik in Sofia and one in Ljubljana. */
  outletId(made: Outlet): string {
    const isOne = ({ id, name, url }: Outlet) =>
      id === made.id || (name === made.name && (url === null || made.url === null || isSameSite(hostOf(url), hostOf(made.url))));
    const known = this.outlets.find(isOne);
    if (known !== undefined) return known.id;
    this.newOutlets.set(made.id, made);
    this.outlets.push(made);
    this.byHost.clear();
    return made.id;
  }

  /**
   * The id under which a reporter is known, or becomes so: at the same outlet the same name, or the one whose full name this is in the other of Latin and
   * Cyrillic letters; elsewhere a like name with the same profile page. A bare name joins nobody, nor does a page alone: outlets give all their people one. What is new of somebody known is noted in `changedReporters`.
   */
  async reporterId(made: Reporter): Promise<string> {
    const key = `${fold(made.name)}\n${made.outletId ?? made.id}`;
    const before = this.found.get(key);
    if (before !== undefined) return before;
    const known = knownAs(made, await this.store.findReporters({ names: [made.name], profiles: made.sameAs }));
    if (known === null) this.newReporters.set(made.id, made);
    else this.note(this.changedReporters.get(known.id) ?? known, made);
    this.found.set(key, known?.id ?? made.id);
    return known?.id ?? made.id;
  }

  private note(known: Reporter, made: Reporter): void {
    const isNewName = ![known.name, ...known.alternateNames].some((name) => fold(name) === fold(made.name));
    const pages = made.sameAs.filter((page) => !known.sameAs.includes(page)).slice(0, Math.max(0, PROFILES_MAX - known.sameAs.length));
    const { jobTitle, bio, bioSource, provenance } = made;
    const isNew = isNewName || pages.length > 0 || (known.jobTitle ?? jobTitle) !== known.jobTitle;
    const more: Reporter = {
      ...known,
      alternateNames: isNewName ? [...known.alternateNames, made.name] : known.alternateNames,
      // By these they are known where their outlet is not.
      sameAs: [...known.sameAs, ...pages],
      jobTitle: known.jobTitle ?? jobTitle,
    };
    const told = bio === null ? null : withBio(more, { text: bio, source: bioSource ?? provenance.source, atMs: provenance.addedAtMs });
    if (told !== null || isNew) this.changedReporters.set(known.id, told ?? more);
  }
}

function knownAs(made: Reporter, found: Reporter[]): Reporter | null {
  const names = ({ name, alternateNames }: Reporter) => [name, ...alternateNames];
  const isNamed = (one: Reporter) => names(one).some((name) => fold(name) === fold(made.name));
  const isAlike = (one: Reporter) => names(one).some((name) => mayBeOneName(name, made.name));
  const exact =
    found.find((one) => one.id === made.id || (made.outletId !== null && one.outletId === made.outletId && isNamed(one))) ??
    found.find((one) => isAlike(one) && one.sameAs.some((page) => made.sameAs.includes(page)));
  if (exact !== undefined || made.outletId === null) return exact ?? null;
  const spelt = found.filter((one) => one.outletId === made.outletId && names(one).some((name) => isOneNameInTwoScripts(name, made.name)));
  // Two colleagues whose names sound alike: who of them it is, the reader may say.
  return spelt.length === 1 ? spelt[0]! : null;
}

/** A host as sites are compared by. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
