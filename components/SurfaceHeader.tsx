import { useEffect, useRef } from 'preact/hooks';
import type { IndexStatus } from '../lib/core/coverage.ts';
import { readableHost } from '../lib/text/format/names.ts';
import { useSurface } from './hooks/surface-context.ts';
import { type Messages, useMessages } from './hooks/use-messages.ts';
import type { FollowedPage } from './hooks/use-page-state.ts';
import type { PinActions } from './hooks/use-report-actions.ts';
import type { Search } from './hooks/use-search.ts';
import type { SettingsControl } from './hooks/use-settings.ts';
import { Icon } from './icons/Icon.tsx';
import { Mark } from './icons/Mark.tsx';
import { SearchField } from './SearchField.tsx';
import { SiteMenu } from './SiteMenu.tsx';

type Open = 'menu' | 'search' | 'keys' | null;

/** Props of {@link SurfaceHeader}. `rows` counts the related reports shown. */
export interface SurfaceHeaderProps {
  page: FollowedPage;
  rows: number;
  index: IndexStatus | null;
  control: SettingsControl;
  pins: PinActions;
  open: Open;
  search: Search;
  /** Opens a part; the one that is open, or null, closes it. */
  onOpen(part: Open): void;
}

/** The fixed head: what was found and from how much, or the search box in the same height. */
export function SurfaceHeader({ page, rows, index, control, pins, open, search, onOpen }: SurfaceHeaderProps) {
  const { platform, feedback } = useSurface();
  const messages = useMessages();
  const { t } = messages;
  const bar = useRef<HTMLElement>(null);
  const close = useRef(onOpen);
  close.current = onOpen;

  useEffect(() => {
    if (open !== 'menu') return;
    function onPointerDown(event: Event): void {
      if (event.target instanceof Node && !bar.current?.contains(event.target)) close.current(null);
    }
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  const { title, detail, spoken = title } = describe(page, rows, index, messages);
  useEffect(() => {
    if (spoken !== '') feedback.announce(spoken);
  }, [spoken, feedback]);
  return (
    <header class="head" ref={bar}>
      {open === 'search' && <SearchField query={search.query} onQuery={search.setQuery} onClose={() => onOpen(null)} />}
      <div class="head-title" hidden={open === 'search'}>
        <Mark />
        <h1>
          <bdi>{title}</bdi>
          <small>{detail || ' '}</small>
        </h1>
        <button
          type="button"
          class="icon-button"
          data-opens="search"
          aria-label={t('search')}
          aria-keyshortcuts="/"
          title={t('searchKey')}
          onClick={() => onOpen('search')}
        >
          <Icon name="search" />
        </button>
        {platform.canOpenPanel && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('openPanel')}
            title={t('openPanel')}
            onClick={async () => {
              if (!(await platform.openPanel(page.tabId))) feedback.tell(t('panelFailed'));
            }}
          >
            <Icon name="panel" />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          data-opens="menu"
          aria-label={t('menu')}
          aria-expanded={open === 'menu'}
          aria-haspopup="dialog"
          title={t('menu')}
          onClick={() => onOpen('menu')}
        >
          <Icon name="menu" />
        </button>
      </div>
      {open === 'menu' && (
        <SiteMenu
          host={hostOf(page)}
          tabId={page.tabId}
          state={page.state}
          control={control}
          pins={pins}
          onChanged={page.refresh}
          onClose={() => onOpen(null)}
        />
      )}
    </header>
  );
}

function hostOf(page: FollowedPage): string | null {
  const { state } = page;
  if (state === null || state.kind === 'unsupported' || state.kind === 'error') return null;
  return state.kind === 'ready' ? state.page.host : state.host;
}

interface Described {
  title: string;
  detail: string;
  /** What is read out when it comes to be so, where that is not the title. */
  spoken?: string;
}

function describe(page: FollowedPage, rows: number, index: IndexStatus | null, { t, n }: Messages): Described {
  const { state } = page;
  const detail = index === null ? '' : n('ofIndex', index.articles);
  if (state === null) return { title: t('looking'), detail: t('lookingDetail') };
  switch (state.kind) {
    case 'ready':
      return { title: rows === 0 ? t('relatedNone') : n('relatedCount', rows), detail };
    case 'needs-click':
      return {
        title: t(state.passedOver ? 'titleNotArticle' : 'titleIdle'),
        detail: state.host === null ? detail : readableHost(state.host),
      };
    case 'site-off':
      return { title: t('titleSiteOff'), detail: readableHost(state.host) };
    case 'not-an-article':
      return { title: t('titleNotArticle'), detail: readableHost(state.host) };
    case 'unsupported':
      return { title: t('extName'), detail, spoken: t('titleUnsupported') };
    case 'error':
      // An alert of its own, but for a refusal.
      return { title: t('extName'), detail, spoken: state.error.code === 'no-permission' ? t('deniedTitle') : '' };
  }
}
