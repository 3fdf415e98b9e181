import { describe, expect, it } from 'vitest';
import { builtFiles, builtText } from '../support/built-extension.ts';

describe.each(['chromium', 'firefox'] as const)('code of the %s build', (browser) => {
  const scripts = builtFiles(browser).filter((path) => /\.m?js$/.test(path));
  const pages = builtFiles(browser).filter((path) => path.endsWith('.html'));
  const styles = builtFiles(browser).filter((path) => path.endsWith('.css'));

  it('is there', () => {
    expect(scripts.length).toBeGreaterThan(2);
    expect(pages.length).toBeGreaterThan(2);
  });

  it('makes no code from text', () => {
    const makers = /\beval\s*\(|new Function\s*\(|\bFunction\s*\(\s*["'`]|setTimeout\s*\(\s*["'`]/;
    expect(scripts.filter((path) => makers.test(builtText(browser, path)))).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const remote =
      /(?:import|importScripts|Worker|fetch|sendBeacon|WebSocket|EventSource)\s*\(\s*["'`](?:https?:|wss?:)?\/\/|from\s*["'](?:https?:)?\/\/|\.src\s*=\s*["'`](?:https?:)?\/\//;
    expect(scripts.filter((path) => remote.test(builtText(browser, path)))).toEqual([]);
    expect(pages.filter((path) => /(?:src|href)\s*=\s*["'](?:https?:)?\/\//.test(builtText(browser, path)))).toEqual([]);
    expect(styles.filter((path) => /(?:@import|url\()\s*["']?(?:https?:)?\/\//.test(builtText(browser, path)))).toEqual([]);
  });

  it('has no page look up the hosts of its links', () => {
    // Firefox does so for links of extension pages: whoever answers it would learn what the open article is about.
    expect(pages.filter((path) => !/<meta http-equiv="?x-dns-prefetch-control"? content="?off"?/.test(builtText(browser, path)))).toEqual(
      [],
    );
  });

  it('keeps scripts and styles out of its pages', () => {
    const inline = /<script(?![^>]*\bsrc=)[^>]*>|\son\w+\s*=\s*["']|<style\b|\sstyle\s*=/i;
    expect(pages.filter((path) => inline.test(builtText(browser, path)))).toEqual([]);
  });

  it('never asks for tabs, history or cookies', () => {
    expect(
      scripts.filter(
        (path) =>
          /\.(?:history|cookies|webRequest|declarativeNetRequest)\.\w+\(/.test(builtText(browser, path)) &&
          /chrome\.(?:history|cookies|webRequest)|browser\.(?:history|cookies|webRequest)/.test(builtText(browser, path)),
      ),
    ).toEqual([]);
  });
});
