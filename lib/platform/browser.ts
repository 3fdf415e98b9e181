import polyfill from 'webextension-polyfill';

/** The browser's extension API as promises. The other files of this folder are the only ones that import it. */
export const browser = polyfill;
