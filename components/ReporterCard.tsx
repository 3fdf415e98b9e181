import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ArticleRow, ReporterCard as Card } from '../lib/core/coverage.ts';
import { formatOwnDay } from '../lib/text/format/dates.ts';
import { formatList, initials, languageName } from '../lib/text/format/names.ts';
import { CourseButton } from './CourseButton.tsx';
import { FollowButton } from './FollowButton.tsx';
import { type Messages, useMessages } from './hooks/use-messages.ts';
import { Icon } from './icons/Icon.tsx';
import { ReportLink } from './ReportLink.tsx';
import { ReportMeta, SampleTag } from './ReportMeta.tsx';

/** Props of {@link ReporterCard}. `recentOpen`: recent reports are unfolded from the start; `onNotTheirs`: a recent report may be called another's. */
export interface ReporterCardProps {
  reporter: Card;
  recentOpen?: boolean;
  onNotTheirs?: (report: ArticleRow) => void;
  /** Shown before the recent reports. */
  children?: ComponentChildren;
}

/** Name, role, bio with its source, and what the index shows of a reporter's work. Evidence only, no scores. */
export function ReporterCard({ reporter, recentOpen = false, onNotTheirs, children }: ReporterCardProps) {
  const { t, count, locale } = useMessages();
  const { jobTitle, outletName } = reporter;
  const role = jobTitle !== null && outletName !== null ? t('reporterRole', jobTitle, outletName) : (jobTitle ?? outletName);
  const beats = reporter.beats.slice(0, 4).map((beat) => t('reporterBeat', beat.label, count(beat.count)));
  const languages = reporter.languages.flatMap((tag) => languageName(tag, locale) ?? []);

  return (
    <article class="reporter">
      <span class="avatar" aria-hidden="true">
        {initials(reporter.name)}
      </span>
      <div>
        <h3>
          <bdi>{reporter.name}</bdi>
          {reporter.onThisPage && [
            ' ',
            <span key="here" class="here">
              {t('reporterHere')}
            </span>,
          ]}
          {reporter.sample && [' ', <SampleTag key="sample" />]}
        </h3>
        {role !== null && (
          <p class="role" dir="auto">
            {role}
          </p>
        )}
      </div>
      {!reporter.id.startsWith('page:') && (
        <FollowButton id={`@${reporter.id}`} name={reporter.name} followed={reporter.followed} class="button button-small" />
      )}
      <div class="reporter-text">
        {reporter.bio !== null && (
          <p class="bio" dir="auto">
            {reporter.bio}
          </p>
        )}
        {beats.length > 0 && <p class="covers">{t('reporterCovers', formatList(beats, locale))}</p>}
        {languages.length > 0 && <p class="known-from">{t('reporterSpeaks', formatList(languages, locale))}</p>}
        <p class="known-from" dir="auto">
          {bioSourceOf(reporter, locale, t)}
        </p>
        {!reporter.id.startsWith('page:') && <CourseButton of="reporter" id={reporter.id} name={reporter.name} class="quiet-button" />}
        {children}
        {reporter.recent.length > 0 && <Recent reporter={reporter} unfolded={recentOpen} onNotTheirs={onNotTheirs} />}
      </div>
    </article>
  );
}

/** Who says what a reporter's bio says, and since when; that none is known where there is none. */
export function bioSourceOf({ bio, bioSource, bioAtMs, edited }: Card, locale: string, t: Messages['t']): string {
  if (bio !== null && edited?.includes('bio')) return t('bioYours');
  if (bio === null || bioSource === null) return t('bioUnknown');
  const day = bioAtMs === null ? null : formatOwnDay(bioAtMs, locale);
  return day === null ? t('bioSource', bioSource) : t('bioSourceDay', bioSource, day);
}

function Recent({
  reporter,
  unfolded,
  onNotTheirs,
}: {
  reporter: Card;
  unfolded: boolean;
  onNotTheirs: ReporterCardProps['onNotTheirs'] | undefined;
}) {
  const { t } = useMessages();
  const [open, setOpen] = useState(unfolded);
  const listId = useId();
  return (
    <div class="copies">
      <button type="button" class="quiet-button" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
        <Icon name="chevron" />
        {t(open ? 'recentHide' : 'recent')}
      </button>
      <ul id={listId} hidden={!open}>
        {open &&
          reporter.recent.map((report) => (
            <li key={report.id}>
              <ReportLink article={report} />
              <ReportMeta article={{ ...report, authors: [] }} homeLanguage={report.language} />
              {onNotTheirs && (
                <button
                  type="button"
                  class="text-button"
                  aria-label={t('notTheirsFor', reporter.name, report.headline)}
                  onClick={() => onNotTheirs(report)}
                >
                  {t('notTheirs')}
                </button>
              )}
            </li>
          ))}
      </ul>
    </div>
  );
}
