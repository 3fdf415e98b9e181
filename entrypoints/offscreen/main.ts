import { serveCopyAddresses } from '../../lib/platform/downloads.ts';
import { openCopies } from '../../lib/store/indexed-db/copies.ts';

// Chromium's background is a worker, which can make no address for bytes: this document does.
serveCopyAddresses(async (id) => {
  const copies = await openCopies();
  if (!copies.ok) return null;
  try {
    return await copies.value.read(id);
  } finally {
    copies.value.close();
  }
});
