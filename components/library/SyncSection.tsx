import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../lib/core/result.ts';
import { type SyncChoice, type SyncProblem, type SyncStatus, syncAddress } from '../../lib/core/sync-status.ts';
import { actionFailureText } from '../failure-text.ts';
import { useSurface } from '../hooks/surface-context.ts';
import { type MessageName, useMessages } from '../hooks/use-messages.ts';
import type { LibraryData } from '../library-data.ts';
import { SyncFacts } from './SyncFacts.tsx';
import { SyncForm } from './SyncForm.tsx';

const PROBLEMS = {
  away: 'syncProblem_away',
  login: 'syncProblem_login',
  'no-database': 'syncProblem_no_database',
  server: 'syncProblem_server',
  'not-couch': 'syncProblem_not_couch',
  passphrase: 'syncProblem_passphrase',
  permission: 'syncProblem_permission',
  address: 'syncProblem_address',
  newer: 'syncProblem_newer',
  'too-much': 'syncProblem_too_much',
  stopped: 'syncProblem_stopped',
  storage: 'syncProblem_storage',
} as const satisfies Record<SyncProblem, MessageName>;

/** Sync through a server that the reader names: off until they switch it on. */
export function SyncSection({ data, onSynced }: { data: LibraryData; onSynced(): void }) {
  const { feedback, platform } = useSurface();
  const { t } = useMessages();
  const [status, setStatus] = useState<SyncStatus | null>(null);
  const [problem, setProblem] = useState<SyncProblem | null>(null);
  const [busy, setBusy] = useState(false);
  /** What ends the run under way. */
  const [stopper, setStopper] = useState<AbortController | null>(null);
  /** The form is shown: few want it, and it is long. */
  const [isSetUp, setIsSetUp] = useState(false);

  useEffect(() => {
    let stopped = false;
    void data
      .sync()
      .then((sync) => sync.syncStatus())
      .then((answer) => {
        if (stopped || !answer.ok) return;
        setStatus(answer.value);
        setProblem(answer.value.last?.problem ?? null);
      });
    return () => {
      stopped = true;
    };
  }, [data]);

  /** `granted`: what the browser said when it was asked, in the click itself. */
  async function run(
    granted: Promise<boolean>,
    work: () => Promise<Result<{ status: SyncStatus; problem: SyncProblem | null }>>,
  ): Promise<SyncProblem | null> {
    if (!(await granted)) {
      setProblem('permission');
      return 'permission';
    }
    setBusy(true);
    const answer = await work().finally(() => setBusy(false));
    if (!answer.ok) {
      feedback.tell(t(actionFailureText(answer.error, 'actionFailed')));
      return 'storage';
    }
    setStatus(answer.value.status);
    setProblem(answer.value.problem);
    if (answer.value.status.on !== null) onSynced();
    return answer.value.problem;
  }

  async function stoppable<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    const own = new AbortController();
    setStopper(own);
    try {
      return await work(own.signal);
    } finally {
      setStopper(null);
    }
  }

  async function switchOn(choice: SyncChoice): Promise<void> {
    const url = syncAddress(choice.url);
    if (url === null) return setProblem('address');
    const failed = await run(platform.requestHosts({ kind: 'origin', url: url.href }), () =>
      stoppable(async (stop) => (await data.sync()).switchOnSync({ ...choice, url: url.href }, stop)),
    );
    if (failed !== null) return;
    setIsSetUp(false);
    feedback.tell(t('syncIsOn'));
  }

  async function syncNow(url: string): Promise<void> {
    const failed = await run(platform.requestHosts({ kind: 'origin', url }), async () => {
      const answer = await stoppable(async (stop) => (await data.sync()).syncNow(stop));
      return answer.ok ? { ok: true, value: { status: answer.value, problem: answer.value.last?.problem ?? null } } : answer;
    });
    if (failed === null) feedback.tell(t('syncDone'));
  }

  async function syncAtOpening(whenOpened: boolean): Promise<void> {
    await run(Promise.resolve(true), async () => {
      const answer = await (await data.sync()).setSyncAtOpening(whenOpened);
      return answer.ok ? { ok: true, value: { status: answer.value, problem } } : answer;
    });
  }

  async function switchOff(): Promise<void> {
    const failed = await run(Promise.resolve(true), async () => {
      const answer = await (await data.sync()).switchOffSync();
      return answer.ok ? { ok: true, value: { status: answer.value, problem: null } } : answer;
    });
    if (failed === null) feedback.tell(t('syncIsOff'));
  }

  const on = status?.on ?? null;
  return (
    <section>
      <h2>{t('syncTitle')}</h2>
      <p>{t('syncText')}</p>
      <p class="meta">{t('syncWhen')}</p>
      {status !== null && on === null && !isSetUp && (
        <p class="buttons">
          <button type="button" class="button" onClick={() => setIsSetUp(true)}>
            {t('syncSetUp')}
          </button>
        </p>
      )}
      {on === null && isSetUp && (
        <SyncForm
          busy={busy}
          onSwitchOn={(choice) => void switchOn(choice)}
          onCancel={() => (stopper === null ? setIsSetUp(false) : stopper.abort())}
        />
      )}
      {status !== null && on !== null && (
        <>
          <SyncFacts on={on} last={status.last} />
          <p>
            <label>
              <input
                type="checkbox"
                checked={on.whenOpened}
                disabled={busy}
                onChange={(event) => void syncAtOpening(event.currentTarget.checked)}
              />{' '}
              {t('syncAtOpening')}
            </label>
          </p>
          <p class="buttons">
            <button type="button" class="button button-main" aria-busy={busy} disabled={busy} onClick={() => void syncNow(on.url)}>
              {t(busy ? 'syncing' : 'syncNow')}
            </button>
            {stopper !== null && (
              <button type="button" class="button" onClick={() => stopper.abort()}>
                {t('sourcesStop')}
              </button>
            )}
            <button type="button" class="button" disabled={busy} onClick={() => void switchOff()}>
              {t('syncSwitchOff')}
            </button>
          </p>
        </>
      )}
      <div aria-live="polite">{problem !== null && <p class="failed">{t(PROBLEMS[problem])}</p>}</div>
    </section>
  );
}
