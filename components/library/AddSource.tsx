import { useState } from 'preact/hooks';
import type { FoundFeed } from '../../lib/messaging/protocol.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import { AddressForm } from './AddressForm.tsx';
import { FoundFeeds } from './FoundFeeds.tsx';
import { webAddress } from './web-address.ts';

type Step =
  | { kind: 'idle' }
  | { kind: 'looking' }
  | { kind: 'found'; feeds: FoundFeed[]; url: string }
  /** Nothing is declared there; the usual places were looked at or not. */
  | { kind: 'none'; url: string; usual: boolean }
  /** `also`: the same site by its other name, which is another host to the browser. */
  | { kind: 'failed'; text: MessageName; also?: string };

/** Adds a source by address: a feed is added at once, a site shows the feeds it has. */
export function AddSource({ onAdd }: { onAdd(feeds: FoundFeed[]): Promise<boolean> }) {
  const { client, platform } = useSurface();
  const { t } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });

  /** True once the source is added; else the next step says what is to be done. */
  async function look(address: string, usual: boolean): Promise<boolean> {
    const next = (step: Step): false => {
      setStep(step);
      return false;
    };
    const url = webAddress(address);
    if (url === null) return next({ kind: 'failed', text: 'sourceNoAddress' });
    // Asked for in the click itself: the browser refuses later.
    const granted = platform.requestHosts({ kind: 'hosts', hosts: [url.host] });
    setStep({ kind: 'looking' });
    if (!(await granted)) return next({ kind: 'failed', text: 'sourceNotAllowed' });
    const answer = await client.findFeeds({ url: url.href, usual });
    if (!answer.ok) {
      if (answer.error.code === 'no-permission') return next({ kind: 'failed', text: 'sourcePrivate' });
      const leads = answer.error.code === 'leads-away';
      return next({ kind: 'failed', text: leads ? 'error_leads_away' : 'sourceUnreachable', also: otherName(url) });
    }
    const feeds = answer.value;
    const [only] = feeds;
    if (only === undefined) return next({ kind: 'none', url: url.href, usual });
    if (feeds.length > 1 || only.format === null || only.known || !sameHost(only.url, url))
      return next({ kind: 'found', feeds, url: url.href });
    setStep({ kind: 'idle' });
    return onAdd([only]);
  }

  async function add(feed: FoundFeed): Promise<void> {
    if (!(await onAdd([feed])) || step.kind !== 'found') return;
    setStep({ ...step, feeds: step.feeds.map((other) => (other === feed ? { ...feed, known: true } : other)) });
  }

  return (
    <section>
      <AddressForm
        label={t('sourceAddress')}
        button={t(step.kind === 'looking' ? 'sourceLooking' : 'sourceAdd')}
        busy={step.kind === 'looking'}
        onAddress={(typed) => look(typed, false)}
      />
      <div aria-live="polite">
        {step.kind === 'failed' && (
          <>
            <p class="refused">{t(step.text)}</p>
            {step.also !== undefined && (
              <button type="button" class="button" onClick={() => void look(step.also as string, false)}>
                {t('sourceTry', new URL(step.also).host)}
              </button>
            )}
          </>
        )}
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

/** A site without "www." often only leads to the one with it, and the other way; or has no server at all. */
function otherName(url: URL): string {
  const other = new URL(url);
  other.hostname = url.hostname.startsWith('www.') ? url.hostname.slice(4) : `www.${url.hostname}`;
  return other.href;
}

function sameHost(url: string, asked: URL): boolean {
  return new URL(url).host === asked.host;
}
