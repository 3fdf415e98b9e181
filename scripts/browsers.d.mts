/** What these functions ask of the computer. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: string;
  isProgram(path: string): boolean;
  isDebian(): boolean;
  isRoot(): boolean;
  run(program: string, args: string[], env: Record<string, string | undefined>): { status: number | null; stderr: string };
}
/** The path of an installed browser, or null. */
export function findBrowser(name: 'chromium' | 'firefox', machine?: Machine): string | null;
/** The path of a browser, installed first where that is possible without asking; else one line of advice. */
export function provideBrowser(
  name: 'chromium' | 'firefox',
  log?: (line: string) => void,
  machine?: Machine,
): { path: string } | { path: null; advice: string };
/** Debian packages of the headed tests that are not installed; empty when all is there. */
export function missingDisplayPackages(machine?: Machine): string[];
/** Installs what the headed tests need where that is possible without asking; elsewhere those tests are left out. */
export function provideDisplay(log?: (line: string) => void, machine?: Machine): void;
