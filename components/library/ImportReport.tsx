import type { ImportFile, ImportPreview } from '../../lib/imports/preview.ts';
import type { ImportFormat, ImportProblemCode } from '../../lib/imports/types.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';

/** Names of programs and formats, which are the same in every language; the rest has a text. */
const NAMES: Partial<Record<ImportFormat, string>> = {
  'pocket-csv': 'Pocket (CSV)',
  'pocket-html': 'Pocket (HTML)',
  'pocket-highlights': 'Pocket (JSON)',
  'raindrop-csv': 'Raindrop (CSV)',
  'instapaper-csv': 'Instapaper (CSV)',
  'instapaper-html': 'Instapaper (HTML)',
  omnivore: 'Omnivore (JSON)',
  'omnivore-highlights': 'Omnivore (Markdown)',
  ris: 'RIS',
  bibtex: 'BibTeX',
  'csl-json': 'CSL-JSON',
  opml: 'OPML',
};
const TEXTS: Partial<Record<ImportFormat, MessageName>> = {
  bookmarks: 'importBookmarks',
  csv: 'importTable',
  addresses: 'importAddresses',
  backup: 'importBackup',
  pack: 'importPack',
};
const REFUSED: Record<NonNullable<ImportFile['refused']>, MessageName> = {
  zip: 'importZip',
  binary: 'importBinary',
  empty: 'importEmpty',
  unknown: 'importUnknown',
};
const PROBLEMS: Record<ImportProblemCode, MessageName> = {
  'no-address': 'importNoAddress',
  'not-web': 'importNotWeb',
  broken: 'importBroken',
  'bad-date': 'importBadDate',
  'bad-bytes': 'importBadBytes',
  'too-long': 'importTooLong',
  'cut-short': 'importCutShort',
  'too-many': 'importTooMany',
};

/** What an import would do: what is new, what is here already, and what was not understood and why. */
export function ImportReport({ preview }: { preview: ImportPreview }) {
  const { t, n, count } = useMessages();
  const { pins, sources, rows, files, passedOver, joined } = preview;
  const shown = rows.filter(({ effect }) => effect !== 'same');
  return (
    <>
      <ul>
        {files.map((file) => (
          <FileLine key={file.name} file={file} />
        ))}
        {passedOver.count > 0 && <li>{n('importPassedOver', passedOver.count, namesOf(passedOver.names, passedOver.count))}</li>}
        {joined > 0 && <li>{n('importJoined', joined, count(joined))}</li>}
      </ul>
      <p class="preview-title">
        {pins.new + pins.changed + sources.new === 0
          ? t('importNothing')
          : [
              pins.new > 0 && n('importNew', pins.new, count(pins.new)),
              pins.changed > 0 && n('importChanged', pins.changed, count(pins.changed)),
              sources.new > 0 && n('importSources', sources.new, count(sources.new)),
            ]
              .filter(Boolean)
              .join(' ')}
      </p>
      {pins.same + sources.known > 0 && <p>{n('importSame', pins.same + sources.known, count(pins.same + sources.known))}</p>}
      {shown.length > 0 && (
        <details>
          <summary>{n('importRows', shown.length, count(shown.length))}</summary>
          <ol>
            {shown.map(({ url, title, state, tags, effect }) => (
              <li key={url}>
                <bdi>{title}</bdi>
                <span class="meta">
                  {' '}
                  · {t(effect === 'new' ? 'importRowNew' : 'importRowChanged')} · {t(`state_${state}`)}
                  {tags.map((tag) => (
                    <bdi key={tag}> · {tag}</bdi>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function namesOf(names: string[], of: number): string {
  return `${names.join(', ')}${names.length < of ? ' …' : ''}`;
}

function FileLine({ file }: { file: ImportFile }) {
  const { t, n, count } = useMessages();
  const { name, format, refused, records, problems, untaken } = file;
  const known = format === null ? null : (NAMES[format] ?? (TEXTS[format] && t(TEXTS[format])));
  return (
    <li>
      <bdi>{name}</bdi>
      {': '}
      {refused !== null ? <span class="refused">{t(REFUSED[refused])}</span> : `${known} · ${n('importRecords', records, count(records))}`}
      {problems.length + untaken.length > 0 && (
        <ul>
          {problems.map(({ code, count: times, at }) => (
            <li key={code}>{t('importProblem', t(PROBLEMS[code]), count(times), at.join(', '))}</li>
          ))}
          {untaken.length > 0 && <li>{t('importUntaken', untaken.join(', '))}</li>}
        </ul>
      )}
    </li>
  );
}
