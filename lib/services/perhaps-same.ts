import { canonicalUrl } from '../core/canonical-url.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import type { PerhapsSame } from '../core/reporter-profile.ts';
import { isSameSite } from '../core/same-site.ts';
import type { Correction } from '../core/user-data.ts';
import { likeNames } from '../ranking/names/person-names.ts';
import { hostOf } from './report-people.ts';
import type { SameReporters } from './same-reporters.ts';

/** More people than this with one page: it is their desk's or their outlet's, and tells nothing of who they are. */
const SHARE_A_PROFILE = 3;
const MOST = 5;
const ORDER = ['profile', 'name', 'spelling', 'sound'] as const;

/** What proposals are made of. */
export interface KnownPeople {
  reporters: Reporter[];
  outlets: Outlet[];
  corrections: Correction[];
  people: SameReporters;
}

/** Who may be the same person as a reporter, the best evidence first, at most five. Linear in the reporters. */
export function perhapsSame(id: string, { reporters, outlets, corrections, people }: KnownPeople): PerhapsSame[] {
  const own = people.of(id);
  const mine = reporters.filter((one) => people.of(one.id) === own);
  const refused = refusedWith(own, corrections, people);
  const outletOf = new Map(outlets.map((outlet) => [outlet.id, outlet]));
  const near = new Map(mine.map(({ outletId }) => [outletId, outletId === null ? new Set<string>() : editionsOf(outletId, outlets)]));
  const profiles = sharedProfiles(mine, reporters, people);
  const found = new Map<string, PerhapsSame>();
  for (const other of reporters) {
    const otherId = people.of(other.id);
    if (otherId === own || refused.has(otherId)) continue;
    const profile = profiles.get(otherId) ?? null;
    const evidence = profile === null ? likeAtOneOutlet(mine, other, near) : 'profile';
    const before = found.get(otherId);
    if (evidence === null || (before !== undefined && ORDER.indexOf(before.evidence) <= ORDER.indexOf(evidence))) continue;
    const outletName = other.outletId === null ? null : (outletOf.get(other.outletId)?.name ?? null);
    found.set(otherId, { id: otherId, name: other.name, outletName, evidence, profile });
  }
  return [...found.values()].sort((a, b) => ORDER.indexOf(a.evidence) - ORDER.indexOf(b.evidence) || (a.id < b.id ? -1 : 1)).slice(0, MOST);
}

/** Whom the user said this one is not. */
function refusedWith(own: string, corrections: Correction[], people: SameReporters): Set<string> {
  return new Set(
    corrections.flatMap((entry) => {
      if (entry.kind !== 'other-reporter') return [];
      const pair = [people.of(entry.reporterId), people.of(entry.otherId)];
      return pair.includes(own) ? pair : [];
    }),
  );
}

function profilesOf({ sameAs }: Reporter): string[] {
  return sameAs.flatMap((url) => canonicalUrl(url) ?? []);
}

/** People who have a profile page of these reporters' own, and which. */
function sharedProfiles(mine: Reporter[], all: Reporter[], people: SameReporters): Map<string, string> {
  const holders = new Map(mine.flatMap(profilesOf).map((page) => [page, new Set<string>()]));
  if (holders.size === 0) return new Map();
  for (const one of all) for (const page of profilesOf(one)) holders.get(page)?.add(people.of(one.id));
  return new Map([...holders].flatMap(([page, ids]) => (ids.size <= SHARE_A_PROFILE ? [...ids].map((id) => [id, page] as const) : [])));
}

function likeAtOneOutlet(mine: Reporter[], other: Reporter, near: Map<string | null, Set<string>>): PerhapsSame['evidence'] | null {
  const colleagues = mine.filter(({ outletId }) => other.outletId !== null && near.get(outletId)?.has(other.outletId));
  const likes = colleagues.flatMap((one) =>
    [one.name, ...one.alternateNames].flatMap((name) => [other.name, ...other.alternateNames].map((spelling) => likeNames(name, spelling))),
  );
  return ORDER.find((like) => likes.some((found) => found === like)) ?? null;
}

/** An outlet and others of its site. */
function editionsOf(id: string, outlets: Outlet[]): Set<string> {
  const url = outlets.find((outlet) => outlet.id === id)?.url ?? null;
  const others = url === null ? [] : outlets.filter((outlet) => outlet.url !== null && isSameSite(hostOf(outlet.url), hostOf(url)));
  return new Set([id, ...others.map((outlet) => outlet.id)]);
}
