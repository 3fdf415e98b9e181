import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, isHost, parseSettings } from '../../../lib/core/settings.ts';

describe('parseSettings', () => {
  it('falls back to "when I click" for whatever it cannot read', () => {
    for (const value of [undefined, null, 7, 'x', [], { mode: 'everything' }]) expect(parseSettings(value)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is well-formed and drops the rest', () => {
    const parsed = parseSettings({
      mode: 'chosen-sites',
      sites: ['b.example', 'a.example', 'a.example', 'no/host', 5],
      blockedSites: 'x',
      showBadge: 'yes',
      markTopics: 'yes',
      firstRunDone: true,
    });
    expect(parsed).toEqual({ ...DEFAULT_SETTINGS, mode: 'chosen-sites', sites: ['a.example', 'b.example'], firstRunDone: true });
  });
});

describe('isHost', () => {
  it.each(['some_blog.example.com', 'news.example', 'news.example:8443', 'localhost', '[::1]', 'новини.example'])('takes %s', (host) =>
    expect(isHost(host)).toBe(true),
  );
  it.each(['', '*', '*.example', 'a/b', 'https://a', 'a b', '__proto__', null])('refuses %j', (host) => expect(isHost(host)).toBe(false));
});
