import type { Plugin } from 'vite';

/**
 * Vite plugin: webextension-polyfill as a module with one export. What a bundler puts around a CommonJS module copies the accessors of all the browser's
 * interfaces and thereby makes the browser build each of them, asked for or not: half of what evaluating the background took at every wake.
 */
export function leanPolyfill(): Plugin {
  return {
    name: 'lean-polyfill',
    enforce: 'pre',
    transform(code, id) {
      return /webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js$/.test(id) ? { code: asModule(code), map: null } : undefined;
    },
  };
}

/** The polyfill's source with its `module.exports` as the default export. */
export function asModule(source: string): string {
  if (!source.includes('factory(module);')) throw new Error('lean-polyfill: the wrapper of webextension-polyfill has changed');
  return `const exports = {};\nconst module = { exports };\n${source}\nexport default module.exports;\n`;
}
