/** What is wrong with a commit message; an empty list when nothing is. */
export function faultsOf(message: string): string[];
