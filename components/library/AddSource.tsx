import { useId, useState } from 'preact/hooks';
import type { FoundFeed } from '../../lib/messaging/protocol.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { FoundFeeds } from './FoundFeeds.tsx';
import { webAddress } from './web-address.ts';

type Step =
  | { kind: 'idle' }
  | { kind: 'looking' }
  | { kind: 'found'; feeds: FoundFeed[]; url: string }
  /** Nothing is declared there; the usual places were looked at or not. */
  | { kind: 'none'; url: string; usual: boolean }
  | { kind: 'failed'; text: MessageName };

/** Adds a source by address: a feed is added at once, a site shows the feeds it has. */
export function AddSource({ onAdd }: { onAdd(feeds: FoundFeed[]): Promise<boolean> }) {
  const { client, platform } = useSurface();
  const { t } = useMessages();
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const id = useId();

  async function look(address: string, usual: boolean): Promise<void> {
    const url = webAddress(address);
    if (url === null) return setStep({ kind: 'failed', text: 'sourceNoAddress' });
    // Asked for in the click itself: the browser refuses later.
    const granted = platform.requestHosts({ kind: 'hosts', hosts: [url.host] });
    setStep({ kind: 'looking' });
    if (!(await granted)) return setStep({ kind: 'failed', text: 'sourceNotAllowed' });
    const answer = await client.findFeeds({ url: url.href, usual });
    if (!answer.ok) return setStep({ kind: 'failed', text: answer.error.code === 'no-permission' ? 'sourcePrivate' : 'sourceUnreachable' });
    const feeds = answer.value;
    const [only] = feeds;
    if (only === undefined) return setStep({ kind: 'none', url: url.href, usual });
    if (feeds.length === 1 && only.format !== null && !only.known && sameHost(only.url, url)) {
      if (await onAdd([only])) setTyped('');
      return setStep({ kind: 'idle' });
    }
    setStep({ kind: 'found', feeds, url: url.href });
  }

  async function add(feed: FoundFeed): Promise<void> {
    if (!(await onAdd([feed])) || step.kind !== 'found') return;
    setStep({ ...step, feeds: step.feeds.map((other) => (other === feed ? { ...feed, known: true } : other)) });
  }

  return (
    <section>
      <form
        class="topic-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') void look(typed, false);
        }}
      >
        <label for={id}>{t('sourceAddress')}</label>
        <input
          id={id}
          type="text"
          inputMode="url"
          dir="ltr"
          autoComplete="off"
          spellcheck={false}
          maxLength={2000}
          placeholder="https://"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button" aria-busy={step.kind === 'looking'} disabled={step.kind === 'looking'}>
          {t(step.kind === 'looking' ? 'sourceLooking' : 'sourceAdd')}
        </button>
      </form>
      <div aria-live="polite">
        {step.kind === 'failed' && <p class="refused">{t(step.text)}</p>}
        {step.kind === 'none' && (
          <div class="preview">
            <p>{t(step.usual ? 'sourceNoneUsual' : 'sourceNone')}</p>
            {!step.usual && (
              <button type="button" class="button" onClick={() => void look(step.url, true)}>
                {t('sourceLookUsual')}
              </button>
            )}
          </div>
        )}
        {step.kind === 'found' && (
          <>
            <p class="intro">{t('sourceFound')}</p>
            <FoundFeeds feeds={step.feeds} onAdd={(feed) => void add(feed)} />
          </>
        )}
      </div>
    </section>
  );
}

function sameHost(url: string, asked: URL): boolean {
  return new URL(url).host === asked.host;
}
