import { planMerge } from '../../index/merge-plan.ts';
import { noTombstones, type Tombstones, tombstonesWithin } from '../../index/tombstones.ts';
import type { UpkeepStep } from '../store.ts';
import { deriveSpan, giveUpAbandoned } from './bulk.ts';
import { read, type StoreContext } from './context.ts';
import { beginMerge, DamagedSegment, mergePostings, postingsMerged } from './merging.ts';
import { switchMerge } from './merging-switch.ts';
import { mergeVocabulary } from './merging-words.ts';
import { rebuildSome, resetDerived } from './rebuilding.ts';
import { META } from './schema.ts';
import { LARGE_FROM, SEAL_AT, SEGMENT_MAX, seal } from './sealing.ts';
import { readState, type StoreState } from './state.ts';
import { sweep, sweepTexts } from './sweeping.ts';

// A step may take 50 ms; another one is begun only while this much is spent.
const GO_ON_MS = 15;
const DERIVE_MS = 25;
const STEPS_MAX = 16;

/** See `Store.upkeep`. Every step is one or two transactions that leave the store whole, so that a kill at any point loses nothing but time. */
export function upkeep(context: StoreContext): Promise<UpkeepStep> {
  return context.exclusively(async () => {
    const startMs = context.nowMs();
    await giveUpAbandoned(context);
    let did: UpkeepStep['did'] = 'nothing';
    for (let steps = 0; steps < STEPS_MAX; steps++) {
      const next = await nextStep(context);
      if (next === null) return { did, done: true };
      if (did !== 'nothing' && next.name !== did) return { did, done: false };
      did = next.name;
      try {
        await next.run();
      } catch (error) {
        if (!(error instanceof DamagedSegment)) throw error;
        await resetDerived(context);
        return { did: 'rebuild', done: false };
      }
      if (context.nowMs() - startMs >= GO_ON_MS) break;
    }
    return { did, done: (await nextStep(context)) === null };
  });
}

interface NamedStep {
  name: UpkeepStep['did'];
  run: () => Promise<void>;
}

async function nextStep(context: StoreContext): Promise<NamedStep | null> {
  const transaction = read(context, ['meta']);
  const state = await readState(transaction);
  if (state === null) return { name: 'rebuild', run: () => resetDerived(context) };
  if (state.deltaCount >= SEAL_AT) return { name: 'seal', run: () => seal(context) };
  const { merge } = state;
  if (merge !== null) {
    if (!postingsMerged(merge)) return { name: 'merge', run: () => mergePostings(context) };
    return { name: 'merge', run: () => (merge.block === null ? switchMerge(context) : mergeVocabulary(context)) };
  }
  const dead = await transaction.objectStore('meta').get(META.tombstones);
  const plan = planMerge(
    sizes(state, dead instanceof Uint32Array ? (dead as Tombstones) : noTombstones()),
    LARGE_FROM,
    SEGMENT_MAX,
    context.mergeAlikeFrom,
  );
  if (plan !== null) return { name: 'merge', run: () => beginMerge(context, plan.sources, plan.kind) };
  if (state.rebuild === null && state.underived.length > 0) return { name: 'rebuild', run: () => deriveSpan(context) };
  if (state.rebuild !== null) return { name: 'rebuild', run: () => rebuildSome(context, DERIVE_MS) };
  if (state.sweepFrom !== null) return { name: 'sweep', run: () => sweep(context) };
  if (state.hasDeadTexts) return { name: 'sweep', run: () => sweepTexts(context) };
  return null;
}

function sizes(state: StoreState, dead: Tombstones) {
  return state.segments.map(({ id, kind, articles, first, last, foreignDead }) => ({
    id,
    kind,
    articles,
    dead: Math.max(0, Math.min(articles, tombstonesWithin(dead, first, last) - (foreignDead ?? 0))),
  }));
}
