import { useId, useState } from 'preact/hooks';
import type { Article } from '../../lib/core/article.ts';
import type { ArticleRow } from '../../lib/core/coverage.ts';
import type { FieldEdit, FieldValue } from '../../lib/core/field-edit.ts';
import type { Reporter } from '../../lib/core/reporter.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import type { PinsData } from '../pins-data.ts';

/** A day, a month or a year, with a time or without. */
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/u;

/** The fields of a report that can be corrected. */
export function ArticleFields(props: {
  data: PinsData;
  article: Article;
  row: ArticleRow;
  edits: FieldEdit[];
  onChanged(): Promise<void>;
}) {
  const { article, row, edits } = props;
  const { t } = useMessages();
  const shared = { data: props.data, recordId: article.id, edits, onChanged: props.onChanged };
  const written = edits.find((edit) => edit.field === 'authors')?.value;
  const names = Array.isArray(written) ? written.join('; ') : row.authors.map(({ name }) => name).join('; ');
  return (
    <div class="fields">
      <Field {...shared} field="headline" value={row.headline} make={(value) => value && { of: 'article', field: 'headline', value }} />
      <Field
        {...shared}
        field="authors"
        value={names}
        hint={t('fieldAuthorsHint')}
        make={(value) => ({ of: 'article', field: 'authors', value: value.split(/\s*;\s*/u).filter(Boolean) })}
      />
      <Field
        {...shared}
        field="outlet"
        value={row.outletName ?? ''}
        make={(value) => ({ of: 'article', field: 'outlet', value: value || null })}
      />
      <Field
        {...shared}
        field="datePublished"
        value={row.datePublished ?? ''}
        make={(value) => isDate(value) && { of: 'article', field: 'datePublished', value: value || null }}
      />
      <Field
        {...shared}
        field="dateModified"
        value={editedDate(edits, article)}
        make={(value) => isDate(value) && { of: 'article', field: 'dateModified', value: value || null }}
      />
    </div>
  );
}

/** The fields of a reporter that can be corrected. */
export function ReporterFields(props: { data: PinsData; reporter: Reporter; edits: FieldEdit[]; onChanged(): Promise<void> }) {
  const { reporter, edits } = props;
  const shared = { data: props.data, recordId: reporter.id, edits, onChanged: props.onChanged };
  const now = (field: 'name' | 'jobTitle' | 'bio'): string => {
    const edit = edits.find((each) => each.of === 'reporter' && each.field === field);
    return (edit === undefined ? reporter[field] : (edit.value as string | null)) ?? '';
  };
  return (
    <div class="fields">
      <Field {...shared} field="name" value={now('name')} make={(value) => value && { of: 'reporter', field: 'name', value }} />
      <Field
        {...shared}
        field="jobTitle"
        value={now('jobTitle')}
        make={(value) => ({ of: 'reporter', field: 'jobTitle', value: value || null })}
      />
      <Field {...shared} field="bio" value={now('bio')} make={(value) => ({ of: 'reporter', field: 'bio', value: value || null })} />
    </div>
  );
}

interface FieldProps {
  data: PinsData;
  recordId: string;
  field: FieldEdit['field'];
  value: string;
  /** How it is written, where that is not plain. */
  hint?: string;
  edits: FieldEdit[];
  /** The value for what was typed; nothing where it is none. */
  make(typed: string): FieldValue | '' | false;
  onChanged(): Promise<void>;
}

/** One field: the value that counts, and below it what was found and where, with the way back to it. */
function Field({ data, recordId, field, value, hint, edits, make, onChanged }: FieldProps) {
  const { feedback } = useSurface();
  const { t } = useMessages();
  const fieldId = useId();
  const [isWrong, setWrong] = useState(false);
  const edit = edits.find((each) => each.field === field);
  const label = t(`field_${field}`);
  const described = [hint === undefined ? '' : `${fieldId}-hint`, edit === undefined ? '' : `${fieldId}-found`].join(' ').trim();
  const found = edit === undefined ? '' : Array.isArray(edit.found) ? edit.found.join('; ') : (edit.found ?? '');

  async function write(given: FieldValue): Promise<void> {
    const done = await data.editField(recordId, given);
    if (!done.ok) return feedback.tell(t(actionFailureText(done.error, 'actionFailed')));
    await onChanged();
    feedback.tell(t('fieldCorrected', label), async () => {
      const isUndone = await done.value.undo();
      await onChanged();
      return isUndone;
    });
  }

  return (
    <div class="field">
      <label for={fieldId}>{label}</label>
      <input
        id={fieldId}
        aria-describedby={described || undefined}
        type="text"
        dir="auto"
        maxLength={4000}
        // Another value: another field, so that an undo is seen.
        key={value}
        defaultValue={value}
        aria-invalid={isWrong}
        placeholder={/^date/u.test(field) ? t('fieldDate') : undefined}
        onChange={(event) => {
          const typed = event.currentTarget.value.trim();
          if (typed === value) return setWrong(false);
          const given = make(typed);
          setWrong(!given);
          if (given) void write(given);
        }}
      />
      {isWrong && <small role="alert">{t(/^date/u.test(field) ? 'fieldDateWrong' : 'fieldEmpty')}</small>}
      {hint !== undefined && <small id={`${fieldId}-hint`}>{hint}</small>}
      {edit !== undefined && (
        <small id={`${fieldId}-found`}>
          {t('fieldFound', found || t('fieldNone'), edit.source)}{' '}
          <button type="button" class="text-button" aria-label={t('fieldPutBackFor', label)} onClick={() => void write(foundOf(edit))}>
            {t('fieldPutBack')}
          </button>
        </small>
      )}
    </div>
  );
}

function foundOf(edit: FieldEdit): FieldValue {
  return { of: edit.of, field: edit.field, value: edit.found } as FieldValue;
}

function isDate(typed: string): boolean {
  return typed === '' || (DATE.test(typed) && !Number.isNaN(Date.parse(typed)));
}

function editedDate(edits: FieldEdit[], article: Article): string {
  const edit = edits.find(({ field }) => field === 'dateModified');
  return (edit === undefined ? article.dateModified : (edit.value as string | null)) ?? '';
}
