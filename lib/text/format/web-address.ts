/** The address itself where it is http(s), else the empty page: nothing else may become a link. */
export function webAddress(url: string): string {
  return /^https?:\/\//i.test(url) ? url : 'about:blank';
}
