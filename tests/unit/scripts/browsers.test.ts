import { describe, expect, it } from 'vitest';
import { findBrowser, type Machine, missingDisplayPackages, provideBrowser, provideDisplay } from '../../../scripts/browsers.mjs';

/** A computer without browsers; `apt-get install` puts the programs of `packages` into /usr/bin. */
function computer(change: Partial<Machine> & { programs?: string[]; packages?: Record<string, string[]> } = {}) {
  const { programs = [], packages = {}, ...rest } = change;
  const installed = new Set(programs);
  const ran: string[] = [];
  const machine: Machine = {
    env: { PATH: '/bin:/usr/bin' },
    platform: 'linux',
    isProgram: (path) => installed.has(path),
    isDebian: () => true,
    isRoot: () => true,
    run: (program, args) => {
      ran.push([program, ...args].join(' '));
      for (const name of args.includes('install') ? args : []) for (const one of packages[name] ?? []) installed.add(`/usr/bin/${one}`);
      return { status: 0, stderr: '' };
    },
    ...rest,
  };
  const said: string[] = [];
  return { machine, ran, said, log: (line: string) => void said.push(line) };
}

describe('browsers', () => {
  it('that are there are taken as they are', () => {
    const { machine, ran, log } = computer({ programs: ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/snap/bin/chromium'] });
    expect(provideBrowser('firefox', log, machine)).toEqual({ path: '/usr/bin/firefox-esr' });
    expect(provideBrowser('chromium', log, machine)).toEqual({ path: '/snap/bin/chromium' });
    expect(ran).toEqual([]);
  });

  it('are installed on Debian as root, and only then', () => {
    const { machine, ran, said, log } = computer({ packages: { chromium: ['chromium'] } });
    expect(provideBrowser('chromium', log, machine)).toEqual({ path: '/usr/bin/chromium' });
    expect(ran.map((line) => line.split(' ').filter((word) => !word.startsWith('-') && !word.includes('=')))).toEqual([
      ['apt-get', 'update'],
      ['apt-get', 'install', 'chromium'],
    ]);
    expect(said).toHaveLength(1);
    const user = computer({ isRoot: () => false });
    expect(provideBrowser('firefox', user.log, user.machine)).toEqual({
      path: null,
      advice: 'Firefox is missing: sudo apt-get install firefox-esr (or set SIDELIGHT_FIREFOX to its program), then run this again.',
    });
    expect(user.ran).toEqual([]);
  });

  it.each([
    ['darwin', 'brew install --cask chromium'],
    ['win32', 'winget install Hibbiki.Chromium'],
    ['linux', 'install Chromium with your package manager'],
  ])('are asked for in one line on %s', (platform, how) => {
    const { machine, log, ran } = computer({ platform, isDebian: () => false });
    const answer = provideBrowser('chromium', log, machine);
    expect(answer).toMatchObject({ path: null, advice: expect.stringContaining(how) });
    expect('advice' in answer && answer.advice.includes('\n')).toBe(false);
    expect(ran).toEqual([]);
  });

  it('that cannot be installed are said in one line, with the reason, after three tries', () => {
    const { machine, ran, log } = computer();
    const failing = {
      ...machine,
      run: (...args: Parameters<Machine['run']>) => ({ ...machine.run(...args), status: 100, stderr: 'noise\nE: no network\n' }),
    };
    expect(provideBrowser('firefox', log, failing)).toEqual({
      path: null,
      advice: 'Could not install firefox-esr with apt-get (E: no network).',
    });
    expect(ran).toHaveLength(6);
  });

  it('an override wins, and one that is no program is refused', () => {
    const { machine } = computer({ programs: ['/opt/mine', '/usr/bin/chromium'] });
    machine.env.SIDELIGHT_CHROMIUM = '/opt/mine';
    expect(findBrowser('chromium', machine)).toBe('/opt/mine');
    machine.env.SIDELIGHT_CHROMIUM = '/opt/gone';
    expect(() => findBrowser('chromium', machine)).toThrow('/opt/gone, which is no program');
  });
});

describe('the virtual display', () => {
  it('is installed on Debian as root, only what is missing', () => {
    const { machine, ran, said, log } = computer({ programs: ['/usr/bin/Xvfb'], packages: { xdotool: ['xdotool'], openbox: ['openbox'] } });
    expect(missingDisplayPackages(machine)).toEqual(['xdotool', 'openbox']);
    provideDisplay(log, machine);
    expect(missingDisplayPackages(machine)).toEqual([]);
    expect(ran.at(-1)).toMatch(/ install .* xdotool openbox$/);
    provideDisplay(log, machine);
    expect(said).toHaveLength(1);
  });

  it('is left out elsewhere without a word', () => {
    const { machine, ran, said, log } = computer({ isRoot: () => false });
    provideDisplay(log, machine);
    expect([ran, said]).toEqual([[], []]);
  });
});
