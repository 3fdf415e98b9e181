import { useMemo } from 'preact/hooks';
import { formatCount, pluralCategory } from '../../lib/text/format/numbers.ts';
import type catalogue from '../../public/_locales/en/messages.json';
import type { SurfacePlatform } from '../surface-platform.ts';
import { useSurface } from './surface-context.ts';

/** A text's name in `_locales`. */
export type MessageName = keyof typeof catalogue;

/** Texts that come by plural category: `name_one`, `name_other`… */
export type PluralName = MessageName extends infer Name ? (Name extends `${infer Stem}_other` ? Stem : never) : never;

/** Reads texts of the interface in its language. */
export interface Messages {
  t(name: MessageName, ...substitutions: string[]): string;
  /** The form for a count, which is `$1`; further substitutions follow. */
  n(name: PluralName, count: number, ...substitutions: string[]): string;
  /** A number as people write it. */
  count(value: number): string;
  locale: string;
}

/** The texts of a platform, without a component around. */
export function createMessages(platform: SurfacePlatform): Messages {
  const { locale } = platform;
  return {
    locale,
    t: (name, ...substitutions) => platform.message(name, substitutions),
    n(name, count, ...substitutions) {
      const all = [formatCount(count, locale), ...substitutions];
      return platform.message(`${name}_${pluralCategory(count, locale)}`, all) || platform.message(`${name}_other`, all);
    },
    count: (value) => formatCount(value, locale),
  };
}

/** The texts of the surface a component is mounted in. */
export function useMessages(): Messages {
  const { platform } = useSurface();
  return useMemo(() => createMessages(platform), [platform]);
}
