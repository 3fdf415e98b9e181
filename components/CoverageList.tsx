import { useId } from 'preact/hooks';
import type { CoverageGroup, CoverageRow } from '../lib/core/coverage.ts';
import type { EvidencePhrase } from '../lib/messaging/protocol.ts';
import { useSurface } from './hooks/surface-context.ts';
import { type MessageName, useMessages } from './hooks/use-messages.ts';
import type { Corrections, PinActions } from './hooks/use-report-actions.ts';
import { ReportRow } from './ReportRow.tsx';

const GROUPS: [CoverageGroup, MessageName][] = [
  ['same-event', 'group_sameEvent'],
  ['background', 'group_background'],
  ['other-language', 'group_otherLanguage'],
];

/** Props of {@link CoverageList}. */
export interface CoverageListProps {
  rows: CoverageRow[];
  pageLanguage: string | null;
  /** By topic id: where the page names it. */
  evidence: Record<string, EvidencePhrase[]>;
  pins: PinActions;
  corrections: Corrections;
  openWhy: ReadonlySet<string>;
  onWhy(articleId: string): void;
}

/** Related reports under their headings, in the order given. */
export function CoverageList({ rows, ...rest }: CoverageListProps) {
  return (
    <>
      {GROUPS.map(([group, name]) => {
        const members = rows.filter((row) => row.group === group);
        return members.length > 0 && <Group key={group} name={name} rows={members} {...rest} />;
      })}
    </>
  );
}

function Group({ name, rows, pageLanguage, evidence, pins, corrections, openWhy, onWhy }: CoverageListProps & { name: MessageName }) {
  const { platform } = useSurface();
  const { t, count } = useMessages();
  const headingId = useId();
  return (
    <section class="group" aria-labelledby={headingId}>
      <div class="group-head">
        <h2 id={headingId} class="group-title">
          {t(name)} <span class="group-count">{count(rows.length)}</span>
        </h2>
        {name === 'group_sameEvent' && (
          <button type="button" class="quiet-button" onClick={() => platform.openLibrary('story', rows[0]!.article.id)}>
            {t('storyOpen')}
          </button>
        )}
      </div>
      {rows.map((row) => (
        <ReportRow
          key={row.article.id}
          article={row.article}
          reason={row.reason}
          score={row.score}
          evidence={evidence}
          copies={row.copies}
          newFrom={row.newFrom}
          homeLanguage={pageLanguage}
          pinned={pins.isPinned(row.article.id)}
          whyOpen={openWhy.has(row.article.id)}
          onPin={pins.toggle}
          onHide={corrections.hideReport}
          onNotCopy={corrections.unfold}
          onWhy={onWhy}
        />
      ))}
    </section>
  );
}
