import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runtimeProblem } from '../../../scripts/setup.mjs';
import { PROJECT_ROOT } from '../../support/source-files.ts';

describe('set-up', () => {
  it('says before anything is installed that a machine needs a newer Node, where none comes from the registry', () => {
    for (const [platform, arch] of [
      ['linux', 'x64'],
      ['linux', 'arm64'],
      ['win32', 'x64'],
    ] as const)
      expect(runtimeProblem({ platform, arch, version: '20.19.0' }), platform).toBeNull();
    for (const version of ['20.19.0', '22.17.1', '23.5.0'])
      expect(runtimeProblem({ platform: 'darwin', arch: 'arm64', version })).toBe(
        `Node ${version} cannot run this project here: install Node 24 (https://nodejs.org), then run this again.`,
      );
    for (const version of ['22.18.0', '23.6.0', '24.0.0', '26.1.0'])
      expect(runtimeProblem({ platform: 'darwin', arch: 'arm64', version }), version).toBeNull();
  });

  it('leaves all that a build takes in behind `npm ci`', () => {
    const { scripts } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    expect(scripts.postinstall).toBe('node scripts/postinstall.mjs');
    const steps = readFileSync(join(PROJECT_ROOT, 'scripts/postinstall.mjs'), 'utf8');
    // The scripts that `npm start` and `npm test` run for the same end.
    for (const script of ['data', 'packs']) {
      const path = scripts[script]!.replace(/^node /, '');
      expect(existsSync(join(PROJECT_ROOT, path)), path).toBe(true);
      expect(steps).toContain(`'${path}'`);
    }
  });
});
