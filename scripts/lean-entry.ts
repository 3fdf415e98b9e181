import type { Plugin } from 'vite';

/**
 * Vite plugin: an injected script is its `main()` and no more. WXT wraps each one in code that starts its plugins (we have none)
 * and logs a crash where it is no production build: 0.15 kB in every page. Fails when a new version of WXT writes another wrapper.
 */
export function leanEntry(): Plugin {
  return {
    name: 'lean-entry',
    apply: (_config, { mode }) => mode === 'production',
    transform(code, id) {
      if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return undefined;
      return { code: leanWrapper(code), map: null };
    },
  };
}

/** WXT's wrapper of an unlisted script without all but the call. */
export function leanWrapper(code: string): string {
  const definition = /^import definition from .+;$/m.exec(code)?.[0];
  if (!definition || !code.includes('result = definition.main();') || !code.includes('export { result as default };'))
    throw new Error('lean-entry: the wrapper has changed; compare wxt/dist/virtual/unlisted-script-entrypoint.mjs');
  return `${definition}\nconst result = definition.main();\nexport { result as default };\n`;
}
