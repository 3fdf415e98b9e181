import { type ParseArgsConfig, parseArgs } from 'node:util';
import { parseWebUrl } from '../core/canonical-url.ts';
import { UsageError } from './command.ts';

/** What a command's words said: options by name, the rest in order. */
export interface Arguments {
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
}

/**
 * Reads a command's words. `--help` needs no mention: `main` has answered it before.
 * Throws UsageError, in one line, for an unknown option or a missing value.
 */
export function readArguments(args: string[], options: NonNullable<ParseArgsConfig['options']>): Arguments {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values: { ...values }, positionals };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(oneLine(said));
  }
}

/** Value of a text option; undefined where it was not given. */
export function textOption(given: Arguments, name: string): string | undefined {
  const value = given.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** Value of an option that is an http(s) address, as given; throws UsageError for anything else. */
export function addressOption(given: Arguments, name: string): string | undefined {
  const text = textOption(given, name);
  if (text !== undefined && parseWebUrl(text) === null) throw new UsageError(`--${name} wants an http(s) address, not "${text}"`);
  return text;
}

/** Throws UsageError where an option was given that says nothing in this form of a command. */
export function refuseOptions(given: Arguments, names: string[], form: string): void {
  const idle = names.find((name) => given.values[name] !== undefined);
  if (idle !== undefined) throw new UsageError(`--${idle} says nothing with ${form}; leave it out`);
}

/** Value of a whole-number option of at least `least`; throws UsageError for anything else. */
export function countOption(given: Arguments, name: string, fallback: number, least = 1): number {
  const text = textOption(given, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new UsageError(`--${name} wants a whole number of at least ${least}, not "${text}"`);
  return value;
}

/** A message without line breaks, cut at 300 characters, for standard error. */
export function oneLine(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
