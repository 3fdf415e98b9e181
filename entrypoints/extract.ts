import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extractPageInSteps } from '../lib/extract/extract.ts';

/** Injected into one page: reads it and hands the snapshot back as the injection's result. Draws and changes nothing. */
export default defineUnlistedScript(async () => {
  if (document.contentType === 'application/pdf') return { contentType: document.contentType };
  return extractPageInSteps(document, location.href, nextIdle);
});

/** Lets the page work between two steps. */
function nextIdle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 200 }));
}
