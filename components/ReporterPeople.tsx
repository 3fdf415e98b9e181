import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PerhapsSame, ReporterName, ReporterProfile } from '../lib/core/reporter-profile.ts';
import { actionFailureText } from './failure-text.ts';
import { useSurface } from './hooks/surface-context.ts';
import { type Messages, useMessages } from './hooks/use-messages.ts';

/** Longer names than any. */
const MOST_CHARACTERS = 100;

/** Props of {@link ReporterPeople}. */
export interface ReporterPeopleProps {
  profile: ReporterProfile;
  onSame(other: ReporterName): void;
  onOther(other: ReporterName): void;
  onPart(other: ReporterProfile['joined'][number]): void;
}

/** Who is read as this reporter, who may be the same person and by what evidence, and a search for anyone else. Nothing is joined by itself. */
export function ReporterPeople({ profile, onSame, onOther, onPart }: ReporterPeopleProps) {
  const messages = useMessages();
  const { t } = messages;
  return (
    <div class="people">
      {profile.joined.length > 0 && (
        <>
          <h4>{t('joinedReporters')}</h4>
          <ul>
            {profile.joined.map((one) => (
              <li key={one.id}>
                <Name who={one} />
                <button
                  type="button"
                  class="text-button"
                  aria-label={t('partReporterFor', one.name, profile.name)}
                  onClick={() => onPart(one)}
                >
                  {t('partReporter')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {profile.perhapsSame.length > 0 && (
        <>
          <h4>{t('perhapsSame')}</h4>
          <ul>
            {profile.perhapsSame.map((one) => (
              <li key={one.id}>
                <Name who={one} />
                <p dir="auto">{evidenceOf(one, messages)}</p>
                <SameButton who={one} profile={profile} onSame={onSame} />
                <button
                  type="button"
                  class="text-button"
                  aria-label={t('otherPersonFor', one.name, profile.name)}
                  onClick={() => onOther(one)}
                >
                  {t('otherPerson')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <FindSame profile={profile} onSame={onSame} />
    </div>
  );
}

function FindSame({ profile, onSame }: Pick<ReporterPeopleProps, 'profile' | 'onSame'>) {
  const { client, feedback } = useSurface();
  const { t } = useMessages();
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<ReporterName[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const [formId, fieldId] = [useId(), useId()];
  useEffect(() => {
    field.current?.focus();
  }, [open]);

  async function find(): Promise<void> {
    const typed = field.current?.value.trim() ?? '';
    if (typed === '') return field.current?.focus();
    const answer = await client.findReporters({ typed, notId: profile.id });
    if (!answer.ok) return feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
    setFound(answer.value);
    if (answer.value.length === 0) feedback.announce(t('findReporterNone'));
  }

  return (
    <>
      <button type="button" class="text-button" aria-expanded={open} aria-controls={formId} onClick={() => setOpen(!open)}>
        {t('findSame')}
      </button>
      <form
        id={formId}
        hidden={!open}
        class="topic-form"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <label for={fieldId} dir="auto">
          {t('findSameLabel', profile.name)}
        </label>
        {open && (
          <input ref={field} id={fieldId} type="text" dir="auto" maxLength={MOST_CHARACTERS} autoComplete="off" spellcheck={false} />
        )}
        <button type="submit" class="button">
          {t('findReporter')}
        </button>
      </form>
      {open && found?.length === 0 && <p>{t('findReporterNone')}</p>}
      {open && found !== null && found.length > 0 && (
        <ul>
          {found.map((one) => (
            <li key={one.id}>
              <Name who={one} />
              <SameButton who={one} profile={profile} onSame={onSame} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function SameButton({ who, profile, onSame }: { who: ReporterName } & Pick<ReporterPeopleProps, 'profile' | 'onSame'>) {
  const { t } = useMessages();
  return (
    <button type="button" class="text-button" aria-label={t('samePersonFor', who.name, profile.name)} onClick={() => onSame(who)}>
      {t('samePerson')}
    </button>
  );
}

function Name({ who: { name, outletName } }: { who: ReporterName }) {
  const { t } = useMessages();
  return (
    <span class="who">
      <bdi>{outletName === null ? name : t('reporterRole', name, outletName)}</bdi>
    </span>
  );
}

function evidenceOf({ evidence, profile }: PerhapsSame, { t }: Messages): string {
  if (evidence === 'profile') return t('evidenceProfile', profile ?? '');
  if (evidence === 'name') return t('evidenceName');
  return t(evidence === 'spelling' ? 'evidenceSpelling' : 'evidenceSound');
}
