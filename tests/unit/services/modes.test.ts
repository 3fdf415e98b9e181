import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings.ts';
import type { Settings } from '../../../lib/core/user-data.ts';
import {
  gateHosts,
  gatelessHosts,
  grantedChoice,
  hostsOfPatterns,
  isHostCovered,
  isPermissionMissing,
  mayReadUnasked,
  withSite,
} from '../../../lib/services/modes.ts';

const settings = (change: Partial<Settings>): Settings => ({ ...DEFAULT_SETTINGS, ...change });

describe('hostsOfPatterns', () => {
  it('reads host patterns of both schemes and every-site patterns', () => {
    expect(hostsOfPatterns(['*://a.example/*', 'https://b.example/*', '*://*/*', '<all_urls>', 'file:///*', 'nonsense'])).toEqual([
      '*',
      'a.example',
      'b.example',
    ]);
  });
});

describe('isHostCovered', () => {
  it('knows exact hosts, every site and subdomain patterns; ports do not matter', () => {
    expect(isHostCovered('a.example:8443', ['a.example'])).toBe(true);
    expect(isHostCovered('www.a.example', ['*.a.example'])).toBe(true);
    expect(isHostCovered('a.example', ['*.a.example'])).toBe(true);
    expect(isHostCovered('nota.example', ['*.a.example'])).toBe(false);
    expect(isHostCovered('b.example', ['a.example'])).toBe(false);
  });
});

describe('mayReadUnasked', () => {
  it('never reads without a click in "when I click", whatever is granted', () => {
    expect(mayReadUnasked(settings({ sites: ['a.example'] }), 'a.example', ['*'])).toBe(false);
  });

  it('reads a chosen site only while the browser still grants it', () => {
    const chosen = settings({ mode: 'chosen-sites', sites: ['a.example'] });
    expect(mayReadUnasked(chosen, 'a.example', ['a.example'])).toBe(true);
    expect(mayReadUnasked(chosen, 'a.example', [])).toBe(false);
    expect(mayReadUnasked(chosen, 'b.example', ['*'])).toBe(false);
  });

  it('honours "not here" in every mode', () => {
    expect(mayReadUnasked(settings({ mode: 'every-site', blockedSites: ['a.example'] }), 'a.example', ['*'])).toBe(false);
  });
});

describe('gateHosts and isPermissionMissing', () => {
  it('registers nothing without a grant and says what is missing', () => {
    const every = settings({ mode: 'every-site' });
    expect(gateHosts(every, [])).toEqual([]);
    expect(isPermissionMissing(every, [])).toBe(true);
    expect(gateHosts(every, ['*'])).toEqual(['*']);
    expect(isPermissionMissing(every, ['*'])).toBe(false);
    const chosen = settings({ mode: 'chosen-sites', sites: ['a.example', 'b.example'] });
    expect(gateHosts(chosen, ['b.example'])).toEqual(['b.example']);
    expect(isPermissionMissing(chosen, ['b.example'])).toBe(true);
    expect(isPermissionMissing(settings({}), [])).toBe(false);
  });
});

describe('gatelessHosts', () => {
  it('leaves out no other port of a host that is off on one of them; a page of that one is not read', () => {
    const off = settings({ mode: 'every-site', blockedSites: ['a.example:8443', 'b.example'] });
    expect(gatelessHosts(off)).toEqual(['b.example']);
    expect(['a.example', 'a.example:8443', 'b.example'].filter((host) => mayReadUnasked(off, host, ['*']))).toEqual(['a.example']);
  });
});

describe('grantedChoice', () => {
  const choice = { mode: 'chosen-sites', host: 'a.example', atMs: 1000 } as const;

  it('gives what was chosen once its own permission comes', () => {
    expect(grantedChoice(choice, ['*://a.example/*'], 2000)).toEqual(choice);
    expect(grantedChoice(choice, ['*://b.example/*', 'https://c.example/*'], 2000)).toBeNull();
    expect(grantedChoice(choice, [], 2000)).toBeNull();
    const every = { mode: 'every-site', host: null, atMs: 1000 } as const;
    expect(grantedChoice(every, ['*://*/*'], 2000)).toEqual(every);
    expect(grantedChoice(every, ['*://a.example/*'], 2000)).toBeNull();
  });

  it('gives nothing where nothing is kept, or for so long that the answer was no', () => {
    expect(grantedChoice(undefined, ['*://*/*'], 2000)).toBeNull();
    expect(grantedChoice(null, ['*://*/*'], 2000)).toBeNull();
    expect(grantedChoice(choice, ['*://a.example/*'], 121_000)).toBeNull();
  });
});

describe('withSite', () => {
  it('moves a host between chosen, blocked and neither', () => {
    const chosen = withSite(settings({}), 'a.example', 'chosen');
    expect(chosen.sites).toEqual(['a.example']);
    const blocked = withSite(chosen, 'a.example', 'blocked');
    expect(blocked.blockedSites).toEqual(['a.example']);
    expect(blocked.sites).toEqual(['a.example']);
    const again = withSite(blocked, 'a.example', 'unblocked');
    expect([again.sites, again.blockedSites]).toEqual([['a.example'], []]);
    expect(withSite(settings({ blockedSites: ['a.example'] }), 'a.example', 'unblocked').sites).toEqual([]);
    const neither = withSite(blocked, 'a.example', 'none');
    expect([neither.sites, neither.blockedSites]).toEqual([[], []]);
    expect(withSite(chosen, 'bad host', 'blocked')).toBe(chosen);
  });
});
