import type { Plugin } from 'vite';

/**
 * Methods of @mozilla/readability that `lib/extract/body.ts` replaces on its instance (a metadata reader of its own, and the care for
 * pictures and links that a text has no use for). They never run, so the extractor need not carry them.
 */
const UNUSED = [
  '_getJSONLD',
  '_getArticleMetadata',
  '_getArticleTitle',
  '_unwrapNoscriptImages',
  '_fixLazyImages',
  '_fixRelativeUris',
  '_unescapeHtmlEntities',
  '_simplifyNestedElements',
  '_cleanClasses',
  '_isValidByline',
];

/** Vite plugin: leaves those methods out of the bundle, and the reader-mode test that nobody calls. Fails when one is gone. */
export function leanReadability(): Plugin {
  return {
    name: 'lean-readability',
    enforce: 'pre',
    transform(code, id) {
      if (!/@mozilla[\\/]readability[\\/](?:Readability|index)\.js$/.test(id)) return undefined;
      return { code: /index\.js$/.test(id) ? withoutReaderable(code) : lean(code), map: null };
    },
  };
}

/** Readability's source without the methods that are replaced and without its log calls. */
export function lean(source: string): string {
  let code = source;
  for (const name of UNUSED) {
    const start = new RegExp(`^ {2}${name}\\([^)]*\\) \\{$`, 'm').exec(code);
    const end = start ? code.indexOf('\n  },\n', start.index) : -1;
    if (!start || end < 0) throw new Error(`lean-readability: ${name} is gone; compare lib/extract/body.ts with the new version`);
    code = code.slice(0, start.index) + code.slice(end + '\n  },\n'.length);
  }
  return code.replace(/^\s*this\.log\((?:[^()]|\([^()]*\))*\);$/gm, '');
}

function withoutReaderable(source: string): string {
  const code = source.replace(/^var isProbablyReaderable.*$/m, 'var isProbablyReaderable;');
  if (code === source) throw new Error('lean-readability: index.js has changed');
  return code;
}
