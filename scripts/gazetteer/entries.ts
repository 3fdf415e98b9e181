import type { SourceEntry } from '../../lib/topics/source.ts';
import { countryEntries } from './countries.ts';
import { addGermanForms } from './german-forms.ts';
import { addGroupNames } from './groups.ts';
import { addSpokenNames } from './speaks-for.ts';
import { starterEntries } from './starter.ts';

/** Everything that goes into the built-in gazetteer: countries first, then the starter topics. Same sources, same entries. */
export function builtinEntries(): SourceEntry[] {
  const entries = [...countryEntries(), ...starterEntries()];
  addSpokenNames(entries);
  addGroupNames(entries);
  for (const entry of entries) addGermanForms(entry);
  return entries;
}
