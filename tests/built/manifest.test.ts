import { describe, expect, it } from 'vitest';
import { builtFiles, builtManifest, builtText } from '../support/built-extension.ts';

const PERMISSIONS = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];

describe.each(['chromium', 'firefox'] as const)('manifest of the %s build', (browser) => {
  const manifest = builtManifest(browser);

  it('asks for exactly the permissions that the documents explain', () => {
    const expected = browser === 'chromium' ? [...PERMISSIONS, 'sidePanel'] : PERMISSIONS;
    expect([...(manifest.permissions as string[])].sort()).toEqual(expected.sort());
    expect(manifest.optional_permissions).toEqual(browser === 'chromium' ? ['downloads', 'offscreen'] : ['downloads']);
  });

  it('has no host permission at install', () => {
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  it('shows nothing of itself to pages', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('starts its content security policy from nothing and allows only its own files', () => {
    const { extension_pages: policy } = manifest.content_security_policy as { extension_pages: string };
    const directives = policy.split(';').map((one) => one.trim());
    expect(directives[0]).toBe("default-src 'none'");
    for (const directive of directives) {
      const [name, ...sources] = directive.split(' ');
      // Feeds are fetched as data, from hosts the user gave permission for; nothing else comes from outside.
      const allowed = name === 'connect-src' ? ["'self'", 'https:', 'http:'] : ["'self'", "'none'"];
      expect(sources.filter((source) => !allowed.includes(source))).toEqual([]);
    }
  });

  it('is manifest version 3 with everything people see in locale files', () => {
    expect(manifest.manifest_version).toBe(3);
    const messages = JSON.parse(builtText(browser, '_locales/en/messages.json')) as Record<string, unknown>;
    for (const [, key] of JSON.stringify(manifest).matchAll(/__MSG_([A-Za-z0-9_]+)__/g)) expect(messages).toHaveProperty(key ?? '');
  });

  it('names only files that are there', () => {
    const files = builtFiles(browser);
    const text = JSON.stringify(manifest);
    for (const [, path] of text.matchAll(/"([\w/-]+\.(?:html|js|png|css|json))"/g)) expect(files).toContain(path);
  });

  it('never holds the sample reports', () => {
    expect(builtFiles(browser).filter((path) => /demo/i.test(path))).toEqual([]);
  });

  it('holds the data it opens: topics, outlets and the starter pack', () => {
    const data = ['data/builtin.gaz', 'data/catalogue.json', 'data/starter.pack.ndjson'];
    expect(builtFiles(browser)).toEqual(expect.arrayContaining(data));
  });
});

describe('manifest of the firefox build alone', () => {
  const manifest = builtManifest('firefox');

  it('declares that no data is collected', () => {
    const { gecko } = manifest.browser_specific_settings as { gecko: { data_collection_permissions: unknown; strict_min_version: string } };
    expect(gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect(Number(gecko.strict_min_version.split('.')[0])).toBeGreaterThanOrEqual(142);
  });

  it('puts its button into the toolbar, where the number is seen', () => {
    expect(manifest.action).toMatchObject({ default_area: 'navbar' });
  });

  it('does not open its sidebar by itself', () => {
    expect(manifest.sidebar_action).toMatchObject({ open_at_install: false });
  });
});

describe('manifest of the chromium build alone', () => {
  it('has a side panel', () => {
    expect(builtManifest('chromium').side_panel).toMatchObject({ default_path: 'sidepanel.html' });
  });
});
