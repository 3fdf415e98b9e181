import type { Plugin } from 'vite';

/** What is changed in each file: the pattern must be there exactly once. */
const CHANGES: { file: RegExp; pattern: RegExp; by: string }[] = [
  {
    file: /entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/,
    pattern: /export const htmlDecodeTree = (?:\/\* #__PURE__ \*\/ )?(decodeTrieDict\(.*\));/s,
    by: 'let tree;\nexport const htmlDecodeTree = () => (tree ??= $1);',
  },
  { file: /entities[\\/]dist[\\/]decode\.js$/, pattern: /const decodeTree = htmlDecodeTree;/, by: 'const decodeTree = htmlDecodeTree();' },
  { file: /htmlparser2[\\/]dist[\\/]Tokenizer\.js$/, pattern: /: htmlDecodeTree,/, by: ': htmlDecodeTree(),' },
];

/**
 * Vite plugin: the table of HTML's named characters is unpacked when the first text is read, not whenever the background wakes (some ms of
 * processor time). Fails when a new version of the packages is written otherwise.
 */
export function leanEntities(): Plugin {
  return {
    name: 'lean-entities',
    enforce: 'pre',
    transform(code, id) {
      const change = CHANGES.find(({ file }) => file.test(id));
      if (change === undefined) return undefined;
      const { pattern, by } = change;
      if (code.split(pattern).length < 2)
        throw new Error(`lean-entities: ${id} is written otherwise; compare scripts/lean-entities.ts with it`);
      return { code: code.replace(pattern, by), map: null };
    },
  };
}
