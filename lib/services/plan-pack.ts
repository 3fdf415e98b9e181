import type { Article, Provenance } from '../core/article.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { shortHash } from '../core/hash.ts';
import type { Outlet } from '../core/outlet.ts';
import type { Reporter } from '../core/reporter.ts';
import type { HeldRecords, InstalledPack } from '../core/source.ts';
import { biosOf, withBio } from '../core/stated-bio.ts';
import type { GazetteerEntry } from '../core/topic.ts';
import { packProvenance, toArticle, toOutlet, toReporter, toTopic } from '../packs/to-core.ts';
import { refusalOf, type UpdateRefusal } from '../packs/trust.ts';
import type { ArticleRecord, PackManifest, PackRecord } from '../packs/types.ts';
import type { PackSource } from '../store/pack-source.ts';
import type { Store } from '../store/store.ts';
import type { ScannedPack } from './scan-pack.ts';

/** What becomes of the records of one type. */
export interface PlanCounts {
  inFile: number;
  added: number;
  changed: number;
  /** Here in another version, of another source or of the reader: that one stays. */
  kept: number;
}

/** Records of a pack as the index keeps them. */
export interface PackContent {
  articles: Article[];
  reporters: Reporter[];
  outlets: Outlet[];
  topics: GazetteerEntry[];
}

/** What an import of a pack would do, worked out from what is here: all but its reports. */
export interface PackPlan {
  /** How the pack is noted once all of it is here. */
  pack: InstalledPack;
  /** The version that is here. */
  here: InstalledPack | null;
  refusal: UpdateRefusal | null;
  /** Records to write: new ones, and those that change. */
  write: Omit<PackContent, 'articles'>;
  /** What the pack holds of them from then on. */
  held: HeldRecords;
  counts: Record<'reporters' | 'outlets' | 'topics', PlanCounts>;
}

/** What becomes of some of a pack's reports. */
export interface ReportsPlan {
  write: Article[];
  /** Ids of the reports that the pack holds from then on. */
  held: string[];
  counts: PlanCounts;
}

/** What planning works with. */
export interface PlanDeps {
  store: Store & PackSource;
  nowMs: number;
  /** Topics that are known anyway, such as the built-in ones: they are not stored a second time. */
  knowsTopic?: ((id: string) => boolean) | undefined;
}

/** Records compared with those here, and written, together. A row of what a pack holds (`HELD_AT_ONCE`). */
const AT_ONCE = 200;

/** Id of the pack of a name, as `InstalledPack.id`. */
export function packId(name: string): string {
  return `pack:${shortHash(name)}`;
}

/**
 * Compares a checked pack with what is here. What another source or pack holds, or the reader saved, is never changed by a pack: it stays in the
 * version that is here. The pack holds it too, so that it outlives the other source, unless the reader saved it.
 */
export async function planPack(scanned: Pick<ScannedPack, 'manifest' | 'signature' | 'records'>, deps: PlanDeps): Promise<PackPlan> {
  const { manifest, signature } = scanned;
  const { store, nowMs } = deps;
  const id = packId(manifest.name);
  const given = contentOf(scanned.records, manifest, deps);
  const [storedOutlets, storedTopics] = await Promise.all([store.listOutlets(), store.listTopics()]);
  const whose = { store, id, name: manifest.name };
  const reporters = await compare(
    whose,
    'reporters',
    given.reporters,
    (some) => store.getReporters(some.map((one) => one.id)),
    (record, twin, fate) => joinBios(record, twin, fate, whose),
  );
  const outlets = await compare(whose, 'outlets', given.outlets, async () => storedOutlets);
  const topics = await compare(whose, 'topics', given.topics, async () => storedTopics);

  const here = (await store.listPacks()).find((pack) => pack.id === id) ?? null;
  const signer = signature.state === 'valid' ? signature.publicKey : null;
  const { name, licence, source, date, sha256 } = manifest;
  return {
    pack: {
      id,
      name,
      licence,
      source,
      date,
      sha256,
      publicKey: here?.publicKey ?? signer,
      importedAtMs: nowMs,
      ...(here?.url !== undefined && { url: here.url }),
    },
    here,
    refusal: here === null ? null : refusalOf(here, { signature, date }),
    write: { reporters: reporters.write, outlets: outlets.write, topics: topics.write },
    held: { articles: [], reporters: reporters.held, outlets: outlets.held, topics: topics.held },
    counts: { reporters: reporters.counts, outlets: outlets.counts, topics: topics.counts },
  };
}

/** The same of a pack's reports, some hundreds at a time: texts of both sides are in memory meanwhile. */
export async function* planReports(scanned: Pick<ScannedPack, 'manifest' | 'reports'>, deps: PlanDeps): AsyncGenerator<ReportsPlan, void> {
  for await (const articles of reportsOf(scanned, deps)) yield planSome(articles, scanned.manifest.name, deps.store);
}

/** A pack's reports as the index keeps them, some hundreds at a time. */
export async function* reportsOf(
  { manifest, reports }: Pick<ScannedPack, 'manifest' | 'reports'>,
  deps: PlanDeps,
): AsyncGenerator<Article[], void> {
  let some: ArticleRecord[] = [];
  for await (const record of reports()) {
    some.push(record);
    if (some.length < AT_ONCE) continue;
    yield contentOf(some, manifest, deps).articles;
    some = [];
  }
  if (some.length > 0) yield contentOf(some, manifest, deps).articles;
}

