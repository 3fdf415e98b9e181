import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

type Json = { [key: string]: Json } & string;

function readLocale(pack: string, locale: string, file: string): Json {
  return (JSON.parse(readFileSync(require.resolve(`${pack}/main/${locale}/${file}.json`), 'utf8')) as Json).main![locale]!;
}

/** Versions of the CLDR packages, for the hash over a build's inputs. */
export function cldrVersions(): string[] {
  return ['cldr-core', 'cldr-localenames-full', 'cldr-numbers-full', 'cldr-dates-full'].map((name) => {
    const { version } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string };
    return `${name}@${version}`;
  });
}

/** Names of territories in one locale; keys are codes with or without "-alt-short", "-alt-variant". */
export function territoryNames(locale: string): Record<string, string> {
  return readLocale('cldr-localenames-full', locale, 'territories').localeDisplayNames!.territories!;
}

/** Display names of currencies in one locale, by ISO 4217 code: the plain name first, then its counted forms. */
export function currencyNames(locale: string): Record<string, string[]> {
  const currencies = readLocale('cldr-numbers-full', locale, 'currencies').numbers!.currencies!;
  return Object.fromEntries(
    Object.entries(currencies).map(([code, names]) => [
      code,
      Object.entries(names)
        .filter(([key]) => key.startsWith('displayName'))
        .map(([, name]) => name as string),
    ]),
  );
}

/** Names of cities in one locale, by time zone ("Europe/Moscow"); only those the locale states. */
export function zoneCities(locale: string): Record<string, string> {
  const found: Record<string, string> = {};
  type Zones = Record<string, Record<string, { exemplarCity?: string }>>;
  const zones = readLocale('cldr-dates-full', locale, 'timeZoneNames').dates!.timeZoneNames!.zone as unknown as Zones;
  for (const [area, places] of Object.entries(zones)) {
    for (const [place, { exemplarCity }] of Object.entries(places)) if (exemplarCity) found[`${area}/${place}`] = exemplarCity;
  }
  return found;
}

/** The latest own currency of each territory that is or was tender there and is not the euro. */
export function nationalCurrencies(): Map<string, string> {
  const path = require.resolve('cldr-core/supplemental/currencyData.json');
  type Tender = Record<string, { _from?: string; _to?: string; _tender?: string }>;
  const { region } = (JSON.parse(readFileSync(path, 'utf8')) as { supplemental: { currencyData: { region: Record<string, Tender[]> } } })
    .supplemental.currencyData;
  const byTerritory = new Map<string, string>();
  for (const [territory, tenders] of Object.entries(region)) {
    let best: { code: string; from: string } | undefined;
    for (const tender of tenders) {
      const [code, span] = Object.entries(tender)[0]!;
      if (code === 'EUR' || code === 'XXX' || span._tender === 'false' || !span._from) continue;
      if (!best || span._from > best.from) best = { code, from: span._from };
    }
    if (best) byTerritory.set(territory, best.code);
  }
  return byTerritory;
}
