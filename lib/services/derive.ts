import type { Article } from '../core/article.ts';
import type { ZonedText } from '../core/topic.ts';
import { joinTerms } from '../index/packed-terms.ts';
import { termsOfTokens, topVector } from '../index/vector.ts';
import { reportNameKeys } from '../ranking/names/report-name-keys.ts';
import { authorTerms } from '../search/author-names.ts';
import { languageTerm } from '../search/language-term.ts';
import type { DerivedArticle } from '../store/store.ts';
import { signatureOfTokens } from '../text/shingles.ts';
import { tokenise } from '../text/tokenise.ts';
import { detectTopics } from '../topics/detect.ts';
import type { Gazetteer } from '../topics/gazetteer.ts';
import { agencyOfText } from './agency-credit.ts';

/** Terms of the vector that re-ranking compares. */
const VECTOR_TERMS = 64;

/**
 * Everything the index computes from an article: topics, term vector, postings' terms, signature, name keys, the agency it credits. Deterministic; a change
 * of what comes out for the same article raises `DERIVED_FORMAT` of the store.
 */
export function deriveArticle(article: Article, gazetteer: Gazetteer): DerivedArticle {
  const topics = detectTopics(articleText(article), gazetteer).map((topic) => ({
    id: topic.id,
    salience: topic.salience,
    inTitle: topic.mentions.some((mention) => mention.zone === 'title'),
  }));
  const pseudoTerms = [
    ...topics.map(({ id, salience }) => ({ term: `#${id}`, impact: Math.round(salience * 255) })),
    ...article.authors.flatMap(({ reporterId }) => (reporterId === null ? [] : [{ term: `@${reporterId}`, impact: 255 }])),
    ...article.authors.flatMap(({ name }) => authorTerms(name).map((term) => ({ term, impact: 255 }))),
    ...(article.outletId === null ? [] : [{ term: `~${article.outletId}`, impact: 255 }]),
    ...(article.language === null ? [] : [{ term: languageTerm(article.language), impact: 255 }]),
  ];
  const [title, body] = [tokenise(article.headline), tokenise(article.text)];
  const terms = termsOfTokens({ title, standfirst: tokenise(article.description ?? ''), body }, pseudoTerms);
  return {
    topics,
    terms: joinTerms(terms),
    vector: joinTerms(topVector(terms, VECTOR_TERMS)),
    signature: signatureOfTokens([...title, ...body]),
    nameKeys: reportNameKeys(article.headline, article.text),
    agency: agencyOfText([article.description ?? '', ...article.text.split('\n\n')]),
  };
}

/** A stored article cut into the same zones as a page. */
export function articleText(article: Article): ZonedText {
  const [lead, ...body] = article.text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return {
    language: article.language,
    parts: [
      { zone: 'title', text: article.headline },
      ...(article.description === null ? [] : [{ zone: 'dek' as const, text: article.description }]),
      ...(lead === undefined ? [] : [{ zone: 'lead' as const, text: lead }]),
      ...body.map((text) => ({ zone: 'body' as const, text })),
    ],
  };
}
