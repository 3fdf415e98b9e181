import { loadSalt, saveSalt } from '../platform/settings.ts';

/** The secret of this installation that keeps stored page keys from naming pages. Made when the first correction is. */
export async function pageSalt(): Promise<string> {
  const known = await loadSalt();
  if (known !== null) return known;
  const salt = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await saveSalt(salt);
  return salt;
}
