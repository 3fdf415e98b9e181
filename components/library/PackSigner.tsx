import { useMessages } from '../hooks/use-messages.ts';
import type { PackPreview } from '../library-data.ts';
import { PackFingerprint } from './PackFingerprint.tsx';

/** Says who signed a pack that may be taken. */
export function PackSigner({ signer, here }: Pick<PackPreview, 'signer' | 'here'>) {
  const { t } = useMessages();
  if (signer.state === 'unchecked') return <li>{t('packUnchecked')}</li>;
  if (signer.state !== 'valid' || signer.fingerprint === null) return <li>{t('packNotSigned')}</li>;
  return (
    <li>
      {t(here?.fingerprint === signer.fingerprint ? 'packSignedAgain' : 'packSigned')} <PackFingerprint value={signer.fingerprint} />
    </li>
  );
}