/** What becomes of some reports of the pack of a name. */
export async function planSome(articles: Article[], name: string, store: PackSource): Promise<ReportsPlan> {
  return compare(
    { store, id: packId(name), name },
    'articles',
    articles,
    (wanted) => store.articlesLike(wanted),
    (record, twin, fate) => (fate === 'changed' ? cameWith(record, twin) : null),
  );
}

/** A report in a later version: it came when the first one did. */
function cameWith(article: Article, { provenance }: Article): Article {
  return { ...article, provenance: { ...article.provenance, addedAtMs: provenance.addedAtMs } };
}

/** A pack's records as the index keeps them; topics that are known anyway are left out. */
export function contentOf(records: PackRecord[], manifest: PackManifest, { nowMs, knowsTopic }: Omit<PlanDeps, 'store'>): PackContent {
  const content: PackContent = { articles: [], reporters: [], outlets: [], topics: [] };
  for (const record of records) {
    const provenance = packProvenance(record, manifest, nowMs);
    if (record.type === 'article') content.articles.push(toArticle(record, provenance));
    else if (record.type === 'reporter') content.reporters.push(toReporter(record, provenance));
    else if (record.type === 'outlet') content.outlets.push(toOutlet(record, provenance));
    else if (!knowsTopic?.(record.id)) content.topics.push(toTopic(record));
  }
  return content;
}

/** A record of any type; topics do not say whose they are. */
interface Stated {
  id: string;
  url?: string | null;
  provenance?: Provenance;
}

interface Comparison<T> {
  write: T[];
  held: string[];
  counts: PlanCounts;
}

async function compare<T extends Stated>(
  { store, id, name }: { store: PackSource; id: string; name: string },
  kind: keyof PackContent,
  given: T[],
  load: (some: T[]) => Promise<T[]>,
  join: (given: T, here: T, fate: Fate) => T | null = (record, _here, fate) => (fate === 'changed' ? record : null),
): Promise<Comparison<T>> {
  const counts: PlanCounts = { inFile: given.length, added: 0, changed: 0, kept: 0 };
  const result: Comparison<T> = { write: [], held: [], counts };
  for (let from = 0; from < given.length; from += AT_ONCE) {
    const some = given.slice(from, from + AT_ONCE);
    const stored = await load(some);
    const byId = new Map(stored.map((record) => [record.id, record]));
    // A page that is here under another id is the same report, even where the pack's own lies beside it under another spelling of its address.
    const byUrl = new Map(kind === 'articles' ? stored.map((record) => [record.url, record]) : []);
    const pairs = some.map((record) => [record, byUrl.get(record.url) ?? byId.get(record.id)] as const);
    const ids = pairs.flatMap(([, twin]) => twin?.id ?? []);
    const elsewhere = new Set((await store.heldElsewhere(id, { ...NOTHING, [kind]: ids }))[kind]);
    for (const [record, twin] of pairs) {
      const fate = twin === undefined ? 'added' : fateOf(record, twin, name, elsewhere.has(twin.id));
      // What the reader saved is not the pack's to take away; of a person only goes what the pack said.
      if (fate !== 'readers' || kind === 'reporters')
        result.held.push(fate === 'added' || fate === 'changed' ? record.id : (twin?.id ?? record.id));
      const written = twin === undefined || fate === 'added' ? record : join(record, twin, fate);
      if (written !== null) result.write.push(written);
      if (fate === 'readers') counts.kept++;
      else if (fate !== 'same') counts[fate]++;
    }
  }
  return result;
}

const NOTHING: HeldRecords = { articles: [], reporters: [], outlets: [], topics: [] };

type Fate = 'same' | 'changed' | 'kept' | 'readers';

/** A reporter who is here keeps what others say of them; what the pack says of somebody whom others hold stands beside that. */
function joinBios(given: Reporter, here: Reporter, fate: Fate, { id, name }: { id: string; name: string }): Reporter | null {
  if (fate === 'same') return null;
  if (fate !== 'changed') {
    const { bio, bioSource, provenance } = given;
    return bio === null ? null : withBio(here, { text: bio, source: bioSource ?? name, atMs: provenance.addedAtMs, holder: id });
  }
  const others = biosOf(here).filter(({ text }) => text !== given.bio);
  return others.length === 0 ? given : { ...given, otherBios: others };
}

/** What becomes of a record that is here: `kept` for the others who hold it, or for its reader. */
function fateOf(given: Stated, here: Stated, name: string, isHeldElsewhere: boolean): Fate {
  const { provenance } = here;
  if (provenance?.kind === 'saved-page' && !isHeldElsewhere) return 'readers';
  const isOwn = provenance?.kind === 'pack' && provenance.source === name;
  const hasOtherLicence = isOwn && provenance.licence !== given.provenance?.licence;
  if (!hasOtherLicence && contentText(here) === contentText(given)) return 'same';
  return isOwn || !isHeldElsewhere ? 'changed' : 'kept';
}

/** What a record says, without whose statement it is. */
function contentText(record: Stated): string {
  return canonicalJson({ ...record, provenance: null, otherBios: null });
}
