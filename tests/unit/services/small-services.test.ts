import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, restoredSettings } from '../../../lib/core/settings.ts';
import type { DetectedTopic, Mention } from '../../../lib/core/topic.ts';
import type { Settings } from '../../../lib/core/user-data.ts';
import { wordsOfAddress } from '../../../lib/services/address-words.ts';
import { hiddenArticles, pageKey, refusalsOf } from '../../../lib/services/corrections.ts';
import { pageEvidence } from '../../../lib/services/page-evidence.ts';
import { createSettingsService } from '../../../lib/services/settings.ts';
import { topicMarks } from '../../../lib/services/topic-marks.ts';
import { refusal } from '../../../lib/topics/refused.ts';
import { readyState } from '../components/support/samples.ts';

const topic = (id: string, surfaces: string[]): DetectedTopic => ({
  id,
  kind: 'topic',
  label: id,
  salience: 0.9,
  main: true,
  mentions: surfaces.map((surface) => ({ start: 0, end: surface.length, surface, zone: 'body', method: 'exact', part: 0 })),
});

describe('corrections', () => {
  it('refuse a phrase for a topic and for all that are the same, in whatever order it was said', () => {
    const wrong = {
      id: '1',
      kind: 'not-topic' as const,
      topicId: 'topic:nature',
      surface: 'Nature',
      also: ['Nature  journal'],
      atMs: 0,
    };
    const [nature, journal] = [refusal('topic:nature', 'nature'), refusal('topic:nature', 'nature journal')];
    expect([...refusalsOf([wrong])]).toEqual([nature, journal]);
    const joined = { id: '2', kind: 'same-as' as const, topicId: 'topic:b', sameAsId: 'topic:nature', atMs: 0 };
    const all = [nature, journal, refusal('topic:b', 'nature'), refusal('topic:b', 'nature journal')].sort();
    expect([...refusalsOf([joined, wrong])].sort()).toEqual(all);
    expect([...refusalsOf([wrong, { ...joined, topicId: 'topic:nature', sameAsId: 'topic:b' }])].sort()).toEqual(all);
  });

  it('hide a report on its page only, and keep no address', async () => {
    const [a, b] = ['https://news.example/a', 'https://news.example/b'];
    const here = await pageKey('salt', a);
    const stored = [{ id: '1', kind: 'not-related' as const, articleId: 'x', pageKey: here, atMs: 0 }];
    expect([...(await hiddenArticles(stored, 'salt', a))]).toEqual(['x']);
    expect([...(await hiddenArticles(stored, 'salt', b))]).toEqual([]);
    expect([...(await hiddenArticles(stored, null, a))]).toEqual([]);
    expect(here).toMatch(/^[0-9a-f]{32}$/);
    expect(await pageKey('other salt', a)).not.toBe(here);
  });

  it('hide reports by marks of several installations at once', async () => {
    const url = 'https://news.example/a';
    const mark = async (id: string, salt: string, carried: boolean) => ({
      id,
      kind: 'not-related' as const,
      articleId: id,
      pageKey: await pageKey(salt, url),
      ...(carried && { salt }),
      atMs: 0,
    });
    const stored = [await mark('own', 'own', false), await mark('carried', 'own', true), await mark('other', 'another', true)];
    expect([...(await hiddenArticles(stored, 'own', url))]).toEqual(['own', 'carried', 'other']);
    expect([...(await hiddenArticles(stored, null, url))]).toEqual(['carried', 'other']);
  });
});

describe('settings of a backup', () => {
  const here: Settings = { ...DEFAULT_SETTINGS, mode: 'chosen-sites', sites: ['a.example'], blockedSites: ['b.example'] };
  const given: Settings = {
    mode: 'every-site',
    sites: ['b.example', 'c.example'],
    blockedSites: ['a.example', 'd.example'],
    showBadge: false,
    markTopics: true,
    firstRunDone: true,
  };

  it('are added to those here, which win', () => {
    expect(restoredSettings(here, given, 'merge')).toEqual({
      ...here,
      sites: ['a.example', 'c.example'],
      blockedSites: ['b.example', 'd.example'],
      firstRunDone: true,
    });
  });

  it('replace them, or leave them alone', () => {
    expect(restoredSettings(here, given, 'replace')).toEqual(given);
    expect(restoredSettings(here, given, 'keep')).toBe(here);
  });
});

