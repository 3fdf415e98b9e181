/** The pseudo-term by which reports of a language (BCP 47 primary tag) are found. */
export function languageTerm(language: string): string {
  return `~=${language}`;
}
