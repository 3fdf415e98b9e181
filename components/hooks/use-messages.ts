import { useMemo } from 'preact/hooks';
import { createTexts, type Texts } from '../../lib/text/format/texts.ts';
import type catalogue from '../../public/_locales/en/messages.json';
import type { SurfacePlatform } from '../surface-platform.ts';
import { useSurface } from './surface-context.ts';

/** A text's name in `_locales`. */
export type MessageName = keyof typeof catalogue;

/** Texts that come by plural category: `name_one`, `name_other`… */
export type PluralName = MessageName extends infer Name ? (Name extends `${infer Stem}_other` ? Stem : never) : never;

/** Reads texts of the interface in its language. */
export type Messages = Texts<MessageName, PluralName>;

/** The texts of a platform, without a component around. */
export function createMessages(platform: SurfacePlatform): Messages {
  return createTexts((name, substitutions) => platform.message(name, substitutions), platform.locale);
}

/** The texts of the surface a component is mounted in. */
export function useMessages(): Messages {
  const { platform } = useSurface();
  return useMemo(() => createMessages(platform), [platform]);
}
