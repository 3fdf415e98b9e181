import type { FoundFeed, SourceRow } from '../../lib/messaging/protocol.ts';
import { type Catalogue, CataloguePicker } from '../CataloguePicker.tsx';
import { FetchProgress, unfetched } from '../FetchProgress.tsx';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useAddSources } from '../hooks/use-add-sources.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { useSources } from '../hooks/use-sources.ts';
import type { LibraryData } from '../library-data.ts';
import { ReportSkeleton } from '../ReportSkeleton.tsx';
import { StoreFailure } from '../StoreFailure.tsx';
import { AddSource } from './AddSource.tsx';
import { giveBack } from './give-back.ts';
import { OpmlTools } from './OpmlTools.tsx';
import { type SourceActions, SourceItem } from './SourceItem.tsx';

/** What fills the index by itself: every source with its health, and the ways to add more. */
export function SourcesSection({ data, catalogue }: { data: LibraryData; catalogue: Catalogue }) {
  const { client, feedback, platform } = useSurface();
  const { t, n } = useMessages();
  const { answer, reload } = useSources();
  const { addFeeds } = useAddSources();

  const add = async (feeds: FoundFeed[]): Promise<boolean> => {
    const added = await addFeeds(feeds);
    await reload();
    return added !== null;
  };

  const settled = async (asked: Promise<{ ok: boolean }>, failed: MessageName = 'actionFailed'): Promise<boolean> => {
    const { ok } = await asked;
    if (!ok) feedback.tell(t(failed));
    await reload();
    return ok;
  };
  const allow = async (rows: SourceRow[]): Promise<void> => {
    const hosts = [...new Set(rows.map(({ url }) => new URL(url).host))];
    if (await platform.requestHosts({ kind: 'hosts', hosts })) await settled(client.refreshSources({ ids: rows.map(({ id }) => id) }));
    else feedback.tell(t('sourceNotAllowed'));
  };

  const rows = answer?.ok ? answer.value : [];
  const actions: SourceActions = {
    refresh: (row) => void settled(client.refreshSources({ ids: [row.id] })),
    allow: (row) => void allow([row]),
    pause: (row, paused) => void settled(client.changeSource({ id: row.id, paused })),
    rename: (row, title) => settled(client.changeSource({ id: row.id, title })),
    move(row, url) {
      if (url === null) {
        void settled(client.keepSourceAddress({ id: row.id }));
        return;
      }
      void platform.requestHosts({ kind: 'hosts', hosts: [new URL(url).host] }).then(async (granted) => {
        if (!granted) return feedback.tell(t('sourceNotAllowed'));
        const isMoved = await settled(client.changeSource({ id: row.id, url }), 'sourceNotMoved');
        await giveBack(new URL(isMoved ? row.url : url).host, { client, platform, data });
      });
    },
    async remove(row, keepReports) {
      const removed = await data.removeSource(row.id, keepReports);
      await reload();
      if (!removed.ok) return feedback.tell(t(actionFailureText(removed.error, 'actionFailed')));
      const { reports, undo } = removed.value;
      const host = new URL(row.url).host;
      await giveBack(host, { client, platform, data });
      feedback.tell(reports === 0 ? t('sourceRemoved', row.title) : n('sourceRemovedWith', reports, row.title), async () => {
        // In the click itself: the browser asks for nothing later.
        const granted = platform.requestHosts({ kind: 'hosts', hosts: [host] });
        const undone = await undo();
        await granted;
        await reload();
        return undone;
      });
    },
  };

  if (answer === null) return <ReportSkeleton rows={4} />;
  if (!answer.ok) return <StoreFailure error={answer.error} />;
  const { busy } = unfetched(rows);
  const refused = rows.filter((row) => !row.granted);
  return (
    <>
      <p class="intro">{t('sourcesIntro')}</p>
      <AddSource onAdd={add} />
      <details class="catalogue-box" open={rows.length === 0}>
        <summary>{t('catalogue')}</summary>
        <CataloguePicker catalogue={catalogue} most={40} onAdded={() => void reload()} />
      </details>
      <h2 class="topics-proposed">{t('sourcesYours')}</h2>
      {rows.length > 0 && (
        <div class="tools">
          <p>{t('sourcesCount', n('sourcesHere', rows.length), n('sourceReports', sum(rows)))}</p>
          <FetchProgress rows={rows} onStopped={() => void reload()} />
          {busy === 0 && (
            <button type="button" class="button" onClick={() => void settled(client.refreshSources({ ids: null }))}>
              {t('sourcesRefreshAll')}
            </button>
          )}
          {refused.length > 1 && (
            <button type="button" class="button" onClick={() => void allow(refused)}>
              {n('sourcesAllowAll', refused.length)}
            </button>
          )}
        </div>
      )}
      {rows.length === 0 ? (
        <p class="none">{t('sourcesNone')}</p>
      ) : (
        <ul class="pins sources">
          {rows.map((row) => (
            <SourceItem key={row.id} row={row} actions={actions} />
          ))}
        </ul>
      )}
      <div class="parts">
        <OpmlTools onAdd={add} sources={rows.length} />
      </div>
    </>
  );
}

function sum(rows: SourceRow[]): number {
  return rows.reduce((total, { reports }) => total + reports, 0);
}
