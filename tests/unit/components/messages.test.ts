import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writtenLanguage } from '../../../lib/core/language-tag.ts';
import catalogue from '../../../public/_locales/en/messages.json' with { type: 'json' };

const texts: Record<string, { message: string; description?: string }> = catalogue;

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

describe('the English texts', () => {
  it('have valid names, words and no exclamation marks', () => {
    for (const [name, { message }] of Object.entries(texts)) {
      expect(name).toMatch(/^[A-Za-z0-9_]+$/);
      expect(message.trim(), name).not.toBe('');
      expect(message, name).not.toContain('!');
      expect(message, name).not.toMatch(/\$(?!\d)/);
    }
  });

  it('come in both plural forms', () => {
    const stems = Object.keys(texts).flatMap((name) => /^(.*)_(?:one|other)$/.exec(name)?.[1] ?? []);
    for (const stem of stems) expect([`${stem}_one` in texts, `${stem}_other` in texts], stem).toEqual([true, true]);
  });

  it('are all used somewhere', () => {
    const code = `${sources('components')}\n${sources('lib')}\n${sources('entrypoints')}\n${readFileSync('wxt.config.ts', 'utf8')}`;
    // Families read by a computed name, such as `zone_${zone}`.
    const families = [...code.matchAll(/`([a-zA-Z]+_)\$\{/g)].map((match) => match[1] ?? '');
    const unused = Object.keys(texts).filter((name) => {
      const stem = name.replace(/_(one|other)$/, '');
      return (
        !code.includes(`'${name}'`) &&
        !code.includes(`"${name}"`) &&
        !code.includes(`'${stem}'`) &&
        !code.includes(`__MSG_${name}__`) &&
        !families.some((family) => name.startsWith(family))
      );
    });
    expect(unused).toEqual([]);
  });

  it('hold every name that the platform, the background and the manifest ask for', () => {
    const code = `${sources('lib/platform')}\n${sources('lib/background')}`;
    const calls = [...code.matchAll(/(?:getMessage|flashBadge)\(((?:[^()]|\([^()]*\))*)\)/g)].map((match) => match[1] ?? '');
    const asked = calls.flatMap((args) => [...args.matchAll(/'([A-Za-z]\w*)'/g)].map((match) => match[1] ?? ''));
    const named = [...readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+?)__/g)].map((match) => match[1] ?? '');
    expect(asked).toContain('badgePinned');
    expect(named).toContain('extDescription');
    expect([...asked, ...named].filter((name) => !(name in texts))).toEqual([]);
  });

  it('say which way they are written', () => {
    expect(texts.dir?.message).toBe('ltr');
  });
});

describe('the texts of every language', () => {
  it.each(readdirSync('public/_locales'))('say that they are written in it: %s', (language) => {
    const { locale } = JSON.parse(readFileSync(join('public/_locales', language, 'messages.json'), 'utf8'));
    expect(writtenLanguage(locale.message)).toBe(writtenLanguage(language));
    expect(Intl.getCanonicalLocales(locale.message)).toEqual([locale.message]);
  });
});
