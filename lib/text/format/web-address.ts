/** The address itself where it is http(s), else undefined: nothing else may become a link. */
export function webAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
