import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { refusal, refusedEntries } from '../../../lib/topics/refused.ts';

const COUNTRIES = [
  { id: 'country:GE', kind: 'country' as const, names: { en: ['Georgia'] } },
  { id: 'country:JP', kind: 'country' as const, names: { en: ['Japan'] } },
];
const PLANT = { id: 'topic:plant', kind: 'organisation' as const, names: { en: ['Votkinsk Plant', 'Grey Works'] } };

function open(refusals: string[]) {
  const opened = openGazetteer([buildGazetteer([PLANT, ...COUNTRIES]), buildGazetteer(refusedEntries(refusals))]);
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe('phrases that are no topic', () => {
  it('come through a layer’s bytes, however many they are', () => {
    const refusals = Array.from({ length: 900 }, (_, n) => refusal(`topic:${n}`, `Phrase number ${n} \u2028 of many`));
    expect(refusedEntries(refusals).length).toBeGreaterThan(5);
    expect([...open(refusals).refused].sort()).toEqual([...refusals].sort());
    expect(open([]).refused.size).toBe(0);
  });

  it('are left out of a text, and the topic with its last one', () => {
    const text = { language: 'en', parts: [{ zone: 'title' as const, text: 'Votkinsk Plant and Grey Works' }] };
    const surfaces = (refusals: string[]) => {
      return detectTopics(text, open(refusals)).map(({ mentions }) => mentions.map(({ surface }) => surface));
    };
    expect(surfaces([])).toEqual([['Votkinsk Plant', 'Grey Works']]);
    expect(surfaces([refusal('topic:plant', 'votkinsk  plant')])).toEqual([['Grey Works']]);
    expect(surfaces([refusal('topic:plant', 'Votkinsk Plant'), refusal('topic:plant', 'GREY WORKS')])).toEqual([]);
    expect(surfaces([refusal('topic:other', 'Votkinsk Plant')])).toEqual([['Votkinsk Plant', 'Grey Works']]);
  });

  it('count for nothing: not for what a text is about, and not for pairs of countries', () => {
    const text = {
      language: 'en',
      parts: [
        { zone: 'title' as const, text: 'Grey Works and Georgia sign with Japan' },
        { zone: 'lead' as const, text: 'Georgia and Japan agreed on new roads. A shop called the Votkinsk Plant stood near.' },
      ],
    };
    const found = (refusals: string[]) => new Map(detectTopics(text, open(refusals)).map((topic) => [topic.id, topic]));
    const whole = found([]);
    expect([...whole.keys()].sort()).toEqual(['country:GE', 'country:JP', 'relation:GE-JP', 'topic:plant']);
    expect(whole.get('topic:plant')?.main).toBe(true);
    const rest = found([refusal('topic:plant', 'grey works'), refusal('country:GE', 'Georgia')]);
    expect([...rest.keys()].sort()).toEqual(['country:JP', 'topic:plant']);
    expect(rest.get('topic:plant')?.main).toBe(false);
    expect(rest.get('topic:plant')!.salience).toBeLessThan(whole.get('topic:plant')!.salience);
  });

  it('of a pair take the places where it is named so, and leave its two countries', () => {
    const text = { language: 'en', parts: [{ zone: 'title' as const, text: 'Georgia and Japan sign' }] };
    const pair = detectTopics(text, open([])).find(({ id }) => id === 'relation:GE-JP')!;
    const rest = detectTopics(text, open([refusal(pair.id, pair.mentions[0]!.surface)]));
    expect(rest.map(({ id }) => id).sort()).toEqual(['country:GE', 'country:JP']);
  });

  it('match nothing themselves', () => {
    const text = { language: 'en', parts: [{ zone: 'title' as const, text: 'refused:0 Nothing Here' }] };
    expect(detectTopics(text, open([refusal('topic:x', 'Nothing Here')]))).toEqual([]);
  });
});
