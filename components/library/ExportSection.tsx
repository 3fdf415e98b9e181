import { useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import type { LibraryWords } from '../../lib/exports/library-html.ts';
import { formatDay } from '../../lib/text/format/dates.ts';
import { formatBytes } from '../../lib/text/format/numbers.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, type Messages, useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { LibraryData } from '../library-data.ts';

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
  const { feedback, platform } = useSurface();
  const messages = useMessages();
  const { t, locale } = messages;
  const [busy, setBusy] = useState<'ndjson' | 'html' | null>(null);

  async function save(kind: 'ndjson' | 'html', make: () => Promise<Result<Blob>>): Promise<void> {
    setBusy(kind);
    const answer = await make();
    setBusy(null);
    if (!answer.ok) return feedback.tell(answer.error.message);
    const name = `sidelight-${new Date(platform.now()).toISOString().slice(0, 10)}.${kind}`;
    if (await platform.saveFile(name, answer.value)) feedback.tell(t('exported', name, formatBytes(answer.value.size, locale)));
    else feedback.tell(t('actionFailed'));
  }

  return (
    <section>
      <h2>{t('dataExport')}</h2>
      <p>{t('dataExportText')}</p>
      <p class="buttons">
        <button
          type="button"
          class="button button-main"
          aria-busy={busy === 'ndjson'}
          disabled={busy !== null}
          onClick={() => void save('ndjson', data.exportBackup)}
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
      <p class="meta">{t('exportHtmlText')}</p>
    </section>
  );
}

function wordsOf({ t, locale }: Messages, nowMs: number): LibraryWords {
  const day = (ms: number): string => formatDay(ms, locale) ?? '';
  return {
    title: `${t('extName')} ${t('libraryTitle')}`,
    intro: t('exportHtmlIntro', day(nowMs)),
    heading: (table) => (Object.hasOwn(HEADINGS, table) ? t(HEADINGS[table] as MessageName) : table),
    state: (state) => t(`state_${state}`),
    pinned: (ms) => t('exportHtmlPinned', day(ms)),
    saved: (ms) => t('savedOn', day(ms)),
    noDate: t('exportHtmlNoDate'),
  };
}
