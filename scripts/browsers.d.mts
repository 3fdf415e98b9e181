/** The path of an installed browser, or null. */
export function findBrowser(name: 'chromium' | 'firefox'): string | null;
/** The path of a browser, installed first where that is possible without asking; else one line of advice. */
export function provideBrowser(
  name: 'chromium' | 'firefox',
  log?: (line: string) => void,
): { path: string } | { path: null; advice: string };
