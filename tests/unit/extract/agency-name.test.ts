import { describe, expect, it } from 'vitest';
import { agencyName } from '../../../lib/extract/agency-name.ts';

describe('agencyName', () => {
  it.each([
    ['The Associated Press', 'AP'],
    ['AP', 'AP'],
    ['Agence France-Presse', 'AFP'],
    ['Reuters staff', 'Reuters'],
    ['REUTERS', 'Reuters'],
    ['dpa/lno', 'dpa'],
    ['dpa-infocom', 'dpa'],
    ['ТАСС', 'TASS'],
    ['新华社', 'Xinhua'],
    ['efe', 'EFE'],
  ])('%s is %s', (given, expected) => expect(agencyName(given)).toBe(expected));

  it.each(['Ines Varga', 'The Harbour Courier', 'Getty Images', 'Apple', ''])('%s is none', (given) =>
    expect(agencyName(given)).toBeNull(),
  );
});
