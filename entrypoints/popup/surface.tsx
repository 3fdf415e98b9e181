import { render } from 'preact';
import type { SurfacePlatform } from '../../components/surface-platform.ts';
import { PopupView } from '../../components/views/PopupView.tsx';
import { createPageClient } from '../../lib/messaging/client.ts';
import { tabUrl } from '../../lib/platform/page-reader.ts';
import { getSession } from '../../lib/platform/session.ts';
import { loadSettings } from '../../lib/platform/settings.ts';
import { createSurfacePlatform } from '../../lib/platform/surface-platform.ts';
import { surelyKnownPage } from '../../lib/services/known-page.ts';

/** Fills the frame that the HTML of popup or panel begins with. */
export function showSurface(surface: 'popup' | 'panel'): void {
  const platform = createSurfacePlatform(surface) satisfies SurfacePlatform;
  const known = (tabId: number) => surelyKnownPage(tabId, { session: { get: getSession }, tabUrl, loadSettings });
  const root = document.getElementById('app');
  if (root !== null) render(<PopupView platform={platform} client={createPageClient()} known={known} />, root);
}
