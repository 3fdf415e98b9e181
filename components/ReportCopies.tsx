import { useId, useState } from 'preact/hooks';
import { parseWebUrl } from '../lib/core/canonical-url.ts';
import type { ArticleRow, CopyEvidence, CopyRow } from '../lib/core/coverage.ts';
import { bareHost } from '../lib/core/report-key.ts';
import { type MessageName, useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';
import { ReportLink } from './ReportLink.tsx';
import { ReportMeta } from './ReportMeta.tsx';

const EVIDENCE: Record<CopyEvidence, MessageName> = { address: 'copyAddress', text: 'copyText', headline: 'copyHeadline' };

/** Props of {@link ReportCopies}. */
export interface ReportCopiesProps {
  /** The report they are folded under. */
  article: ArticleRow;
  copies: CopyRow[];
  homeLanguage: string | null;
  onNotCopy(copy: ArticleRow): void;
}

/** The same text in other outlets, or at other addresses of its own, folded under the first, each with what shows that it is the same. */
export function ReportCopies({ article, copies, homeLanguage, onNotCopy }: ReportCopiesProps) {
  const { n } = useMessages();
  const [open, setOpen] = useState(false);
  const listId = useId();
  const others = new Set(copies.map((copy) => outletOf(copy.article)));
  others.delete(outletOf(article));
  return (
    <div class="copies">
      <button type="button" class="quiet-button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        {others.size > 0 ? n('copies', others.size) : n('copiesOwn', copies.length)}
      </button>
      <ul id={listId} hidden={!open}>
        {open &&
          copies.map((copy) => (
            <li key={copy.article.id}>
              <ReportLink article={copy.article} />
              <ReportMeta article={copy.article} homeLanguage={homeLanguage} />
              <CopyReason copy={copy} onNotCopy={onNotCopy} />
            </li>
          ))}
      </ul>
    </div>
  );
}

/** What tells outlets apart: an AMP or mobile page is its own outlet's. */
function outletOf({ outletName, url }: ArticleRow): string {
  return outletName ?? bareHost(parseWebUrl(url)?.host ?? url);
}

function CopyReason({ copy: { article, why, agency }, onNotCopy }: { copy: CopyRow; onNotCopy(copy: ArticleRow): void }) {
  const { t } = useMessages();
  return (
    <p class="copy-reason">
      {agency === null ? t(EVIDENCE[why]) : t('copyCredited', t(EVIDENCE[why]), agency)}{' '}
      <button
        type="button"
        class="text-button"
        aria-label={t('notCopyFor', article.headline || article.url)}
        onClick={() => onNotCopy(article)}
      >
        {t('notCopy')}
      </button>
    </p>
  );
}
