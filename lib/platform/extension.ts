import { browser } from './browser.ts';

/** The version the manifest states. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
