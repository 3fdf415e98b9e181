/** How many cases a property is tried on: all of them at the long size, a fifth at the short one. */
export function runs(cases: number): number {
  return process.env.SIDELIGHT_LONG === '1' ? cases : Math.ceil(cases / 5);
}
