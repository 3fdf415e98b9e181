import { describe, expect, it } from 'vitest';
import { ok } from '../../../lib/core/result.ts';
import { PAGE_KINDS } from '../../../lib/messaging/page-kinds.ts';
import { PAGE_MESSAGES } from '../../../lib/messaging/page-messages.ts';
import { type ContentHandlers, type PageHandlers, serve } from '../../../lib/messaging/router.ts';
import { unreadable } from '../../support/unreadable-store.ts';

const called: string[] = [];
const pages = Object.fromEntries(
  PAGE_KINDS.map((kind) => [kind, async (args: unknown) => (called.push(`${kind} ${JSON.stringify(args)}`), ok('answer'))]),
) as unknown as PageHandlers;
const contents: ContentHandlers = {
  pageSeen: async ({ isArticle }, tabId) => (called.push(`pageSeen ${isArticle} ${tabId}`), ok({ extract: true })),
};
const page = { kind: 'page' as const, tabId: null };
const content = { kind: 'content' as const, tabId: 3 };

describe('serve', () => {
  it('knows a schema for every kind', () => expect(Object.keys(PAGE_MESSAGES).sort()).toEqual([...PAGE_KINDS].sort()));

  it('hands parsed arguments to the handler, without extra fields', async () => {
    called.length = 0;
    expect(await serve({ kind: 'search', args: { query: 'x', limit: 5, extra: 1 } }, page, pages, contents)).toEqual(ok('answer'));
    expect(called).toEqual(['search {"query":"x","limit":5}']);
  });

  it.each([
    ['no kind', {}, page],
    ['null', null, page],
    ['an unknown kind', { kind: 'constructor' }, page],
    ['a prototype’s name', { kind: '__proto__' }, page],
    ['bad arguments', { kind: 'search', args: { query: 5, limit: 1 } }, page],
    ['an address that is none', { kind: 'changeSource', args: { id: 'source:s', url: 'javascript:0' } }, page],
    ['an id that is none', { kind: 'restorePin', args: { pinId: { id: 'x' } } }, page],
    ['a follow of what is neither reporter nor topic', { kind: 'follow', args: { id: '~outlet', followed: true } }, page],
    ['a follow without a time', { kind: 'restoreFollows', args: { follows: [{ id: '@r', seenAtMs: 'now' }] } }, page],
    ['a page request of a content script', { kind: 'listPins', args: {} }, content],
    ['a stranger', { kind: 'listPins', args: {} }, { kind: 'other' as const, tabId: null }],
    ['a gate message from our own page', { kind: 'pageSeen', args: { isArticle: true } }, page],
    ['a spoilt gate message', { kind: 'pageSeen', args: { isArticle: 'yes' } }, content],
  ])('refuses %s', async (_name, message, sender) => {
    called.length = 0;
    const answer = await serve(message, sender, pages, contents);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-message' } });
    expect(called).toEqual([]);
  });

  it('lets a gate speak of its own tab only', async () => {
    called.length = 0;
    await serve({ kind: 'pageSeen', args: { isArticle: true, tabId: 99 } }, content, pages, contents);
    expect(called).toEqual(['pageSeen true 3']);
  });

  it('answers a failing handler with an error value', async () => {
    const failing = { ...pages, listPins: async () => Promise.reject(new Error('boom')) } as unknown as PageHandlers;
    const silent = console.error;
    console.error = () => {};
    const answer = await serve({ kind: 'listPins', args: {} }, page, failing, contents);
    console.error = silent;
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
  });

  it('says what of the index could not be read as such, so that its export is offered', async () => {
    const answer = await serve({ kind: 'listPins', args: {} }, page, { ...pages, listPins: unreadable }, contents);
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage-failed' } });
  });
});
