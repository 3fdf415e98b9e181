import { expect, it } from 'vitest';
import { writtenLanguage } from '../../../lib/core/language-tag.ts';

it.each([
  ['pt-BR', 'pt'],
  ['EN_us', 'en'],
  ['nb', 'no'],
  ['nn-NO', 'no'],
  ['iw', 'he'],
  ['zh-Hant', 'zh'],
  [' uk ', 'uk'],
])('the written language of "%s" is "%s"', (tag, language) => expect(writtenLanguage(tag)).toBe(language));
