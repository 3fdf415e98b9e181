import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPageClient } from '../../../lib/messaging/client.ts';
import { sendToBackground } from '../../../lib/platform/messages.ts';

vi.mock('../../../lib/platform/messages.ts', () => ({ sendToBackground: vi.fn() }));

const send = vi.mocked(sendToBackground as (message: { kind: string; args: unknown }) => Promise<unknown>);
const ANSWER = { ok: true, value: [] };
const UNREACHED = { ok: false, error: { code: 'unexpected' } };
const stopped = () => Promise.reject(new Error('The message channel closed before a response was received.'));

afterEach(() => void send.mockReset());

describe('the background as functions', () => {
  it.each([
    ['with an error', stopped],
    ['without a word', async () => undefined],
  ])('is asked again where it was stopped in the middle of a question, %s', async (_how, goesAway) => {
    send.mockImplementationOnce(goesAway).mockResolvedValueOnce(ANSWER);
    expect(await createPageClient().listPins({})).toEqual(ANSWER);
    expect(send.mock.calls).toEqual([[{ kind: 'listPins', args: {} }], [{ kind: 'listPins', args: {} }]]);
  });

  it('is not told twice to do something: it may have been done', async () => {
    send.mockImplementationOnce(stopped);
    expect(await createPageClient().unpin({ pinId: 'a' })).toMatchObject(UNREACHED);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('is given time to be gone', async () => {
    for (let lost = 0; lost < 3; lost++) send.mockImplementationOnce(stopped);
    send.mockResolvedValueOnce(ANSWER);
    expect(await createPageClient().listPins({})).toEqual(ANSWER);
  });

  it('answers that it could not be reached where every question is lost', async () => {
    send.mockImplementation(stopped);
    expect(await createPageClient().getSettings({})).toMatchObject(UNREACHED);
    expect(send).toHaveBeenCalledTimes(4);
  });

  it('hands on refusals as they are', async () => {
    const refusal = { ok: false, error: { code: 'not-found', message: '' } };
    send.mockResolvedValueOnce(refusal);
    expect(await createPageClient().getReporter({ reporterId: 'r' })).toBe(refusal);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