describe('pageEvidence', () => {
  it('cuts whole words around a phrase', () => {
    const text = `${'word '.repeat(40)}Oreshnik ${'more '.repeat(40)}`;
    const start = text.indexOf('Oreshnik');
    const evidence = pageEvidence({ language: 'en', parts: [{ zone: 'body', text }] }, [
      {
        ...topic('topic:oreshnik', []),
        mentions: [{ start, end: start + 8, surface: 'Oreshnik', zone: 'body', method: 'exact', part: 0 }],
      },
    ]);
    const phrase = evidence['topic:oreshnik']?.[0];
    expect(phrase?.surface).toBe('Oreshnik');
    expect(phrase?.before).toMatch(/^(word )+$/);
    expect(phrase?.after.trim()).toMatch(/^(more ?)+$/);
    expect((phrase?.before.length ?? 99) <= 60 && (phrase?.after.length ?? 99) <= 60).toBe(true);
  });
});

describe('topicMarks', () => {
  it('are the spellings of the page, each once, the main topics’ first; none for a page that was not read', () => {
    const named = (...surfaces: string[]): Mention[] =>
      surfaces.map((surface, start) => ({ start, end: start + 1, surface, zone: 'body', method: 'exact', part: 0 }));
    const state = readyState();
    if (state.kind !== 'ready') throw new Error('no page');
    state.coverage.topics = [
      { ...topic('topic:a', []), main: true, mentions: named('Oreshnik', 'Oreshnik') },
      { ...topic('topic:b', []), main: false, mentions: named('Oreshnik', 'Rubezh') },
    ];
    expect(topicMarks(state)).toEqual({ main: ['Oreshnik'], other: ['Rubezh'] });
    const mentions = named('China does not help Russia', 'Sino-Russian');
    state.coverage.topics = [{ ...topic('relation:CN-RU', []), kind: 'relation', main: true, mentions }];
    expect(topicMarks(state).main).toEqual(['Sino-Russian']);
    expect(topicMarks({ kind: 'needs-click', host: null })).toEqual({ main: [], other: [] });
  });
});

describe('wordsOfAddress', () => {
  it.each([
    ['https://news.example/2026/01/china-denies-helping-russia-123.html', 'china denies helping russia'],
    ['https://news.example/a/%D0%BE%D1%80%D1%94%D1%88%D0%BD%D1%96%D0%BA-%D0%BB%D1%8C%D0%B2%D1%96%D0%B2', 'орєшнік львів'],
    ['https://news.example/12345', null],
    ['https://news.example/%E0%A4%A', null],
    ['javascript:alert-me-now', null],
  ])('%s', (address, words) => expect(wordsOfAddress(address)).toBe(words));
});

describe('settings service', () => {
  it('applies, keeps and reports a mode; two changes at once lose nothing', async () => {
    let stored: Settings = DEFAULT_SETTINGS;
    const applied: string[][] = [];
    const service = createSettingsService({
      load: async () => stored,
      save: async (settings) => {
        stored = settings;
      },
      granted: async () => ['*://a.example/*'],
      applyGate: async (hosts) => void applied.push(hosts),
    });
    await Promise.all([
      service.setSite('a.example', 'chosen'),
      service.setMode('chosen-sites'),
      service.setPreference({ showBadge: false }),
    ]);
    expect(await service.state()).toMatchObject({
      mode: 'chosen-sites',
      sites: ['a.example'],
      showBadge: false,
      grantedHosts: ['a.example'],
      permissionMissing: false,
    });
    expect(applied.at(-1)).toEqual(['a.example']);
  });
});
