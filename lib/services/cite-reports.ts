import { citedArticle } from '../citations/cited-article.ts';
import { CITATION_FORMATS } from '../citations/formats.ts';
import { type CitedDate, type CitedReport, citedDate } from '../citations/source.ts';
import type { ArticleRow } from '../core/coverage.ts';
import { isoMoment } from '../core/date.ts';
import { type FieldEdit, writtenAuthor } from '../core/field-edit.ts';
import { ok, type Result } from '../core/result.ts';
import type { CitedReports, CiteRequest } from '../exports/cited-reports.ts';
import { type MethodNote, methodLines } from '../exports/method-note.ts';
import { withMethodNote } from '../exports/with-note.ts';
import { isOrganisationName } from '../extract/organisation-name.ts';
import type { Store } from '../store/store.ts';
import type { UserRows } from '../store/user-rows.ts';
import { ownAuthors, type SameReporters, sameReporters } from './same-reporters.ts';

/** What citing works with. `dayOf` gives the reader's own calendar day of a time, ISO 8601. */
export interface CiteDeps {
  store: Pick<
    Store,
    'getArticles' | 'listOutlets' | 'listPins' | 'listSaves' | 'listSources' | 'listPacks' | 'listCorrections' | 'status'
  > &
    Pick<UserRows, 'listRows'>;
  nowMs: number;
  dayOf(ms: number): string;
  /** Sidelight's own. */
  version: string;
}

/** Cites reports of the index as the reader corrected them; one that is gone is cited from the copy that its pin or collection has. */
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
    // Without a mark spreadsheets take a file for the system's old encoding.
    file: { name: `${name}.${extension}`, mediaType, text: format === 'csv' ? `\ufeff${text}` : (whole ?? text) },
    note: { name: `${name}-method.txt`, text: `${lines.join('\n')}\n`, isInFile: whole !== null },
    reports: reports.length,
    missing,
  });
}

async function citedReports(ids: readonly string[], { store, dayOf }: CiteDeps): Promise<CitedReport[]> {
  const [stored, outlets, pins, saves, items, edits, corrections] = await Promise.all([
    store.getArticles([...ids], { text: false }),
    store.listOutlets(),
    store.listPins(),
    store.listSaves(),
    store.listRows('collectionItems'),
    store.listRows('fieldEdits'),
    store.listCorrections(),
  ]);
  const articles = new Map(stored.map(({ article }) => [article.id, article]));
  const names = new Map(outlets.map(({ id, name }) => [id, name]));
  const people = sameReporters(corrections);
  const called = namesGiven(edits, people);
  // Saved counts before pinned, and pinned before collected.
  const copies = new Map<string, { article: ArticleRow; keptAtMs: number }>([
    ...items.map(({ articleId, article, addedAtMs }) => [articleId, { article, keptAtMs: addedAtMs }] as const),
    ...pins.map(({ id, article, pinnedAtMs }) => [id, { article, keptAtMs: pinnedAtMs }] as const),
  ]);
  const savedAt = new Map(saves.map(({ id, savedAtMs }) => [id, savedAtMs]));
  return ids.flatMap((id) => {
    const copy = copies.get(id);
    const readAtMs = savedAt.get(id) ?? copy?.keptAtMs;
    const accessed = readAtMs === undefined ? null : citedDate(dayOf(readAtMs));
    const article = articles.get(id);
    const known = article ?? copy?.article;
    if (known === undefined) return [];
    const cited = article !== undefined ? citedArticle(article, names, accessed) : citedRow(known as ArticleRow, accessed);
    const now = ownAuthors(known, people).map(({ name, reporterId }) => called.get(reporterId ?? '') ?? name);
    return corrected(cited, now, edits);
  });
}

/** Names that the reader gave reporters, by the id each is read as. */
function namesGiven(edits: readonly FieldEdit[], people: SameReporters): Map<string, string> {
  const names = new Map<string, string>();
  for (const edit of edits) {
    if (edit.field !== 'name' || edit.value === null) continue;
    const own = people.of(edit.recordId);
    // Of those who are one, the name of the one they are read as counts.
    if (!names.has(own) || own === edit.recordId) names.set(own, edit.value);
  }
  return names;
}

/**
 * With the fields that the reader corrected. `called`: what its authors are called now. A name that the reader wrote is a person's, unless the report, braces
 * or the name itself say that it is an organisation's.
 */
function corrected(report: CitedReport, called: readonly string[], edits: readonly FieldEdit[]): CitedReport {
  const authors = report.authors.map((author, index) => ({ ...author, name: called[index] ?? author.name }));
  const changed = { ...report, authors };
  for (const edit of edits) {
    if (edit.of !== 'article' || edit.recordId !== report.id) continue;
    if (edit.field === 'headline') changed.title = edit.value ?? report.title;
    else if (edit.field === 'outlet') changed.outlet = edit.value;
    else if (edit.field === 'datePublished') changed.published = citedDate(edit.value);
    else if (edit.field === 'dateModified') changed.modified = citedDate(edit.value);
    else if (edit.field === 'authors')
      changed.authors = edit.value.map((written) => {
        const { name, inBraces } = writtenAuthor(written);
        const found = authors[report.authors.findIndex((author) => author.name === written)];
        return found ?? { name, isOrganisation: inBraces || isOrganisationName(name) };
      });
  }
  return changed;
}

function citedRow(article: ArticleRow, accessed: CitedDate | null): CitedReport {
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
  const [status, sources, packs, corrections, edits] = await Promise.all([
    store.status(),
    store.listSources(),
    store.listPacks(),
    store.listCorrections(),
    store.listRows('fieldEdits'),
  ]);
  const iso = (ms: number | null | undefined): string | null => (ms == null ? null : isoMoment(ms));
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
    corrections: corrections.length + edits.length,
  };
}
