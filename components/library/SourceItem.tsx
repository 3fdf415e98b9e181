import { useState } from 'preact/hooks';
import type { SourceRow } from '../../lib/messaging/protocol.ts';
import { formatList, readableHost } from '../../lib/text/format/names.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { healthOf } from './source-health.ts';

/** What can be done with a source. */
export interface SourceActions {
  refresh(row: SourceRow): void;
  allow(row: SourceRow): void;
  pause(row: SourceRow, paused: boolean): void;
  rename(row: SourceRow, title: string): Promise<boolean>;
  /** Takes the address that is offered, or keeps the source's own. */
  move(row: SourceRow, url: string | null): void;
  remove(row: SourceRow, keepReports: boolean): Promise<void>;
}

type Open = 'rename' | 'remove' | null;

/** One source: what it is, how it is, what can be done. */
export function SourceItem({ row, actions }: { row: SourceRow; actions: SourceActions }) {
  const { platform } = useSurface();
  const messages = useMessages();
  const { t, n, locale } = messages;
  const [open, setOpen] = useState<Open>(null);
  const health = healthOf(row, platform.now(), messages);
  const moved = !row.busy && row.granted && !row.paused && row.health.code === 'moved' ? row.health.url : null;
  const facts = [
    row.format === null ? '' : t(`sourceFormat_${row.format.replace(/-/g, '_')}` as 'sourceFormat_rss'),
    n('sourceReports', row.reports),
    row.folders.length === 0 ? '' : row.folders.join(' › '),
  ].filter((fact) => fact !== '');
  return (
    <li class="source">
      <div class="source-text">
        <h3>
          <bdi>{row.title}</bdi>
        </h3>
        <p class="meta">
          <bdi>{readableHost(new URL(row.siteUrl ?? row.url).hostname)}</bdi>
          {facts.map((fact) => (
            <span key={fact}>
              {' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
        <p class={`health health-${health.tone}`}>{health.text}</p>
      </div>
      <div class="buttons">
        {moved !== null && (
          <>
            <button type="button" class="button" onClick={() => actions.move(row, moved)}>
              {t('sourceUseNew')}
            </button>
            <button type="button" class="text-button" onClick={() => actions.move(row, null)}>
              {t('sourceKeepOld')}
            </button>
          </>
        )}
        {!row.granted && (
          <button type="button" class="button" aria-label={t('sourceAllowFor', row.title)} onClick={() => actions.allow(row)}>
            {t('sourceAllow')}
          </button>
        )}
        {row.granted && (
          <button
            type="button"
            class="text-button"
            disabled={row.busy}
            aria-label={t('sourceRefreshFor', row.title)}
            onClick={() => actions.refresh(row)}
          >
            {t('sourceRefresh')}
          </button>
        )}
        <button
          type="button"
          class="text-button"
          aria-label={t(row.paused ? 'sourceResumeFor' : 'sourcePauseFor', row.title)}
          onClick={() => actions.pause(row, !row.paused)}
        >
          {t(row.paused ? 'sourceResume' : 'sourcePause')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-expanded={open === 'rename'}
          aria-label={t('sourceRenameFor', row.title)}
          onClick={() => setOpen(open === 'rename' ? null : 'rename')}
        >
          {t('sourceRename')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-expanded={open === 'remove'}
          aria-label={t('sourceRemoveFor', row.title)}
          onClick={() => setOpen(open === 'remove' ? null : 'remove')}
        >
          {t('sourceRemove')}
        </button>
      </div>
      {open === 'rename' && (
        <RenameForm
          title={row.title}
          onDone={async (title) => {
            if (title === null || (await actions.rename(row, title))) setOpen(null);
          }}
        />
      )}
      {open === 'remove' && (
        <div class="preview source-form">
          <p>{t('sourceRemoveAsk', formatList([row.title], locale))}</p>
          <p class="buttons">
            <button type="button" class="button" onClick={() => void actions.remove(row, false)}>
              {n('sourceRemoveAll', row.reports)}
            </button>
            <button type="button" class="button" onClick={() => void actions.remove(row, true)}>
              {t('sourceRemoveOnly')}
            </button>
            <button type="button" class="text-button" onClick={() => setOpen(null)}>
              {t('cancel')}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}

function RenameForm({ title, onDone }: { title: string; onDone(title: string | null): void }) {
  const { t } = useMessages();
  const [value, setValue] = useState(title);
  return (
    <form
      class="source-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') onDone(value);
      }}
    >
      <label>
        {t('sourceName')}{' '}
        <input type="text" dir="auto" maxLength={200} value={value} onInput={(event) => setValue(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button">
        {t('sourceRename')}
      </button>
      <button type="button" class="text-button" onClick={() => onDone(null)}>
        {t('cancel')}
      </button>
    </form>
  );
}
