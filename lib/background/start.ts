import { serve } from '../messaging/router.ts';
import { registerGate } from '../platform/gate-script.ts';
import { onRequest } from '../platform/messages.ts';
import { EVERY_SITE, grantedPatterns, hostPattern } from '../platform/permissions.ts';
import { loadSettings, saveSettings } from '../platform/settings.ts';
import { createSettingsService } from '../services/settings.ts';
import { createApp } from './app.ts';
import { serveEvents } from './events.ts';
import { serveKeptChoice } from './kept-choice.ts';
import { createContentHandlers, createPageHandlers } from './page-handlers.ts';
import { createSafekeeping } from './safekeeping.ts';
import { createSources } from './sources.ts';
import { runUpkeep, serveUpkeep } from './upkeep.ts';

/** Starts the background: builds its parts and adds all listeners in the same turn. May run again after every stop. */
export function startBackground(): void {
  const app = createApp(() => void runUpkeep(app, settings));
  const settings = createSettingsService({
    load: loadSettings,
    save: saveSettings,
    granted: grantedPatterns,
    applyGate: (hosts, withoutHosts) =>
      registerGate({
        matches: hosts.map((host) => (host === '*' ? EVERY_SITE : hostPattern(host))),
        excludeMatches: withoutHosts.map(hostPattern),
      }),
  });
  const sources = createSources(app, settings);
  const safekeeping = createSafekeeping(app);
  const pages = createPageHandlers(app, settings, { ...sources.handlers, ...safekeeping.handlers }, sources.start);
  const contents = createContentHandlers(app, settings);
  onRequest((message, sender) => serve(message, sender, pages, contents));
  serveEvents(app, settings, pages);
  serveKeptChoice(pages);
  sources.serve();
  serveUpkeep(app, settings, sources.start);
  safekeeping.serve();
}
