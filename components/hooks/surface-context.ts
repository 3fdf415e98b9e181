import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageClient } from '../../lib/messaging/protocol.ts';
import type { SurfacePlatform } from '../surface-platform.ts';

/** What every component of a surface may use besides its props. */
export interface Surface {
  platform: SurfacePlatform;
  client: PageClient;
  feedback: Feedback;
  /** Opens what the index knows of a reporter, over the surface. */
  showReporter(reporterId: string): void;
  /** Reporters (`@id`) and topics (`#id`) followed or left here: over what was known then, until what is known is newer. */
  follows: ReadonlyMap<string, boolean>;
  setFollows(id: string, followed: boolean): void;
  /** What is known of one, or of all, is newer than what was done here. */
  forgetFollows(id?: string): void;
}

/** How a component tells what it did. */
export interface Feedback {
  /** Shows and announces one sentence; with `undo`, offers to take it back. */
  tell(text: string, undo?: () => Promise<boolean>): void;
  /** Announces to screen readers only. */
  announce(text: string): void;
}

/** Carries the surface down the tree. */
export const SurfaceContext = createContext<Surface | null>(null);

/** The surface a component is mounted in. Throws outside of one: that is a bug. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (surface === null) throw new Error('Mount the component inside SurfaceFrame.');
  return surface;
}
