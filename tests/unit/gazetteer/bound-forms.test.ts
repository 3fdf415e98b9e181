import { expect, it } from 'vitest';
import { boundForm } from '../../../scripts/gazetteer/bound-forms.ts';

it.each([
  ['hrvatski', 'hr', 'hrvatsko-'],
  ['српски', 'sr', 'српско-'],
  ['srpski', 'sr', 'srpsko-'],
  ['slovenský', 'sk', 'slovensko-'],
  ['беларускі', 'be', 'беларуска-'],
  ['польський', 'uk', 'польсько-'],
  ['venäläinen', 'fi', 'venäläis-'],
  ['česká republika', 'cs', null],
  ['german', 'en', null],
])('the bound form of "%s" (%s) is %s', (adjective, language, bound) => expect(boundForm(adjective, language)).toBe(bound));
