import type { CitedReport } from '../../../lib/citations/source.ts';

/** A person as a byline names them. */
export const person = (name: string) => ({ name, isOrganisation: false });
/** An agency or desk. */
export const organisation = (name: string) => ({ name, isOrganisation: true });

/** An invented report, whole; `over` changes parts of it. */
export function citedReport(over: Partial<CitedReport> = {}): CitedReport {
  return {
    id: 'article:1',
    url: 'https://harbour.example/2026/port',
    title: 'Port of Élan stops its cranes',
    authors: [person('Zoë van der Example')],
    outlet: 'Harbour & Coast',
    published: { year: 2026, month: 1, day: 29 },
    modified: null,
    language: 'en',
    section: null,
    keywords: [],
    description: null,
    ...over,
  };
}
