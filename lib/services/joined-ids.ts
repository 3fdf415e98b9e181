/** Which ids the user said are one. Applied where they are read, so that nothing stored changes and a change acts at once. */
export interface JoinedIds {
  /** The id one is read as; its own where nobody said otherwise. */
  of(id: string): string;
  /** All ids that are read as this one, itself first. */
  members(id: string): string[];
}

/** Ids asked of the index for one: nobody joins more by hand, and a restored file must not make every page view slow. */
const MOST_MEMBERS = 64;

/** Joins ids by pairs `[id, read as]`. Chains are followed to their end; in a circle the smallest id stands for all. Linear in the pairs. */
export function joinIds(pairs: (readonly [string, string])[]): JoinedIds {
  const next = new Map(pairs);
  const resolved = new Map<string, string>();
  const of = (id: string): string => {
    const path = new Set<string>();
    let at = id;
    for (let to = next.get(at); to !== undefined && !resolved.has(at) && !path.has(at); to = next.get(at)) {
      path.add(at);
      at = to;
    }
    const target = path.has(at) ? [...path].slice([...path].indexOf(at)).sort()[0]! : (resolved.get(at) ?? at);
    for (const passed of path) resolved.set(passed, target);
    return target;
  };
  const members = new Map<string, Set<string>>();
  for (const id of new Set([...next].flat())) {
    const target = of(id);
    const known = members.get(target) ?? new Set([target]);
    if (known.size < MOST_MEMBERS) members.set(target, known.add(id));
  }
  return { of, members: (id) => [...(members.get(id) ?? [id])] };
}
