import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const PROJECT_ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A source file: path from the root with `/`, its text, and what it imports. */
export interface SourceFile {
  path: string;
  text: string;
  imports: ImportedModule[];
}

/** An import as written and, where it is a file of ours, its path from the root. */
export interface ImportedModule {
  specifier: string;
  target: string | null;
  /** True for `import type`: it is gone in the built code. */
  typeOnly: boolean;
}

/** All TypeScript files below the given folders. */
export function sourceFiles(folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    filesBelow(folder)
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => {
        const text = readFileSync(join(PROJECT_ROOT, path), 'utf8');
        return { path, text, imports: importsOf(path, text) };
      }),
  );
}

/** Paths from the root of all files below a folder; empty when there is no such folder. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(PROJECT_ROOT, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .sort();
  } catch {
    return [];
  }
}

function importsOf(path: string, text: string): ImportedModule[] {
  const found: ImportedModule[] = [];
  const pattern = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const match of text.matchAll(pattern)) {
    const specifier = match[3] ?? match[4] ?? '';
    // `export const x = 'y'` looks alike; only a path after `from` or a bare import counts.
    if (match[1] === 'export' && !/\bfrom\s+['"]/.test(match[0])) continue;
    found.push({ specifier, target: targetOf(path, specifier), typeOnly: match[2] !== undefined });
  }
  return found;
}

function targetOf(path: string, specifier: string): string | null {
  const clean = specifier.replace(/\?.*$/, '');
  if (clean.startsWith('#root/')) return clean.slice('#root/'.length);
  return clean.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), clean)) : null;
}
