import { formatReportDate } from '../../lib/text/format/dates.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import type { PackPreview } from '../library-data.ts';
import { PackFingerprint } from './PackFingerprint.tsx';

const REASONS: Record<NonNullable<PackPreview['refusal']>, MessageName> = {
  unsigned: 'packRefused_unsigned',
  'other-key': 'packRefused_otherKey',
  unchecked: 'packRefused_unchecked',
  older: 'packRefused_older',
};

/** Why a version may not take the place of the one that is here: keys and days of both side by side. */
export function PackRefused({ refusal, signer, here, date }: PackPreview & { refusal: NonNullable<PackPreview['refusal']> }) {
  const { t, locale } = useMessages();
  const versions = [
    { name: t('packVersionHere'), fingerprint: here?.fingerprint ?? null, date: here?.date ?? null },
    { name: t('packVersionFile'), fingerprint: signer.fingerprint, date },
  ];
  return (
    <>
      <p class="failed">{t(REASONS[refusal])}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('packVersion')}</th>
            <th scope="col">{t('packKey')}</th>
            <th scope="col">{t('packDay')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.name}>
              <th scope="row">{version.name}</th>
              <td>{version.fingerprint === null ? t('packNoKey') : <PackFingerprint value={version.fingerprint} />}</td>
              <td>{formatReportDate(version.date, null, locale) ?? t('packNoDay')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('packRefusedHelp')}</p>
    </>
  );
}
