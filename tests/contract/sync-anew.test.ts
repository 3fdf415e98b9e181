import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pinArticle } from '../../lib/services/pins.ts';
import { type CouchServer, startCouchServer } from '../support/couch-server.ts';
import { value } from './checks.ts';
import { type ExchangePlace, exchangePlace } from './exchange-places.ts';
import { derive, record } from './sample-data.ts';

let server: CouchServer;
/** At the address of the server once the database was deleted and made again: it is empty. */
let anew: CouchServer;

beforeEach(async () => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
  [server, anew] = [await startCouchServer(), await startCouchServer()];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all([server.stop(), anew.stop()]);
});

const choice = (passphrase = 'six plain words of mine') => ({ url: server.url(), ...server.login, passphrase });

async function pinned(place: ExchangePlace, ...ids: string[]): Promise<void> {
  value(await place.store.addArticles(ids.map((id) => record(id))));
  for (const id of ids) value(await pinArticle(id, { ...place.deps, derive }));
}

async function pair(): Promise<[ExchangePlace, ExchangePlace]> {
  const [one, two] = [await exchangePlace(), await exchangePlace()];
  await pinned(one, 'r1', 'r2');
  for (const { sync: of } of [one, two]) expect(value(await of.switchOnSync(choice())).problem).toBeNull();
  return [one, two];
}

async function sync(...places: ExchangePlace[]): Promise<void> {
  for (const { sync: of } of places) expect(value(await of.syncNow()).last?.problem).toBeNull();
}

const headlines = async ({ store }: ExchangePlace): Promise<string[]> =>
  (await store.listPins()).map(({ article }) => article.headline).sort();

async function makeAnew(): Promise<void> {
  const real = globalThis.fetch;
  await real(anew.url(), { method: 'PUT', headers: { Authorization: `Basic ${btoa(`${anew.login.user}:${anew.login.password}`)}` } });
  const [port, other] = [server, anew].map((each) => `:${new URL(each.url()).port}/`) as [string, string];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => real(String(input).replace(port, other), init));
}

describe('sync with a database that was deleted and made again', () => {
  it('stops a device whose passphrase is not that of what lies on the server any more, and leaves that as it is', async () => {
    const [one, two] = await pair();
    await makeAnew();
    // The reader begins anew on the first device.
    value(await one.sync.switchOffSync());
    expect(value(await one.sync.switchOnSync(choice('another six words of mine'))).problem).toBeNull();
    const before = anew.contents();
    await pinned(two, 'r3');
    for (let run = 0; run < 2; run++) expect(value(await two.sync.syncNow()).last).toMatchObject({ problem: 'passphrase', sent: 0 });
    expect([anew.contents(), anew.conflicts()]).toEqual([before, 0]);
    await sync(one);
    value(await two.sync.switchOffSync());
    expect(value(await two.sync.switchOnSync(choice('another six words of mine'))).problem).toBeNull();
    await sync(one);
    expect(await headlines(one)).toEqual(['Report r1', 'Report r2', 'Report r3']);
  });

  it('fills a database anew that was deleted and made again', async () => {
    const [one, two] = await pair();
    await makeAnew();
    await pinned(two, 'r3');
    await sync(two, one);
    const third = await exchangePlace();
    value(await third.sync.switchOnSync(choice()));
    expect(await headlines(third)).toEqual(['Report r1', 'Report r2', 'Report r3']);
    expect(anew.conflicts()).toBe(0);
  });
});
