import { createContext } from 'preact';
import type { LibraryData } from '../library-data.ts';

/** What cites reports: the library has it, the popup does not. */
export const CiteContext = createContext<LibraryData['citeReports'] | null>(null);
