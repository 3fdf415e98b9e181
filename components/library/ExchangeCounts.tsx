import type { ExchangeCount } from '../exchange-data.ts';
import { useMessages } from '../hooks/use-messages.ts';

/** What an exchange brings, changes and takes away, by kind. */
export function ExchangeCounts({ counts }: { counts: ExchangeCount[] }) {
  const { t, count } = useMessages();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('restoreKind')}</th>
          <th scope="col">{t('restoreNew')}</th>
          <th scope="col">{t('restoreChanged')}</th>
          <th scope="col">{t('exchangeRemoved')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((row) => (
          <tr key={row.kind}>
            <th scope="row">{t(`kindOf_${row.kind}`)}</th>
            <td>{count(row.added)}</td>
            <td>{count(row.changed)}</td>
            <td>{count(row.removed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
