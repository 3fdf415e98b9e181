import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CitationFormatName } from '../../lib/citations/formats.ts';
import type { Result } from '../../lib/core/result.ts';
import type { CitedReports } from '../../lib/exports/cited-reports.ts';
import type { ExportSubject } from '../../lib/exports/method-note.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import type { LibraryData } from '../library-data.ts';
import '../styles/cite.css';

/** Props of {@link CiteDialog}. */
export interface CiteDialogProps {
  cite: LibraryData['citeReports'];
  articleIds: string[];
  subject: ExportSubject;
  onClose(): void;
}

/** Names that are the same in every language, and what is said behind them. */
const GROUPS: [MessageName, [CitationFormatName, string, MessageName?][]][] = [
  [
    'citePrograms',
    [
      ['bibtex', 'BibTeX'],
      ['biblatex', 'BibLaTeX'],
      ['ris', 'RIS'],
      ['csl-json', 'CSL-JSON'],
      ['csv', 'CSV'],
    ],
  ],
  [
    'citePeople',
    [
      ['markdown', 'Markdown'],
      ['html', 'HTML'],
    ],
  ],
  [
    'citeStyles',
    [
      ['apa', 'APA 7'],
      ['chicago', 'Chicago 17', 'citeBibliography'],
      ['chicago-note', 'Chicago 17', 'citeNoteStyle'],
      ['chicago-author-date', 'Chicago 17', 'citeAuthorDate'],
      ['mla', 'MLA 9'],
      ['gost', 'ГОСТ Р 7.0.5-2008'],
      ['gost-2018', 'ГОСТ Р 7.0.100-2018'],
    ],
  ],
];
const DRAFT = 'cite-format';
/** More text than this would make the dialog slow, and nobody reads it. */
const PREVIEW_CHARACTERS = 20_000;

/** Chooses a form, shows the citations in it, and copies or saves them with their method note. */
export function CiteDialog({ cite, articleIds, subject, onClose }: CiteDialogProps) {
  const { platform } = useSurface();
  const { t, n, count } = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  const formatId = useId();
  const [format, setFormat] = useState<CitationFormatName | null>(null);
  /** The last citations, and the form they are in. */
  const [made, setMade] = useState<{ format: CitationFormatName; answer: Result<CitedReports> } | null>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    dialog.current?.showModal();
    void platform.readDraft(DRAFT).then((name) => {
      const known = GROUPS.flatMap(([, formats]) => formats.map(([id]) => id)).find((id) => id === name);
      setFormat(known ?? 'bibtex');
    });
  }, [platform]);
  useEffect(() => {
    if (format === null) return;
    let isLatest = true;
    void cite({ articleIds, format, subject }).then((cited) => {
      if (isLatest) setMade({ format, answer: cited });
    });
    return () => {
      isLatest = false;
    };
  }, [cite, articleIds, format, subject]);

  function choose(name: CitationFormatName): void {
    setSaid('');
    setFormat(name);
    platform.writeDraft(DRAFT, name);
  }
  async function copy({ text, rich }: CitedReports): Promise<void> {
    setSaid(t((await platform.copyText(text, rich)) ? 'citeCopied' : 'citeCopyFailed'));
  }
  async function save(name: string, text: string, type: string): Promise<void> {
    setSaid((await platform.saveFile(name, new Blob([text], { type }))) ? t('fileSaved', name) : t('actionFailed'));
  }

  const answer = made?.answer ?? null;
  const cited = answer?.ok ? answer.value : null;
  const busy = made === null || made.format !== format;
  return (
    <dialog
      ref={dialog}
      class="cite"
      aria-labelledby={headingId}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Keys in here are not those of the list below.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="cite-head">
        <h2 id={headingId}>{n('citeTitle', articleIds.length, count(articleIds.length))}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <p>
        <label for={formatId}>{t('citeFormat')}</label>{' '}
        <select id={formatId} value={format ?? ''} onChange={(event) => choose(event.currentTarget.value as CitationFormatName)}>
          {GROUPS.map(([group, formats]) => (
            <optgroup key={group} label={t(group)}>
              {formats.map(([id, name, detail]) => (
                <option key={id} value={id}>
                  {detail === undefined ? name : `${name}, ${t(detail)}`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </p>
      {answer !== null && !answer.ok && <p role="alert">{t(actionFailureText(answer.error, 'actionFailed'))}</p>}
      {cited !== null && (
        <>
          {cited.missing > 0 && <p>{n('citeMissing', cited.missing, count(cited.missing))}</p>}
          <textarea
            class="cite-text"
            readOnly
            rows={10}
            dir="auto"
            aria-label={t('citePreview')}
            value={cited.text.slice(0, PREVIEW_CHARACTERS)}
          />
          {cited.text.length > PREVIEW_CHARACTERS && <p class="meta">{t('citeCut')}</p>}
          <p class="buttons">
            <button type="button" class="button button-main" disabled={busy} onClick={() => void copy(cited)}>
              {t('citeCopy')}
            </button>
            <button
              type="button"
              class="button"
              disabled={busy}
              onClick={() => void save(cited.file.name, cited.file.text, cited.file.mediaType)}
            >
              <Icon name="download" />
              {t('citeSave')}
            </button>
          </p>
          <details class="cite-method">
            <summary>{t('citeMethod')}</summary>
            <p class="meta">{t(cited.note.isInFile ? 'citeMethodIn' : 'citeMethodBeside')}</p>
            <pre dir="auto">{cited.note.text}</pre>
          </details>
          {!cited.note.isInFile && (
            <button type="button" class="button" disabled={busy} onClick={() => void save(cited.note.name, cited.note.text, 'text/plain')}>
              <Icon name="download" />
              {t('citeSaveNote')}
            </button>
          )}
        </>
      )}
      <p role="status">{said}</p>
    </dialog>
  );
}
