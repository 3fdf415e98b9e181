import type { TopicKind, ZonedText } from '../../../lib/core/topic.ts';
import { documentTerms, topVector } from '../../../lib/index/vector.ts';
import { reportNameKeys } from '../../../lib/ranking/names/report-name-keys.ts';
import { countTerms } from '../../../lib/ranking/pool.ts';
import { buildQuery } from '../../../lib/ranking/query.ts';
import type { RankingDocument, RankingQuery, TermStatistics } from '../../../lib/ranking/types.ts';
import { minHashSignature } from '../../../lib/text/shingles.ts';

/** A report in our own words, as tests write it down. */
export interface Sample {
  id: string;
  headline: string;
  text: string;
  language?: string;
  outlet?: string;
  date?: string;
  /** Topic id → salience; a negative number means "not in the headline". */
  topics?: Record<string, number>;
}

const KINDS: Record<string, TopicKind> = { country: 'country', relation: 'relation' };

/** Kind of a topic, by its id. */
export function kindOf(id: string): TopicKind {
  return KINDS[id.split(':')[0]!] ?? 'product';
}

/** A sample as the index holds it. */
export function toDocument(sample: Sample): RankingDocument {
  const { id, headline, text, language = 'en', outlet = null, date, topics = {} } = sample;
  return {
    id,
    headline,
    language,
    outletId: outlet,
    publishedAtMs: date === undefined ? null : Date.parse(date),
    topics: Object.entries(topics).map(([topic, salience]) => ({ id: topic, salience: Math.abs(salience), inTitle: salience > 0 })),
    vector: topVector(documentTerms({ title: headline, standfirst: '', body: text }, [])),
    signature: minHashSignature(`${headline}\n${text}`),
    nameKeys: reportNameKeys(headline, text),
  };
}

/** Statistics of an index that holds exactly these samples. */
export function statisticsOf(samples: Sample[]): TermStatistics {
  return countTerms(
    samples.map(({ headline, text, topics = {} }) => ({
      terms: documentTerms({ title: headline, standfirst: '', body: text }, []).map(({ term }) => term),
      topics: Object.keys(topics).map((id) => ({ id })),
    })),
  );
}

/** A sample as the page being read. */
export function toQuery(sample: Sample, stats: TermStatistics): RankingQuery {
  const { headline, text, language = 'en', outlet = null, date, topics = {} } = sample;
  const zones: ZonedText = {
    language,
    parts: [
      { zone: 'title', text: headline },
      { zone: 'lead', text },
    ],
  };
  return buildQuery(
    {
      id: null,
      headline,
      outletId: outlet,
      publishedAtMs: date === undefined ? null : Date.parse(date),
      zones,
      topics: Object.entries(topics).map(([id, salience]) => ({
        id,
        kind: kindOf(id),
        label: id.replace(/^\w+:/, ''),
        salience: Math.abs(salience),
        main: Math.abs(salience) >= 0.5,
        mentions: [
          {
            start: 0,
            end: 1,
            surface: headline.slice(0, 1),
            zone: salience > 0 ? 'title' : 'lead',
            method: 'exact',
            part: salience > 0 ? 0 : 1,
          },
        ],
      })),
      words: documentTerms({ title: headline, standfirst: '', body: text }, []),
      signature: minHashSignature(`${headline}\n${text}`),
    },
    stats,
  );
}
