/** Where everybody may have a host of their own: what is before them tells one publisher from the other. */
const SHARED = new Set(
  'beehiiv.com blogger.com blogspot.com buttondown.email fly.dev ghost.io github.io gitlab.io hatenablog.com herokuapp.com livejournal.com medium.com netlify.app over-blog.com pages.dev posthaven.com squarespace.com substack.com tumblr.com typepad.com vercel.app web.app webnode.page weebly.com wixsite.com wordpress.com write.as'.split(
    ' ',
  ),
);
/** Shorter ends of two labels ("co.uk", "com.ua") are registries', where strangers live side by side. */
const REGISTRY_MAX = 6;

/**
 * Whether two host names, lower case and without "www.", are one publisher's: `feeds.example.com` and `example.com` are; two hosts of a
 * registry ("co.uk") or of a platform that gives everybody one ("substack.com") are not. A guess without the list of public suffixes.
 */
export function isSameSite(a: string, b: string): boolean {
  if (a === b) return true;
  const end = endOf(a);
  if (SHARED.has(end) || SHARED.has(endOf(b))) return false;
  return a.endsWith(`.${b}`) || b.endsWith(`.${a}`) || (end === endOf(b) && end.length > REGISTRY_MAX);
}

function endOf(host: string): string {
  return host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
}
