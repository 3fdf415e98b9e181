import { describe, expect, it } from 'vitest';
import { filesBelow, type SourceFile, sourceFiles } from '../../support/source-files.ts';
import { ZONES, type Zone, zoneOf } from './zones.ts';

const program = sourceFiles(['entrypoints', 'components', 'lib']);
const everything = [...program, ...sourceFiles(['scripts', 'tests', 'demo'])];

/** Type-only imports may reach protocol types and the like: they bind nothing at run time, yet PURE folders stay strict. */
function breaches(file: SourceFile, zone: Zone): string[] {
  return file.imports.flatMap(({ specifier, target, typeOnly }) => {
    const allowed =
      target === null
        ? zone.packages.some((name) => specifier === name || (/[/:]$/.test(name) && specifier.startsWith(name)))
        : target.startsWith(zone.prefix) || zone.mayImport.some((prefix) => target.startsWith(prefix));
    if (allowed || (typeOnly && target?.startsWith('lib/') && !isPure(zone))) return [];
    return [`${file.path} imports ${specifier}. ${zone.instead}`];
  });
}

function isPure(zone: Zone): boolean {
  return zone.instead.startsWith('This folder is pure');
}

describe('architecture', () => {
  it('reads the sources it judges', () => {
    expect(program.length).toBeGreaterThan(50);
    expect(program.flatMap(({ imports }) => imports).length).toBeGreaterThan(100);
  });

  it.each(ZONES.map((zone) => [zone.prefix, zone] as const))('%s imports only what it may', (_prefix, zone) => {
    const broken = program.filter(({ path }) => zoneOf(path) === zone).flatMap((file) => breaches(file, zone));
    expect(broken).toEqual([]);
  });

  it('nobody imports from entrypoints', () => {
    const broken = everything
      .filter(({ path }) => !path.startsWith('entrypoints/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ target }) => target?.startsWith('entrypoints/'))
          .map(({ specifier }) => `${path} imports ${specifier}: move what is shared to lib or components.`),
      );
    expect(broken).toEqual([]);
  });

  it('only lib/platform imports the polyfill', () => {
    const broken = program
      .filter(
        ({ path, imports }) => !path.startsWith('lib/platform/') && imports.some(({ specifier }) => specifier === 'webextension-polyfill'),
      )
      .map(({ path }) => `${path}: call a function of lib/platform instead (the polyfill costs 2.8 kB in every entry).`);
    expect(broken).toEqual([]);
  });

  it('only lib/platform, the content port and the gate name the browser API', () => {
    const names =
      /\b(?:browser|chrome)\.(?:action|alarms|commands|contextMenus|downloads|i18n|menus|omnibox|permissions|runtime|scripting|sidePanel|sidebarAction|storage|tabs|windows)\b/;
    const broken = program
      .filter(
        ({ path, text }) =>
          !/^lib\/(platform\/|messaging\/content-port)|^entrypoints\/(gate|extract|content)\b/.test(path) &&
          names.test(withoutComments(text)),
      )
      .map(({ path }) => `${path}: wrap the call in a module of lib/platform and take it as an argument.`);
    expect(broken).toEqual([]);
  });

  it('no file is longer than 400 lines', () => {
    const long = everything
      .filter(({ text }) => text.split('\n').length > 401)
      .map(({ path, text }) => `${path} has ${text.split('\n').length - 1} lines: one idea a file; split it.`);
    expect(long).toEqual([]);
  });

  it('entrypoint files wire in at most 60 lines', () => {
    const long = sourceFiles(['entrypoints'])
      .filter(({ text }) => text.split('\n').length > 61)
      .map(({ path, text }) => `${path} has ${text.split('\n').length - 1} lines: move the work to lib/services or components.`);
    expect(long).toEqual([]);
  });

  it('half of the files have at most 90 lines', () => {
    const lengths = program.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(90);
  });

  it('nothing is logged but errors, and never an address or a text', () => {
    const calls =
      /\bconsole\.(?:log|info|debug|warn|trace|dir|table)\(|\bconsole\.error\([^)]*\b(?:url|href|headline|paragraphs|snapshot|text)\b/i;
    const broken = program
      .filter(({ path, text }) => !path.startsWith('lib/cli/') && calls.test(withoutComments(text)))
      .map(({ path }) => `${path}: answer a Result; what people read is never in a log.`);
    expect(broken).toEqual([]);
  });

  it('no code is made from text', () => {
    const makers = /\beval\(|\bnew Function\(|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/;
    const broken = program
      .filter(({ path, text }) => !path.startsWith('lib/cli/') && makers.test(withoutComments(text)))
      .map(({ path }) => `${path}: build nodes; text is shown as text.`);
    expect(broken).toEqual([]);
  });

  it('names follow the house style', () => {
    const drawers = /\/(?:utils?|helpers?|common|misc)(?:\/|\.)|(?:Manager|Util|Utils|Helper)\.tsx?$/;
    const broken = program.flatMap(({ path }) => {
      const file = path.split('/').at(-1) ?? '';
      if (drawers.test(path)) return [`${path}: name it after what it holds.`];
      const fits =
        file.endsWith('.tsx') && path.startsWith('components/')
          ? /^(?:[A-Z][A-Za-z0-9]*|[a-z0-9-]+)\.tsx$/
          : /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.tsx?$/;
      return fits.test(file) ? [] : [`${path}: kebab-case, or PascalCase.tsx for a component.`];
    });
    expect(broken).toEqual([]);
  });

  it('every exported symbol has a doc comment', () => {
    const broken = program.flatMap(({ path, text }) =>
      undocumented(text).map((name) => `${path}: ${name} needs a comment that says what it promises.`),
    );
    expect(broken).toEqual([]);
  });

  it('nothing is left for later', () => {
    const broken = everything
      .filter(({ path, text }) => !path.includes('tests/unit/architecture/') && /\b(?:TODO|FIXME|HACK)\b/.test(text))
      .map(({ path }) => `${path}: do it, or write an issue.`);
    expect(broken).toEqual([]);
  });

  it('there are no barrels', () => {
    const broken = program
      .filter(
        ({ text }) =>
          text.trim() !== '' &&
          text
            .trim()
            .split('\n')
            .every((line) => /^\s*(?:export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s+from|\/\/|\/\*|\*)/.test(line)),
      )
      .map(({ path }) => `${path} only passes on: import from where it is.`);
    expect(broken).toEqual([]);
  });

  it('the repository holds nothing of the development data', () => {
    expect(filesBelow('tests/fixtures').filter((path) => path.includes('seed/'))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:])\/\/.*$/gm, '$1');
}

function undocumented(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const match =
      /^export\s+(?:default\s+)?(?:async\s+)?(?:function\*?|const|let|class|interface|type|abstract class)\s+([A-Za-z0-9_$]+)/.exec(line);
    if (!match) return [];
    const before = lines
      .slice(0, index)
      .reverse()
      .find((one) => one.trim() !== '' && !one.trim().startsWith('@') && !one.trim().startsWith('// biome-ignore'));
    // Overloads share a comment, and so do one-line constants or types that stand together.
    const shared = before?.startsWith('export ') && !line.includes('function');
    const overload = before?.startsWith(`export function ${match[1]}`);
    return before?.trim().endsWith('*/') || shared || overload ? [] : [match[1] ?? line];
  });
}
