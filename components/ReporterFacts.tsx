import type { ReporterFacts as Facts } from '../lib/core/reporter-profile.ts';
import { formatDay } from '../lib/text/format/dates.ts';
import { languageName } from '../lib/text/format/names.ts';
import { useMessages } from './hooks/use-messages.ts';

/** What is counted in a reporter's reports, each number with what it is of. */
export function ReporterFacts({ facts }: { facts: Facts }) {
  const { t, n, count, list, locale } = useMessages();
  const counted = (rows: { name: string; count: number }[]) => list(rows.map((row) => t('reporterBeat', row.name, count(row.count))));
  const languages = facts.languages.map((row) => ({ name: languageName(row.language, locale) ?? row.language, count: row.count }));
  const [first, last] = [facts.firstAtMs, facts.lastAtMs].map((day) => (day === null ? null : formatDay(day, locale)));
  return (
    <ul class="counted">
      <li>{n('factReports', facts.reports, count(facts.indexSize))}</li>
      {first && last && <li>{t('factSeen', first, last)}</li>}
      {facts.outlets.length > 0 && <li dir="auto">{t('factOutlets', counted(facts.outlets))}</li>}
      {languages.length > 0 && <li>{t('factLanguages', counted(languages))}</li>}
      {facts.coAuthors.length > 0 && <li dir="auto">{t('factCoAuthors', counted(facts.coAuthors))}</li>}
      {facts.of < facts.reports && <li>{n('factOf', facts.of)}</li>}
    </ul>
  );
}
