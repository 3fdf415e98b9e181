import { useState } from 'preact/hooks';
import type { FoundFeed } from '../../lib/messaging/protocol.ts';
import { decodeDocument } from '../../lib/text/decode-document.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { useMessages } from '../hooks/use-messages.ts';
import { Icon } from '../icons/Icon.tsx';
import { FileButton } from './FileButton.tsx';

/** A list of feeds is small; more than this is another kind of file. */
const FILE_MAX_BYTES = 5_000_000;

type Step = { kind: 'idle' } | { kind: 'failed' } | { kind: 'preview'; feeds: FoundFeed[]; leftOut: number; left: ReadonlySet<string> };

/** Brings the sources of another reader in, and takes these to another. */
export function OpmlTools({ onAdd, sources }: { onAdd(feeds: FoundFeed[]): Promise<boolean>; sources: number }) {
  const { client, feedback, platform } = useSurface();
  const { t, n } = useMessages();
  const [step, setStep] = useState<Step>({ kind: 'idle' });

  async function read(file: File): Promise<void> {
    const text = file.size > FILE_MAX_BYTES ? null : decodeDocument(new Uint8Array(await file.arrayBuffer()));
    const answer = text === null ? null : await client.readOpml({ text });
    if (answer?.ok) setStep({ kind: 'preview', ...answer.value, left: new Set() });
    else setStep({ kind: 'failed' });
  }

  async function save(): Promise<void> {
    const answer = await client.writeOpml({});
    const name = `sidelight-${new Date(platform.now()).toISOString().slice(0, 10)}.opml`;
    const saved = answer.ok && (await platform.saveFile(name, new Blob([answer.value.text], { type: 'text/x-opml' })));
    feedback.tell(saved ? t('fileSaved', name) : t('actionFailed'));
  }

  const fresh = step.kind === 'preview' ? step.feeds.filter(({ known }) => !known) : [];
  const chosen = step.kind === 'preview' ? fresh.filter(({ url }) => !step.left.has(url)) : [];
  return (
    <section>
      <h2>{t('opml')}</h2>
      <p>{t('opmlText')}</p>
      <p class="buttons">
        <FileButton label={t('opmlChoose')} accept=".opml,.xml,text/x-opml,text/xml" busy={false} onFile={read} />
        {sources > 0 && (
          <button type="button" class="button" onClick={() => void save()}>
            <Icon name="download" />
            {t('opmlSave')}
          </button>
        )}
      </p>
      <div aria-live="polite">
        {step.kind === 'failed' && <p class="refused">{t('opmlBad')}</p>}
        {step.kind === 'preview' && (
          <div class="preview">
            <p class="preview-title">{n('opmlHolds', step.feeds.length + step.leftOut)}</p>
            {fresh.length < step.feeds.length && <p>{n('opmlKnown', step.feeds.length - fresh.length)}</p>}
            {step.leftOut > 0 && <p>{n('opmlLeftOut', step.leftOut)}</p>}
            <ul class="found choices-list">
              {fresh.map((feed) => (
                <li key={feed.url}>
                  <label>
                    <input
                      type="checkbox"
                      checked={!step.left.has(feed.url)}
                      onChange={(event) => {
                        const left = new Set(step.left);
                        if (event.currentTarget.checked) left.delete(feed.url);
                        else left.add(feed.url);
                        setStep({ ...step, left });
                      }}
                    />
                    <bdi>{feed.title === '' ? feed.url : feed.title}</bdi>
                    {feed.folders.length > 0 && (
                      <span class="meta">
                        {' '}
                        <bdi>{feed.folders.join(' › ')}</bdi>
                      </span>
                    )}
                  </label>
                </li>
              ))}
            </ul>
            <p class="buttons">
              {fresh.length > 0 && (
                <button
                  type="button"
                  class="button button-main"
                  disabled={chosen.length === 0}
                  onClick={async () => {
                    if (await onAdd(chosen)) setStep({ kind: 'idle' });
                  }}
                >
                  {n('opmlAdd', chosen.length)}
                </button>
              )}
              <button type="button" class="button" onClick={() => setStep({ kind: 'idle' })}>
                {t('cancel')}
              </button>
            </p>
          </div>
        )}
      </div>
    </section>
  );
}
