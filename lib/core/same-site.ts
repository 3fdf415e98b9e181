/** Where everybody may have a host of their own, and long ends of registries: what is before them tells one publisher from the other. */
const SHARED = new Set(
  'altervista.org bearblog.dev beehiiv.com blog.hu blogger.com buttondown.com buttondown.email canalblog.com ck.page dreamwidth.org exblog.jp fc2.com firebaseapp.com fly.dev ghost.io github.io gitlab.io hateblo.jp hatenablog.com hatenablog.jp hatenadiary.com herokuapp.com jimdofree.com livedoor.blog livejournal.com medium.com micro.blog neocities.org netlify.app notion.site onrender.com over-blog.com overblog.com pages.dev posthaven.com seesaa.net squarespace.com substack.com tistory.com tumblr.com typepad.com ucoz.com ucoz.ru vercel.app web.app webflow.io webnode.page weebly.com wixsite.com wordpress.com workers.dev write.as asso.fr gouv.fr govt.nz info.pl dnipropetrovsk.ua ivano-frankivsk.ua kharkiv.ua kharkov.ua kherson.ua kiev.ua kyiv.ua lviv.ua odessa.ua poltava.ua rivne.ua sumy.ua ternopil.ua vinnica.ua volyn.ua zhitomir.ua'.split(
    ' ',
  ),
);
/** One platform in every country. */
const SHARED_EVERYWHERE = /^blogspot\./;
/** Shorter ends of two labels ("co.uk", "com.ua") are registries', where strangers live side by side. */
const REGISTRY_MAX = 6;

/**
 * Whether two host names, lower case and without "www.", are one publisher's: `feeds.example.com` and `example.com` are; two hosts of a
 * registry ("co.uk") or of a platform that gives everybody one ("substack.com") are not. A guess without the list of public suffixes.
 */
export function isSameSite(a: string, b: string): boolean {
  if (a === b) return true;
  const end = endOf(a);
  return isBelow(a, b) || isBelow(b, a) || (end === endOf(b) && end.length > REGISTRY_MAX && !isShared(end));
}

function isBelow(host: string, site: string): boolean {
  return host.endsWith(`.${site}`) && !isShared(site);
}

function isShared(end: string): boolean {
  return SHARED.has(end) || SHARED_EVERYWHERE.test(end);
}

function endOf(host: string): string {
  return host.slice(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
}
