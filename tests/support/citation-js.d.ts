/** What tests use of it; the package ships no types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: unknown, options?: { forceType: string });
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
