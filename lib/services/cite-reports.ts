import { citedArticle } from '../citations/cited-article.ts';
import { CITATION_FORMATS } from '../citations/formats.ts';
import { type CitedDate, type CitedReport, citedDate } from '../citations/source.ts';
import { ok, type Result } from '../core/result.ts';
import type { Pin } from '../core/user-data.ts';
import type { CitedReports, CiteRequest } from '../exports/cited-reports.ts';
import { type MethodNote, methodLines } from '../exports/method-note.ts';
import { withMethodNote } from '../exports/with-note.ts';
import type { Store } from '../store/store.ts';

/** What citing works with. `dayOf` gives the reader's own calendar day of a time, ISO 8601. */
export interface CiteDeps {
  store: Pick<Store, 'getArticles' | 'listOutlets' | 'listPins' | 'listSaves' | 'listSources' | 'listPacks' | 'status'>;
  nowMs: number;
  dayOf(ms: number): string;
  /** Sidelight's own. */
  version: string;
}

/** Cites reports of the index; a pin whose report is gone is cited from its own copy. */
export async function citeReports(request: CiteRequest, deps: CiteDeps): Promise<Result<CitedReports>> {
  const { format, subject } = request;
  const reports = await citedReports(request.articleIds, deps);
  const missing = request.articleIds.length - reports.length;
  const lines = methodLines(await methodNote({ subject, reports: reports.length, missing }, deps));
  const { write, rich, extension, mediaType } = CITATION_FORMATS[format];
  const text = write(reports, { accessed: null });
  const whole = withMethodNote(format, text, lines);
  const name = `sidelight-${deps.dayOf(deps.nowMs)}`;
  return ok({
    text,
    rich: rich?.(reports, { accessed: null }) ?? null,
    file: { name: `${name}.${extension}`, mediaType, text: whole ?? text },
    note: { name: `${name}-method.txt`, text: `${lines.join('\n')}\n`, isInFile: whole !== null },
    reports: reports.length,
    missing,
  });
}

async function citedReports(ids: readonly string[], { store, dayOf }: CiteDeps): Promise<CitedReport[]> {
  const [stored, outlets, pins, saves] = await Promise.all([
    store.getArticles([...ids], { text: false }),
    store.listOutlets(),
    store.listPins(),
    store.listSaves(),
  ]);
  const articles = new Map(stored.map(({ article }) => [article.id, article]));
  const names = new Map(outlets.map(({ id, name }) => [id, name]));
  const pinned = new Map(pins.map((pin) => [pin.id, pin]));
  const savedAt = new Map(saves.map(({ id, savedAtMs }) => [id, savedAtMs]));
  return ids.flatMap((id) => {
    const pin = pinned.get(id);
    const readAtMs = savedAt.get(id) ?? pin?.pinnedAtMs;
    const accessed = readAtMs === undefined ? null : citedDate(dayOf(readAtMs));
    const article = articles.get(id);
    return article !== undefined ? citedArticle(article, names, accessed) : pin !== undefined ? citedPin(pin, accessed) : [];
  });
}

function citedPin({ article }: Pin, accessed: CitedDate | null): CitedReport {
  const { outletName } = article;
  return citedArticle(
    { ...article, outletId: outletName, dateModified: null, section: null, keywords: [], description: null },
    new Map(outletName === null ? [] : [[outletName, outletName]]),
    accessed,
  );
}

async function methodNote(
  counted: Pick<MethodNote, 'subject' | 'reports' | 'missing'>,
  { store, nowMs, version }: CiteDeps,
): Promise<MethodNote> {
  const [status, sources, packs] = await Promise.all([store.status(), store.listSources(), store.listPacks()]);
  const iso = (ms: number | null | undefined): string | null => (ms == null ? null : new Date(ms).toISOString());
  return {
    ...counted,
    program: `Sidelight ${version}`,
    madeAt: new Date(nowMs).toISOString(),
    index: {
      reports: status.articles,
      reporters: status.reporters,
      outlets: status.outlets,
      updatedAt: iso(status.updatedAtMs),
    },
    sources: sources.map(({ source, state }) => ({
      title: source.title,
      url: source.url,
      fetchedAt: iso(state?.fetch.succeededAtMs),
      paused: source.paused,
    })),
    packs: packs.map(({ name, date, sha256, source }) => ({ name, date, sha256, source })),
  };
}
