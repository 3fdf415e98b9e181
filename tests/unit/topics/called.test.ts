import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { topicsCalled } from '../../../lib/topics/called.ts';
import { detectTopics } from '../../../lib/topics/detect.ts';
import { buildGazetteer, openGazetteer, topicId } from '../../../lib/topics/gazetteer.ts';
import { PROJECT_ROOT } from '../../support/source-files.ts';

function opened(bytes: Uint8Array) {
  const gazetteer = openGazetteer([bytes]);
  if (!gazetteer.ok) throw new Error(gazetteer.error.message);
  return gazetteer.value;
}

const builtin = opened(readFileSync(join(PROJECT_ROOT, 'public', 'data', 'builtin.gaz')));

/** Names too long to be looked for, or cut into words in another way where they stand alone. */
const NOT_LOOKED_FOR = new Set([
  'country:VI hi',
  'country:CI hy',
  'country:LC sv',
  'country:KN sv',
  'country:VC sv',
  'country:HK th',
  'country:MO th',
]);

describe('topicsCalled', () => {
  it('means by the name a topic is shown with that topic alone, in each language', () => {
    const wrong: string[] = [];
    const [layer] = builtin.layers;
    for (let topic = 0; topic < layer!.topicHash.length; topic++) {
      const id = topicId(layer!, topic);
      for (const language of layer!.languages) {
        const label = builtin.label(id, language);
        if (label === null || NOT_LOOKED_FOR.has(`${id} ${language}`)) continue;
        const found = topicsCalled(label, builtin);
        if (found.length !== 1 || found[0] !== id) wrong.push(`${id} ${language} ${label}: ${found.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['kyiv', ['topic:kyiv']],
    ['putin', ['topic:vladimir-putin']],
    ['Gaza', ['topic:gaza']],
    ['орешник', ['topic:oreshnik']],
    ['tomahawk', ['topic:tomahawk']],
    ['Kremlin', ['country:RU']],
    ['nato', ['country:NATO']],
    ['Russian', ['country:RU']],
    ['nobody of this name', []],
  ])('finds %s standing alone', (name, ids) => {
    expect(topicsCalled(name, builtin)).toEqual(ids);
  });

  it('means what pages and reports in English are found to name', () => {
    const missed: string[] = [];
    const [layer] = builtin.layers;
    for (let topic = 0; topic < layer!.topicHash.length; topic++) {
      const id = topicId(layer!, topic);
      const label = builtin.label(id, 'en');
      if (label === null || builtin.kind(id) !== 'person') continue;
      const text = `Reports say ${label} was there.`;
      const found = detectTopics({ language: 'en', parts: [{ zone: 'title', text }] }, builtin);
      if (!found.some((one) => one.id === id)) missed.push(id);
    }
    expect(missed).toEqual([]);
  });

  it('keeps all topics of a name that none of them is shown with', () => {
    const two = opened(
      buildGazetteer([
        { id: 'topic:a', kind: 'organisation', names: { en: ['Harbour Trust of Grey', 'Grey Trust'] } },
        { id: 'topic:b', kind: 'organisation', names: { en: ['Trust of the Grey Hills', 'Grey Trust'] } },
      ]),
    );
    expect(topicsCalled('Grey Trust', two).sort()).toEqual(['topic:a', 'topic:b']);
  });
});
