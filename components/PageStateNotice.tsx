import type { PageState } from '../lib/messaging/protocol.ts';
import { readableHost } from '../lib/text/format/names.ts';
import { actionFailureText, failureText, isOfStore } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { type MessageName, useMessages } from './hooks/use-messages.ts';
import type { SettingsControl } from './hooks/use-settings.ts';
import { NeedsClickNotice } from './NeedsClickNotice.tsx';
import { PageNotice } from './PageNotice.tsx';

/** Props of {@link PageStateNotice}. */
export interface PageStateNoticeProps {
  state: Exclude<PageState, { kind: 'ready' }>;
  moved: boolean;
  tabId: number | null;
  control: SettingsControl;
  onAnalyse(): void;
  onRefresh(): void;
  onSearch(): void;
}

const REASONS = {
  'browser-page': 'unsupported_browser_page',
  pdf: 'unsupported_pdf',
  file: 'unsupported_file',
  'no-text': 'unsupported_no_text',
  'store-page': 'unsupported_store_page',
} as const satisfies Record<string, MessageName>;

/** Every state without reports, each with its reason and its way on. */
export function PageStateNotice(props: PageStateNoticeProps) {
  const { state, control, onRefresh } = props;
  const { platform } = useSurface();
  const { t, n } = useMessages();
  switch (state.kind) {
    case 'needs-click':
      return <NeedsClickNotice host={state.host} denied={false} passedOver={state.passedOver} {...props} />;
    case 'site-off':
      return (
        <PageNotice icon="off" title={t('offTitle', readableHost(state.host))} text={t('offText')}>
          <button
            type="button"
            class="button button-main"
            onClick={async () => {
              if (await control.switchOn(state.host)) onRefresh();
            }}
          >
            {t('offButton')}
          </button>
        </PageNotice>
      );
    case 'not-an-article':
      return (
        <PageNotice icon="page" title={t('notArticleTitle')} text={n('notArticleText', state.words)}>
          <LookAgainButton onAnalyse={props.onAnalyse} />
          <SearchButton onSearch={props.onSearch} />
        </PageNotice>
      );
    case 'unsupported':
      return (
        <PageNotice icon={state.reason === 'no-text' ? 'page' : 'lock'} title={t('titleUnsupported')} text={t(REASONS[state.reason])}>
          {/* The page may have been read before its own scripts had brought the text. */}
          {state.reason === 'no-text' && <LookAgainButton onAnalyse={props.onAnalyse} />}
          {state.reason === 'pdf' && props.tabId !== null && <SaveAddressButton tabId={props.tabId} />}
          <SearchButton onSearch={props.onSearch} />
        </PageNotice>
      );
    case 'error':
      if (state.error.code === 'no-permission') return <NeedsClickNotice host={null} denied {...props} />;
      return (
        <PageNotice icon="warning" urgent title={t('titleError')} text={t(failureText(state.error, 'error_generic'))}>
          {/* Asking again for what is known would give the same failure. */}
          <button type="button" class="button button-main" onClick={props.onAnalyse}>
            {t('tryAgain')}
          </button>
          {isOfStore(state.error) && (
            <button type="button" class="button" onClick={() => platform.openLibrary('data')}>
              {t(state.error.code === 'checksum-mismatch' ? 'rebuild' : 'exportData')}
            </button>
          )}
        </PageNotice>
      );
  }
}

/** Of a PDF only title and address can be kept, and the button says so. */
function SaveAddressButton({ tabId }: { tabId: number }) {
  const { client, feedback } = useSurface();
  const { t } = useMessages();
  return (
    <button
      type="button"
      class="button"
      onClick={async () => {
        const saved = await client.savePage({ tabId });
        if (!saved.ok) return feedback.tell(t(actionFailureText(saved.error, 'pageNotSaved')));
        const { articleId } = saved.value;
        feedback.tell(t('addressSaved'), async () => {
          const undone = await client.undoSave({ articleId });
          return undone.ok && undone.value.undone;
        });
      }}
    >
      {t('saveAddress')}
    </button>
  );
}

function LookAgainButton({ onAnalyse }: { onAnalyse(): void }) {
  const { t } = useMessages();
  return (
    <button type="button" class="button" onClick={onAnalyse}>
      {t('notArticleAnyway')}
    </button>
  );
}

function SearchButton({ onSearch }: { onSearch(): void }) {
  const { t } = useMessages();
  return (
    <button type="button" class="button" onClick={onSearch}>
      {t('search')}
    </button>
  );
}
