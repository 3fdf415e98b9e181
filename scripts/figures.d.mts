/** A section of `docs/figures.md`. */
export interface FiguresSection {
  name: string;
  title: string;
  args: string[];
}
export const SECTIONS: FiguresSection[];
export function keepFigures(name: string, stdout: string): void;
export function withSection(page: string, name: string, stdout: string, measured: string): string;
