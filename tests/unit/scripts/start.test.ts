import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../support/source-files.ts';

/** Files that one imports while it runs, and their imports in turn. */
function imported(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file)) return seen;
  const code = readFileSync(file, 'utf8');
  seen.set(file, code);
  for (const [, path] of code.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '(\.[^']+)'/gm)) imported(join(dirname(file), path!), seen);
  return seen;
}

describe('npm start', () => {
  it('asks nothing of the test runner, which does not run then', () => {
    const files = imported(join(PROJECT_ROOT, 'scripts/demo-browser.ts'));
    expect([...files.keys()].filter((path) => path.includes('tests/support')).length).toBeGreaterThan(5);
    expect(
      [...files].filter(([, code]) => /^import \{[^}]*\b(?:inject|expect|vi)\b[^}]*\} from 'vitest'/m.test(code)).map(([path]) => path),
    ).toEqual([]);
  });
});
