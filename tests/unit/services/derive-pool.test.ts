import { describe, expect, it } from 'vitest';
import type { Article } from '../../../lib/core/article.ts';
import { fail, ok } from '../../../lib/core/result.ts';
import { answered, type DeriveThread, deriveInThreads, packDerived, unpackDerived } from '../../../lib/services/derive-pool.ts';
import { derive, record } from '../../contract/sample-data.ts';

const articles = Array.from({ length: 230 }, (_, n) => record(`r${n}`, { headline: `Lathe ${n}`, text: `Word${n} stands here.` }).article);
const alone = (some: Article[]) => some.map(derive);

function thread(answer: (some: Article[]) => Awaited<ReturnType<DeriveThread['derive']>>, waitMs = 0): DeriveThread & { asked: number } {
  const made = {
    asked: 0,
    openTopics: async () => ok(undefined),
    derive: async (some: Article[]) => {
      made.asked++;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      return answer(some);
    },
  };
  return made;
}

const works = (some: Article[]) => ok(some.map((article) => packDerived(derive(article))));

describe('deriving in threads', () => {
  it('packs and unpacks what was derived without a difference', () => {
    for (const article of articles.slice(0, 5))
      expect(unpackDerived(structuredClone(packDerived(derive(article))))).toEqual(derive(article));
    const empty = { topics: [], vector: [], terms: [], signature: new Uint32Array(0), nameKeys: [] };
    expect(unpackDerived(packDerived(empty))).toEqual(empty);
  });

  it('gives the same as one thread, in the order asked, and every thread some of it', async () => {
    const threads = [thread(works, 5), thread(works)];
    expect(await deriveInThreads(articles, threads, alone)).toEqual(alone(articles));
    expect(threads.every(({ asked }) => asked > 0)).toBe(true);
  });

  it('does itself what a thread could not', async () => {
    const threads = [thread(() => fail('unexpected', 'It stopped.')), thread((some) => works(some.slice(1)))];
    expect(await deriveInThreads(articles, threads, alone)).toEqual(alone(articles));
    expect(await deriveInThreads([], threads, alone)).toEqual([]);
  });

  it('asks a thread that failed no more, and does everything itself where none is left', async () => {
    const broken = thread(() => fail('unexpected', 'It stopped.'));
    const threads: DeriveThread[] = [broken];
    expect(await deriveInThreads(articles, threads, alone)).toEqual(alone(articles));
    expect(threads).toEqual([]);
    expect(broken.asked).toBe(1);
  });

  it('does not wait for ever for a thread that was ended', async () => {
    expect(await answered(new Promise(() => {}), 5)).toMatchObject({ ok: false });
    expect(await answered(Promise.resolve(ok('answer')), 5)).toEqual(ok('answer'));
  });
});
