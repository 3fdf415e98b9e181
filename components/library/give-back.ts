import type { PageClient } from '../../lib/messaging/protocol.ts';
import type { LibraryData } from '../library-data.ts';
import type { SurfacePlatform } from '../surface-platform.ts';

/** What {@link giveBack} asks. */
export interface GiveBackDeps {
  client: PageClient;
  platform: SurfacePlatform;
  data: Pick<LibraryData, 'sync'>;
}

/** Gives the permission for a host back, unless the mode, a chosen site, a source or sync needs it. What cannot be asked counts as a need. */
export async function giveBack(host: string, deps: GiveBackDeps): Promise<void> {
  if (!(await isNeeded(host, deps))) await deps.platform.removeHosts({ kind: 'hosts', hosts: [host] });
}

async function isNeeded(host: string, { client, data }: GiveBackDeps): Promise<boolean> {
  const [settings, sources, sync] = await Promise.all([
    client.getSettings({}),
    client.listSources({}),
    data.sync().then((answer) => answer.syncStatus()),
  ]);
  if (!settings.ok || !sources.ok || !sync.ok || settings.value.mode === 'every-site') return true;
  const addresses = [...sources.value.map(({ url }) => url), ...(sync.value.on === null ? [] : [sync.value.on.url])];
  const hosts = [...settings.value.sites, ...addresses.map((url) => new URL(url).host)];
  return hosts.some((other) => withoutPort(other) === withoutPort(host));
}

/** Permissions know no ports. */
function withoutPort(host: string): string {
  return host.replace(/:\d+$/, '');
}
