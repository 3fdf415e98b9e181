import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { asciiChunks } from './scripts/ascii-chunks.ts';
import { leanEntities } from './scripts/lean-entities.ts';
import { leanEntry } from './scripts/lean-entry.ts';
import { leanReadability } from './scripts/lean-readability.ts';
import { pageChunks } from './scripts/page-chunks.ts';

/**
 * Everything a page of ours may load: its own files, nothing else; and what the user made a source of may be fetched as data. Asserted on the
 * built manifests in tests.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  outDir: process.env.SIDELIGHT_OUT_DIR ?? '.output',
  vite: () => ({
    define: { 'import.meta.env.TOPICS_MARK': JSON.stringify(topicsMark()) },
    plugins: [leanReadability(), leanEntities(), leanEntry(), asciiChunks(), pageChunks()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
    resolve: { alias: { '#root': fileURLToPath(new URL('.', import.meta.url)) } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    // Asked for when "back up to a file every week" is switched on.
    optional_permissions: ['downloads', ...(browser === 'chrome' ? ['offscreen'] : [])],
    optional_host_permissions: ['*://*/*'],
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // Firefox puts a new button into a menu, where nobody sees its number; Chromium leaves that to its user (first-run page).
    action: { default_title: '__MSG_extName__', ...(browser === 'firefox' && { default_area: 'navbar' }) },
    omnibox: { keyword: 'sl' },
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandOpenPopup__' },
      'pin-page': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandPinPage__' },
      'save-page': { suggested_key: { default: 'Alt+Shift+Y' }, description: '__MSG_commandSavePage__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commandOpenPanel__' },
    },
    ...(browser === 'chrome' && { minimum_chrome_version: '124' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'sidelight@sidelight.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
});

/** Tells one build of the built-in topics from another. Empty while there is none: types are prepared before they are built. */
function topicsMark(): string {
  const topics = fileURLToPath(new URL('public/data/builtin.gaz', import.meta.url));
  return existsSync(topics) ? createHash('sha256').update(readFileSync(topics)).digest('hex').slice(0, 16) : '';
}
