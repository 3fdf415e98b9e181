import { useRef, useState } from 'preact/hooks';
import { ok, type Result } from '../../lib/core/result.ts';
import type { LibraryWords } from '../../lib/exports/library-html.ts';
import { formatOwnDay } from '../../lib/text/format/dates.ts';
import { formatList } from '../../lib/text/format/names.ts';
import { formatBytes } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, type Messages, useMessages } from '../hooks/use-messages.ts';
import { useSafekeeping } from '../hooks/use-safekeeping.ts';
import { Icon } from '../icons/Icon.tsx';
import type { ExportedBackup, LibraryData } from '../library-data.ts';
import { OutsideFacts } from './OutsideFacts.tsx';
import { WeeklyFile } from './WeeklyFile.tsx';

/** Headings of a library's tables; one without stands under its name in the backup. */
const HEADINGS: Record<string, MessageName> = {
  reporters: 'tableReporters',
  outlets: 'tableOutlets',
  topics: 'navTopics',
  pins: 'navPins',
  notes: 'tableNotes',
  collections: 'tableCollections',
  collectionItems: 'tableCollectionItems',
  trash: 'tableTrash',
  fieldEdits: 'tableFieldEdits',
  corrections: 'navCorrections',
  followed: 'navFollowed',
  activity: 'navActivity',
  saves: 'navSaved',
  versions: 'tableVersions',
  sources: 'navSources',
  packs: 'packs',
  articles: 'tableArticles',
};

/** Takes everything out: as a file that Sidelight reads back, and as a page to be read anywhere. */
export function ExportSection({ data }: { data: LibraryData }) {
  const { client, feedback, platform } = useSurface();
  const messages = useMessages();
  const { t, locale } = messages;
  const [busy, setBusy] = useState<'ndjson' | 'html' | null>(null);
  const [lost, setLost] = useState<ExportedBackup['lost']>(null);
  /** A file that the browser was given to save: whether it did, only the reader can see. */
  const [offered, setOffered] = useState<{ name: string; changes: number } | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  const safekeeping = useSafekeeping();

  /** Answers with the file's name; null where nothing was made. */
  async function save(kind: 'ndjson' | 'html', make: () => Promise<Result<Blob>>): Promise<string | null> {
    setBusy(kind);
    const answer = await make().finally(() => setBusy(null));
    if (!answer.ok) {
      feedback.tell(answer.error.message);
      return null;
    }
    const name = `sidelight-${new Date(platform.now()).toISOString().slice(0, 10)}.${kind}`;
    const isSaved = await platform.saveFile(name, answer.value);
    feedback.tell(isSaved ? t('exported', name, formatBytes(answer.value.size, locale)) : t('actionFailed'));
    return isSaved ? name : null;
  }

  async function saveBackup(): Promise<void> {
    setLost(null);
    setOffered(null);
    let lacks: ExportedBackup['lost'] = null;
    let changes: number | null = null;
    const name = await save('ndjson', async () => {
      const made = await data.exportBackup();
      if (!made.ok) return made;
      lacks = made.value.lost;
      changes = made.value.changes;
      return ok(made.value.file);
    });
    if (name === null) return;
    setLost(lacks);
    if (changes !== null) setOffered({ name, changes });
  }

  async function note({ changes }: { changes: number }): Promise<void> {
    const noted = await client.noteCopyOutside({ changes });
    if (!noted.ok) return feedback.tell(t('actionFailed'));
    safekeeping.setState(noted.value);
    first.current?.focus();
    setOffered(null);
    feedback.tell(t('exportNoted'));
  }

  return (
    <section>
      <h2>{t('dataExport')}</h2>
      <p>{t('dataExportText')}</p>
      {safekeeping.state !== null && <OutsideFacts state={safekeeping.state} />}
      <p class="buttons">
        <button
          ref={first}
          type="button"
          class="button button-main"
          aria-busy={busy === 'ndjson'}
          disabled={busy !== null}
          onClick={() => void saveBackup()}
        >
          <Icon name="download" />
          {t(busy === 'ndjson' ? 'exporting' : 'exportButton')}
        </button>
        <button
          type="button"
          class="button"
          aria-busy={busy === 'html'}
          disabled={busy !== null}
          onClick={() => void save('html', () => data.exportHtml(wordsOf(messages, platform.now())))}
        >
          <Icon name="download" />
          {t(busy === 'html' ? 'exporting' : 'exportHtml')}
        </button>
      </p>
      <div aria-live="polite">
        {lost !== null && <LostFacts lost={lost} />}
        {offered !== null && (
          <div class="preview">
            <p>{t('exportIsThere', offered.name)}</p>
            <p class="buttons">
              <button type="button" class="button" onClick={() => void note(offered)}>
                {t('exportThere')}
              </button>
            </p>
          </div>
        )}
      </div>
      <p class="meta">{t('exportHtmlText')}</p>
      {safekeeping.state !== null && <WeeklyFile state={safekeeping.state} onState={safekeeping.setState} />}
    </section>
  );
}

/** What a file that could not hold everything lacks. */
function LostFacts({ lost: { lost, textsLost, trimmed } }: { lost: NonNullable<ExportedBackup['lost']> }) {
  const { t, n, count, locale } = useMessages();
  const name = (table: string): string => (Object.hasOwn(HEADINGS, table) ? t(HEADINGS[table] as MessageName) : table);
  const parts = lost.map(({ table, rows }) =>
    rows === null ? t('exportPartUnknown', name(table)) : t('exportPartRows', name(table), count(rows)),
  );
  if (textsLost > 0) parts.push(n('exportPartTexts', textsLost));
  return (
    <div class="failed">
      <p>{t('exportPart')}</p>
      {parts.length > 0 && <p>{t('exportPartUnread', formatList(parts, locale))}</p>}
      {trimmed > 0 && <p>{n('exportPartTrimmed', trimmed)}</p>}
    </div>
  );
}

function wordsOf({ t, locale }: Messages, nowMs: number): LibraryWords {
  const day = (ms: number): string => formatOwnDay(ms, locale) ?? '';
  return {
    title: `${t('extName')} ${t('libraryTitle')}`,
    intro: t('exportHtmlIntro', day(nowMs)),
    heading: (table) => (Object.hasOwn(HEADINGS, table) ? t(HEADINGS[table] as MessageName) : table),
    state: (state) => t(`state_${state}`),
    pinned: (ms) => t('exportHtmlPinned', day(ms)),
    saved: (ms) => t('savedOn', day(ms)),
    filledBy: (query) => t('collectionLiving', query),
    noDate: t('exportHtmlNoDate'),
  };
}
