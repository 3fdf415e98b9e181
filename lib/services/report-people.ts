import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import { isSameSite } from '../core/same-site.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';

/** What is known of outlets and reporters, and what reports being taken in add to it. Nothing is written here. */
export class ReportPeople {
  /** Outlets and reporters that were not known, by id. */
  readonly newOutlets = new Map<string, Outlet>();
  readonly newReporters = new Map<string, Reporter>();
  private readonly store: Pick<Store, 'findReporters'>;
  private readonly outlets: Outlet[];
  /** Outlets looked for by host so far: nearly all entries of a document are of one host. */
  private readonly byHost = new Map<string, Outlet | null>();
  /** By folded name and outlet: the reporter's id. */
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

  /** The id under which a reporter is known, or becomes so: the same name at the same outlet, or the same profile page; a bare name joins nobody. */
  async reporterId(made: Reporter): Promise<string> {
    const key = `${fold(made.name)}\n${made.outletId}`;
    const before = this.found.get(key);
    if (before !== undefined) return before;
    const known = (await this.store.findReporters({ names: [made.name], profiles: made.sameAs })).find(
      ({ id, outletId, sameAs }) => id === made.id || outletId === made.outletId || sameAs.some((page) => made.sameAs.includes(page)),
    );
    if (known === undefined) this.newReporters.set(made.id, made);
    this.found.set(key, known?.id ?? made.id);
    return known?.id ?? made.id;
  }
}

/** A host as sites are compared by. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
