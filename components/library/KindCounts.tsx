import { type MessageName, useMessages } from '../hooks/use-messages.ts';

/** A kind of record that has a name of its own in tables. */
type Kind = MessageName extends infer Name ? (Name extends `kindOf_${infer Which}` ? Which : never) : never;

/** Figures a preview gives of a kind, by what their column is called. */
const COLUMNS = {
  inFile: 'restoreInFile',
  added: 'restoreNew',
  changed: 'restoreChanged',
  kept: 'packKept',
  removed: 'exchangeRemoved',
} as const satisfies Record<string, MessageName>;

/** What a preview counts, by kind, with a column for each of the figures asked for. */
export function KindCounts<Figure extends keyof typeof COLUMNS>({
  rows,
  figures,
}: {
  rows: readonly (Record<Figure, number> & { kind: Kind })[];
  figures: readonly Figure[];
}) {
  const { t, count } = useMessages();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('restoreKind')}</th>
          {figures.map((figure) => (
            <th scope="col" key={figure}>
              {t(COLUMNS[figure])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.kind}>
            <th scope="row">{t(`kindOf_${row.kind}`)}</th>
            {figures.map((figure) => (
              <td key={figure}>{count(row[figure])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
