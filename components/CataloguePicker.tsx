import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Result } from '../lib/core/result.ts';
import type { CatalogueOutlet, CatalogueQuery } from '../lib/core/source.ts';
import { countryName, formatList, languageName, readableHost } from '../lib/text/format/names.ts';
import { useAddSources } from './hooks/use-add-sources.ts';
import { useMessages } from './hooks/use-messages.ts';

/** The catalogue as a surface reads it; `lib/background/catalogue.ts` implements it. */
export interface Catalogue {
  find(query: CatalogueQuery): Promise<Result<CatalogueOutlet[]>>;
  /** Languages that outlets of it write in. */
  languages(): Promise<Result<string[]>>;
}

/** Props of {@link CataloguePicker}. */
export interface CataloguePickerProps {
  catalogue: Catalogue;
  /** Outlets shown at once; words and languages lead to the others. */
  most: number;
  /** Called after each adding. */
  onAdded?: () => void;
}

/** Outlets of the catalogue to choose from and add. */
export function CataloguePicker({ catalogue, most, onAdded }: CataloguePickerProps) {
  const { t, n, count, locale } = useMessages();
  const { addOutlets } = useAddSources();
  const [typed, setTyped] = useState('');
  const [language, setLanguage] = useState<string | null>(null);
  const [languages, setLanguages] = useState<string[]>([]);
  const [found, setFound] = useState<CatalogueOutlet[] | null>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, CatalogueOutlet>>(new Map());
  const [progress, setProgress] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const stop = useRef(new AbortController());
  const id = useId();

  useEffect(() => {
    void catalogue.languages().then((answer) => {
      if (answer.ok) setLanguages(answer.value);
    });
  }, [catalogue]);
  useEffect(() => {
    let stopped = false;
    void catalogue.find({ typed, language, country: null }).then((answer) => {
      if (!stopped && answer.ok) setFound(answer.value);
    });
    return () => {
      stopped = true;
    };
  }, [catalogue, typed, language]);
  const named = useMemo(
    () => languages.map((tag) => ({ tag, name: languageName(tag, locale) ?? tag })).sort((a, b) => a.name.localeCompare(b.name, locale)),
    [languages, locale],
  );

  async function add(): Promise<void> {
    const outlets = [...chosen.values()];
    setNote('');
    setProgress(0);
    stop.current = new AbortController();
    const { without, left, refused } = await addOutlets(outlets, setProgress, stop.current.signal);
    setProgress(null);
    if (refused) return setNote(t('sourceNotAllowed'));
    setChosen(new Map(left.map((outlet) => [outlet.id, outlet])));
    if (without.length > 0)
      setNote(
        n(
          'catalogueWithout',
          without.length,
          formatList(
            without.map(({ name }) => name),
            locale,
          ),
        ),
      );
    onAdded?.();
  }

  const shown = found?.slice(0, most) ?? [];
  const wanted = [...chosen.values()].filter((outlet) => !shown.includes(outlet));
  return (
    <div class="catalogue">
      <div class="tools">
        <search>
          <label class="visually-hidden" for={id}>
            {t('catalogueSearch')}
          </label>
          <input
            id={id}
            type="search"
            dir="auto"
            maxLength={64}
            autoComplete="off"
            spellcheck={false}
            placeholder={t('catalogueSearch')}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </search>
        <label>
          {t('catalogueLanguage')}{' '}
          <select value={language ?? ''} onChange={(event) => setLanguage(event.currentTarget.value || null)}>
            <option value="">{t('catalogueAnyLanguage')}</option>
            {named.map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {found !== null && (
        <p class="intro" role="status">
          {found.length > most ? t('catalogueShown', count(most), count(found.length)) : n('catalogueCount', found.length)}
        </p>
      )}
      <ul class="found choices-list" aria-label={t('catalogue')}>
        {[...wanted, ...shown].map((outlet) => (
          <li key={outlet.id}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(outlet.id)}
                disabled={progress !== null}
                onChange={(event) => {
                  const next = new Map(chosen);
                  if (event.currentTarget.checked) next.set(outlet.id, outlet);
                  else next.delete(outlet.id);
                  setChosen(next);
                }}
              />
              <span lang={outlet.nativeName === null ? undefined : outlet.language}>
                <bdi>{outlet.nativeName ?? outlet.name}</bdi>
              </span>
              <span class="meta">
                {outlet.nativeName !== null && (
                  <>
                    <bdi>{outlet.name}</bdi>
                    {' · '}
                  </>
                )}
                <bdi>{readableHost(new URL(outlet.site).hostname)}</bdi>
                {` · ${languageName(outlet.language, locale) ?? outlet.language} · ${countryName(outlet.country, locale) ?? outlet.country}`}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div class="buttons" aria-live="polite">
        <button type="button" class="button" disabled={chosen.size === 0 || progress !== null} aria-busy={progress !== null} onClick={add}>
          {chosen.size === 0 ? t('catalogueChoose') : n('catalogueAdd', chosen.size)}
        </button>
        {progress !== null && (
          <span class="rebuilding">
            <progress max={chosen.size} value={progress} aria-label={t('sourceLooking')} />
            {t('catalogueLooking', count(progress), count(chosen.size))}{' '}
            <button type="button" class="text-button" onClick={() => stop.current.abort()}>
              {t('sourcesStop')}
            </button>
          </span>
        )}
        {note !== '' && <p class="refused">{note}</p>}
      </div>
      <p class="meta">{t('catalogueNote')}</p>
    </div>
  );
}
