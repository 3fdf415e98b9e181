import { shortHash } from '../core/hash.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { ownTopicId } from '../core/topic.ts';
import type { Correction } from '../core/user-data.ts';
import { type ProposalReport, type ProposedTopic, proposeTopics } from '../ranking/emergent.ts';
import type { Store } from '../store/store.ts';
import { fold } from '../text/fold.ts';

import type { Gazetteer } from '../topics/gazetteer.ts';
import { isUsableName } from '../topics/gazetteer-names.ts';
import { articleText } from './derive.ts';
import { topicsNamed } from './search-filters.ts';

/** Reports that proposals are made from: those that came last. */
const REPORTS = 2_000;
const PROPOSALS = 30;
const EXAMPLES = 3;
/** Characters of a lead: a text without paragraphs is no lead as a whole. */
const LEAD_CHARS = 600;

/** A proposed topic with some of its headlines. */
export interface Proposal extends Omit<ProposedTopic, 'reports' | 'score'> {
  reports: number;
  headlines: string[];
}

/** What the index suggests. */
export interface Proposals {
  proposals: Proposal[];
  /** Reports that were looked through. */
  reports: number;
}

/** Topics that recur in the reports that came last and that no list names yet. */
export async function topicProposals(store: Pick<Store, 'newestArticles' | 'listCorrections'>, gazetteer: Gazetteer): Promise<Proposals> {
  const [stored, corrections] = await Promise.all([store.newestArticles(REPORTS), store.listCorrections()]);
  const refused = new Set(corrections.flatMap((entry) => (entry.kind === 'no-topic' ? [fold(entry.name)] : [])));
  const reports = stored.map(({ article }): ProposalReport => {
    const { id, headline, description, keywords, section, language, outletId } = article;
    const lead = articleText(article).parts.find(({ zone }) => zone === 'lead')?.text ?? '';
    return { id, headline, lead: `${description ?? ''}\n${lead}`.trim().slice(0, LEAD_CHARS), keywords, section, language, outletId };
  });
  const headlines = new Map(reports.map(({ id, headline }) => [id, headline]));
  const isKnown = (name: string, language: string | null): boolean =>
    refused.has(fold(name)) || !isUsable(name, language) || topicsNamed(name, gazetteer).length > 0;
  const proposals = proposeTopics(reports, { isKnown, limit: PROPOSALS }).map(({ name, language, outlets, reports: ids }) => ({
    name,
    language,
    outlets,
    reports: ids.length,
    headlines: ids.slice(0, EXAMPLES).map((id) => headlines.get(id) ?? ''),
  }));
  return { proposals, reports: reports.length };
}

interface TopicDeps {
  store: Pick<Store, 'putCorrection'>;
  gazetteer: Gazetteer;
  nowMs: number;
}

/** Makes a name a topic of the user's own; refused where it is one already, or too short to be told from other words. */
export async function addOwnTopic(typed: string, language: string | null, deps: TopicDeps): Promise<Result<{ correctionId: string }>> {
  const name = tidy(typed);
  if (!isUsable(name, language)) return fail('bad-input', 'That is too short or too long for a name, or has no letters.');
  if (topicsNamed(name, deps.gazetteer).length > 0) return fail('bad-input', 'There is a topic of this name already.');
  const key = shortHash(fold(name));
  return write({ id: `own-topic:${key}`, kind: 'own-topic', topicId: ownTopicId(key), name, language, atMs: deps.nowMs }, deps);
}

/** Notes that a name is no topic: it is not proposed again. */
export function refuseTopic(typed: string, deps: Omit<TopicDeps, 'gazetteer'>): Promise<Result<{ correctionId: string }>> {
  const name = tidy(typed);
  return write({ id: `no-topic:${shortHash(fold(name))}`, kind: 'no-topic', name, atMs: deps.nowMs }, deps);
}

function tidy(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ');
}

function isUsable(name: string, language: string | null): boolean {
  return isUsableName({ id: ownTopicId('name'), kind: 'topic', names: { [language ?? 'und']: [name] } });
}

async function write(correction: Correction, { store }: Pick<TopicDeps, 'store'>): Promise<Result<{ correctionId: string }>> {
  const written = await store.putCorrection(correction);
  return written.ok ? ok({ correctionId: correction.id }) : written;
}
