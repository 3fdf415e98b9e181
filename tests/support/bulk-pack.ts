import type { PackRecord } from '../../lib/packs/types.ts';
import { writePack } from '../../lib/packs/write.ts';

/** A pack file of invented reports on nothing the demo is about: `count` articles, each with a word of its own. */
export function bulkPack(count: number): string {
  const records: PackRecord[] = Array.from({ length: count }, (_, i) => ({
    type: 'article',
    id: `bulk:${String(i).padStart(5, '0')}`,
    url: `https://bulk.example/${i}`,
    headline: `Orchard note ${i}: pears of row ${i} ripen`,
    text: `The gardener walked along row ${i} and counted the pears. Nothing else happened in the orchard that day.`,
    language: 'en',
    datePublished: '2024-09-01',
    sample: true,
  })) as PackRecord[];
  const pack = writePack(records, { name: 'Bulk pack', licence: 'Apache-2.0', source: 'Sidelight tests' });
  if (!pack.ok) throw new Error(pack.error.message);
  return pack.value.join('');
}
