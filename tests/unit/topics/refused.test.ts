import { describe, expect, it } from 'vitest';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer } from '../../../lib/topics/gazetteer.ts';
import { refusal, refusedEntries, withoutRefused } from '../../../lib/topics/refused.ts';

const PLANT = { id: 'topic:plant', kind: 'organisation' as const, names: { en: ['Votkinsk Plant', 'Grey Works'] } };

function open(refusals: string[]) {
  const opened = openGazetteer([buildGazetteer([PLANT]), buildGazetteer(refusedEntries(refusals))]);
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
      const gazetteer = open(refusals);
      return withoutRefused(detectTopics(text, gazetteer), gazetteer.refused).map(({ mentions }) => mentions.map(({ surface }) => surface));
    };
    expect(surfaces([])).toEqual([['Votkinsk Plant', 'Grey Works']]);
    expect(surfaces([refusal('topic:plant', 'votkinsk  plant')])).toEqual([['Grey Works']]);
    expect(surfaces([refusal('topic:plant', 'Votkinsk Plant'), refusal('topic:plant', 'GREY WORKS')])).toEqual([]);
    expect(surfaces([refusal('topic:other', 'Votkinsk Plant')])).toEqual([['Votkinsk Plant', 'Grey Works']]);
  });

  it('match nothing themselves', () => {
    const text = { language: 'en', parts: [{ zone: 'title' as const, text: 'refused:0 Nothing Here' }] };
    expect(detectTopics(text, open([refusal('topic:x', 'Nothing Here')]))).toEqual([]);
  });
});
