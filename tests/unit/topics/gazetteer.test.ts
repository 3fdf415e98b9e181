import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { LAYER_VERSION, layerChecksum } from '../../../lib/topics/layer-format.ts';
import type { SourceEntry } from '../../../lib/topics/source.ts';
import { ENTRIES } from './entries.ts';

const bytes = buildGazetteer(ENTRIES);

function opened(layers: Uint8Array[]) {
  const result = openGazetteer(layers);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

function errorOf(layer: Uint8Array) {
  const result = openGazetteer([layer]);
  return result.ok ? null : result.error.code;
}

describe('buildGazetteer', () => {
  it('gives the same bytes for the same entries in any order', () => {
    expect(buildGazetteer(ENTRIES)).toEqual(bytes);
    expect(buildGazetteer([...ENTRIES].reverse())).toEqual(bytes);
  });

  it('leaves out what is no name and keeps the rest', () => {
    const odd = opened([
      buildGazetteer([{ id: 'x', kind: 'topic', names: { en: ['', '—', 'a'.repeat(300), 'Fine Name'], '': ['Other Name'] } }]),
    ]);
    const topics = detectTopics({ language: 'fr', parts: [{ zone: 'body', text: 'Fine Name and Other Name' }] }, odd);
    expect(topics[0]?.mentions.map((m) => m.surface)).toEqual(['Fine Name', 'Other Name']);
  });

  it('takes entries of any size, leaving out what is beyond measure', () => {
    const long = 'ж'.repeat(50_000);
    const entries: SourceEntry[] = [
      { id: long, kind: 'topic', names: { en: ['Nameless'] } },
      ...Array.from({ length: 9 }, (_, i): SourceEntry => ({ id: `t${i}`, kind: 'topic', names: { en: [long] }, description: long })),
      { id: 'tongues', kind: 'topic', names: Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`q${i}`, ['Polyglot']])) },
      ...Array.from({ length: 9000 }, (_, i): SourceEntry => ({ id: `same${i}`, kind: 'topic', names: { en: ['Everyone'] } })),
    ];
    const opened = openGazetteer([buildGazetteer(entries)]);
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.label(long, 'en')).toBeNull();
    expect(opened.value.label('t8', 'en')).toBe(long.slice(0, 1000));
    expect(opened.value.description('t8')).toBe(long.slice(0, 5000));
    expect(opened.value.label('tongues', 'q5')).toBe('Polyglot');
  });

  it('holds ten thousand names in 1.5 MB', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({
      id: `p${i}`,
      kind: 'person' as const,
      names: {
        ru: [
          `Имя${String.fromCharCode(1072 + (i % 32), 1072 + ((i >> 5) % 32))} Фамили${String.fromCharCode(1072 + ((i >> 10) % 32))}ев${i}`,
        ],
      },
    }));
    expect(buildGazetteer(many).length).toBeLessThan(1_500_000);
  });
});

describe('openGazetteer', () => {
  it('answers labels in a language, in English, in any, and pairs from their countries', () => {
    const gazetteer = opened([bytes]);
    expect(gazetteer.label('country:RU', 'uk')).toBe('Росія');
    expect(gazetteer.label('country:RU', 'zh-Hant')).toBe('俄罗斯');
    expect(gazetteer.label('country:RU', 'fi')).toBe('Russia');
    expect(gazetteer.label('topic:traore', 'fi')).toBe('Траоре, Ибрагим');
    expect(gazetteer.label('relation:CN-RU', 'en')).toBe('China–Russia');
    expect(gazetteer.label('relation:CN-RU', null)).toBe('China–Russia');
    expect(gazetteer.label('nobody', 'en')).toBeNull();
    expect(gazetteer.kind('topic:oreshnik')).toBe('product');
    expect(gazetteer.kind('relation:CN-RU')).toBe('relation');
    expect(gazetteer.kind('nobody')).toBeNull();
    expect(gazetteer.description('topic:oreshnik')).toBe('A Russian ballistic missile.');
    expect(gazetteer.description('topic:lviv')).toBeNull();
  });

  it('lets the first layer that knows a topic speak for it', () => {
    const pack = buildGazetteer([{ id: 'topic:lviv', kind: 'place', names: { en: ['Lemberg'], de: ['Lemberg'] } }]);
    const gazetteer = opened([bytes, pack]);
    expect(gazetteer.label('topic:lviv', 'en')).toBe('Lviv');
    expect(gazetteer.label('topic:lviv', 'de')).toBe('Lemberg');
  });

  it('reads bytes that start anywhere in a buffer', () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(opened([shifted.subarray(1)]).label('country:CN', 'en')).toBe('China');
  });

  it('refuses what is damaged, cut short, foreign or newer', () => {
    for (const at of [40, 400, bytes.length - 9]) {
      const damaged = bytes.slice();
      damaged[at]! ^= 0x10;
      expect(errorOf(damaged), `byte ${at}`).toBe('checksum-mismatch');
    }
    expect(errorOf(bytes.slice(0, bytes.length - 4))).toBe('checksum-mismatch');
    expect(errorOf(new Uint8Array(0))).toBe('bad-input');
    expect(errorOf(new TextEncoder().encode('{"id":"x"}'.repeat(40)))).toBe('bad-input');
    const newer = bytes.slice();
    new Uint32Array(newer.buffer)[1] = LAYER_VERSION + 1;
    expect(errorOf(newer)).toBe('index-newer-than-code');
  });

  it('looks at checksums of all layers but those that came with the program', () => {
    const damaged = bytes.slice();
    damaged[damaged.length - 9]! ^= 0x10;
    expect(openGazetteer([damaged], { packaged: 1 }).ok).toBe(true);
    expect(openGazetteer([bytes, damaged], { packaged: 1 })).toMatchObject({ ok: false, error: { code: 'checksum-mismatch' } });
    expect(openGazetteer([bytes.slice(0, 400)], { packaged: 1 }).ok).toBe(false);
  });

  it('refuses sections that promise more than there is', () => {
    const lying = bytes.slice();
    const words = new Uint32Array(lying.buffer);
    words[6] = 0x3fffffff;
    words[2] = layerChecksum(words);
    expect(errorOf(lying)).toBe('checksum-mismatch');
  });
});
