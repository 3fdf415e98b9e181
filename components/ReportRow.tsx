import type { ArticleRow, CopyRow, Reason } from '../lib/core/coverage.ts';
import type { EvidencePhrase } from '../lib/messaging/protocol.ts';
import { highlightRuns } from '../lib/text/format/highlight.ts';
import { useSurface } from './hooks/surface-context.ts';
import { useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';
import { PinButton } from './PinButton.tsx';
import { ReportCopies } from './ReportCopies.tsx';
import { ReportLink } from './ReportLink.tsx';
import { ReportMeta } from './ReportMeta.tsx';
import { ReportReason } from './ReportReason.tsx';

/** One report of a list. Without a reason it is a search result, without `onHide` it cannot be called unrelated. */
export interface ReportRowProps {
  article: ArticleRow;
  /** UTF-16 ranges of the headline to mark. */
  highlights?: [number, number][];
  snippet?: string;
  /** UTF-16 ranges of the snippet to mark. */
  snippetHighlights?: [number, number][];
  /** The snippet is of a note of the reader's. */
  inNote?: boolean | undefined;
  /** Where it stands in a list of which only a part is in the document; `of` is −1 where nobody knows. */
  place?: { at: number; of: number };
  reason?: Reason;
  score?: number;
  /** By topic id: where the page names it; for the details of the reason. */
  evidence?: Record<string, EvidencePhrase[]>;
  copies?: CopyRow[];
  /** For a report that is new: the name of whom or what the reader follows. */
  newFrom?: string | undefined;
  /** Language of the page or interface: only others are named. */
  homeLanguage: string | null;
  pinned: boolean;
  whyOpen?: boolean;
  onPin(article: ArticleRow): void;
  onHide?: (article: ArticleRow) => void;
  /** Says that a folded report is no copy of this one; goes with `copies`. */
  onNotCopy?: (copy: ArticleRow, of: ArticleRow) => void;
  onWhy?: (articleId: string) => void;
}

/** Headline, outlet, date, reporter and language, with the reason as a note in the margin. */
export function ReportRow(props: ReportRowProps) {
  const { article, pinned, reason, onHide } = props;
  const { platform } = useSurface();
  const { t } = useMessages();
  const headline = article.headline || article.url;
  return (
    <article class="report" data-report={article.id} aria-posinset={props.place?.at} aria-setsize={props.place?.of}>
      <div class="report-text">
        <h3 class="headline">
          <ReportLink article={article} highlights={props.highlights ?? []} />
        </h3>
        <ReportMeta article={article} homeLanguage={props.homeLanguage} />
        {props.newFrom !== undefined && (
          <p class="new-mark" dir="auto">
            {t('newFrom', props.newFrom)}
          </p>
        )}
        {props.snippet && (
          <p class="snippet" dir="auto">
            {props.inNote && <em>{t('searchInNote')} </em>}
            {highlightRuns(props.snippet, props.snippetHighlights ?? []).map((run, i) =>
              run.marked ? <mark key={i}>{run.text}</mark> : run.text,
            )}
          </p>
        )}
      </div>
      {reason && (
        <ReportReason
          reason={reason}
          score={props.score ?? 0}
          evidence={props.evidence ?? {}}
          headline={headline}
          open={props.whyOpen ?? false}
          onToggle={() => props.onWhy?.(article.id)}
        />
      )}
      {props.copies && props.copies.length > 0 && (
        <ReportCopies
          article={article}
          copies={props.copies}
          homeLanguage={props.homeLanguage}
          onNotCopy={(copy) => props.onNotCopy?.(copy, article)}
        />
      )}
      <div class="report-actions">
        <PinButton article={article} pinned={pinned} onPin={props.onPin} />
        {platform.surface === 'page' && (
          <a
            class="icon-button"
            href={`#story/${encodeURIComponent(article.id)}`}
            aria-label={t('storyLinkFor', headline)}
            title={t('storyLink')}
          >
            <Icon name="story" />
          </a>
        )}
        {onHide && (
          <button
            type="button"
            class="icon-button hide"
            aria-label={t('notRelatedFor', headline)}
            title={t('notRelated')}
            onClick={() => onHide(article)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
    </article>
  );
}
