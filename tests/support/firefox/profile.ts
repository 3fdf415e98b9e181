import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from '../browser-under-test.ts';

/** Internal UUID the extension gets, so that its addresses are known beforehand. */
export const EXTENSION_UUID = '5bd3a6a4-11aa-4f6c-9d20-51de11647001';

/** Makes a profile folder with preferences, and for the demo the one certificate it believes. */
export async function newFirefoxProfile(options: LaunchOptions, addonId: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'sidelight-firefox-'));
  const prefs = { ...QUIET, ...proxyPrefs(options), 'extensions.webextensions.uuids': JSON.stringify({ [addonId]: EXTENSION_UUID }) };
  const lines = Object.entries({
    ...prefs,
    ...(options.hosts === 'everything' ? TESTS_ONLY : {}),
    ...(options.hosts === 'everything' && !options.processesAsShipped ? CHEAPER : {}),
    ...(options.asksPermissions && { 'extensions.webextOptionalPermissionPrompts': true }),
  });
  await writeFile(
    join(profile, 'user.js'),
    lines.map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''),
  );
  if (options.hosts !== 'everything') {
    const { names, fingerprint } = options.hosts;
    // The OID names SHA-256. Every other certificate is checked in full.
    const lines = names.map((host) => `${host}:443:\tOID.2.16.840.1.101.3.4.2.1\t${fingerprint}\t\n`);
    await writeFile(join(profile, 'cert_override.txt'), `# PSM Certificate Override Settings file\n${lines.join('')}`);
  }
  return profile;
}

/** A fresh profile without welcome pages, telemetry or questions; safe for a browser that people use. */
const QUIET = {
  'remote.prefs.recommended': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.startup.homepage_override.mstone': 'ignore',
  'browser.newtabpage.activity-stream.feeds.section.topstories': false,
  'browser.newtabpage.activity-stream.showSponsoredTopSites': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
  'termsofuse.bypassNotification': true,
  'browser.preonboarding.enabled': false,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.tabs.warnOnClose': false,
  'browser.warnOnQuit': false,
  'devtools.jsonview.enabled': false,
};

/** What only a browser without a person in front of it may have: unsigned add-ons, no background traffic, no questions. */
const TESTS_ONLY = {
  // All sites in one process that stays: a process for each page costs more than most tests. Add-ons keep theirs.
  'fission.webContentIsolationStrategy': 0,
  'dom.ipc.processCount': 1,
  'dom.ipc.keepProcessesAlive.web': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  'browser.newtab.preload': false,
  'xpinstall.signatures.required': false,
  'extensions.webextOptionalPermissionPrompts': false,
  'extensions.webextensions.keepStorageOnUninstall': true,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.http.speculative-parallel-limit': 0,
  'network.trr.mode': 5,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.contentblocking.features.standard': '',
  'browser.search.update': false,
  'browser.region.network.url': '',
  'browser.newtabpage.enabled': false,
  'browser.topsites.contile.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'extensions.getAddons.cache.enabled': false,
  'extensions.update.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.blocklist.enabled': false,
  'media.gmp-manager.updateEnabled': false,
  'dom.push.connection.enabled': false,
  'security.OCSP.enabled': 0,
  'security.remote_settings.intermediates.enabled': false,
  'security.remote_settings.crlite_filters.enabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
  // After a crash no tab comes back by itself and goes on with what it did.
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.cosmeticAnimations.enabled': false,
  'dom.max_script_run_time': 0,
  // Storage can be closed and its quota changed while the browser runs.
  'dom.quotaManager.testing': true,
};

/** What costs a fifth of a test's time and nobody looks at: sixty pictures a second, and machine code for what runs once. */
const CHEAPER = {
  'layout.frame_rate': 20,
  'javascript.options.ion': false,
};

function proxyPrefs(options: LaunchOptions): Record<string, string | number> {
  const { httpPort } = options.web;
  if (options.hosts === 'everything') {
    return {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': httpPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': httpPort,
    };
  }
  const script = `function FindProxyForURL(url, host) { return ${JSON.stringify(options.hosts.names)}.indexOf(host) < 0 ? "DIRECT" : "PROXY 127.0.0.1:${httpPort}"; }`;
  return { 'network.proxy.type': 2, 'network.proxy.autoconfig_url': `data:text/javascript,${encodeURIComponent(script)}` };
}
