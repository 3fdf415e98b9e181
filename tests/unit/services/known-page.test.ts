import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/core/settings.ts';
import { knownPage, surelyKnownPage, type TabRecord } from '../../../lib/services/known-page.ts';
import { readyState } from '../components/support/samples.ts';

const HERE = 'https://news.example/a';

function deps(url: string | null, record: Partial<TabRecord> | null = {}, blockedSites: string[] = []) {
  const kept = record && { url: HERE, state: readyState(), snapshot: null, ...record };
  return {
    session: { get: async () => kept ?? undefined },
    tabUrl: async () => url,
    loadSettings: async () => ({ ...DEFAULT_SETTINGS, blockedSites }),
  };
}

describe('what a surface shows before the background has woken', () => {
  it('is what was found at the address the tab has now', async () => {
    expect((await surelyKnownPage(1, deps(`${HERE}?utm_source=x#top`)))?.kind).toBe('ready');
  });

  it('is nothing where the tab went elsewhere, or its address cannot be seen: the background may not have heard yet', async () => {
    expect(await surelyKnownPage(1, deps('https://news.example/b'))).toBeNull();
    expect(await surelyKnownPage(1, deps(null))).toBeNull();
    expect(await surelyKnownPage(1, deps(HERE, { url: null }))).toBeNull();
    expect(await surelyKnownPage(1, deps(HERE, null))).toBeNull();
  });

  it('is that a site is off, whatever was found there before', async () => {
    expect(await surelyKnownPage(1, deps(HERE, {}, ['news.example']))).toEqual({ kind: 'site-off', host: 'news.example' });
  });
});

it('what the background knows of a tab whose address it cannot see is what it read there', async () => {
  expect((await knownPage(1, deps(null))).kind).toBe('ready');
  expect(await knownPage(1, deps('https://news.example/b'))).toEqual({ kind: 'needs-click', host: 'news.example' });
});
