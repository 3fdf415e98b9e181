import { describe, expect, it } from 'vitest';
import { entryAuthors, turnedName } from '../../../lib/services/entry-authors.ts';

const OUTLET = ['The Kyiv Independent', 'kyiv.example', 'Київ незалежний'];
/** Names, those of organisations in brackets. */
const read = (...bylines: string[]) =>
  entryAuthors(
    bylines.map((name) => ({ name })),
    OUTLET,
  ).map(({ name, type }) => (type === undefined ? name : `[${name}]`));

describe('who signs an entry', () => {
  it.each([
    ['Peter Baker, Maggie Haberman and Jonathan Swan', ['Peter Baker', 'Maggie Haberman', 'Jonathan Swan']],
    ['By Jane Doe', ['Jane Doe']],
    ['Von Anna Müller und Max Mustermann', ['Anna Müller', 'Max Mustermann']],
    ['Автор: Олена Коваль', ['Олена Коваль']],
    ['Luke Harding in Kyiv and Dan Sabbagh', ['Luke Harding', 'Dan Sabbagh']],
    ['Text: Jane Doe', ['Jane Doe']],
    ['Jane Doe for The Courier', ['Jane Doe']],
    ['Jane Doe | The Kyiv Independent', ['Jane Doe']],
    ['Jane Doe, The Kyiv Independent', ['Jane Doe']],
    ['Jane Doe, Reuters', ['Jane Doe', '[Reuters]']],
    ['Reuters and AFP', ['[Reuters]', '[AFP]']],
    ['Guardian staff', ['[Guardian staff]']],
    ['The Kyiv Independent news desk', ['[The Kyiv Independent news desk]']],
    ['Kyiv Independent', ['[Kyiv Independent]']],
    ['КИЇВ НЕЗАЛЕЖНИЙ', ['[КИЇВ НЕЗАЛЕЖНИЙ]']],
    ['kyiv.example', ['[kyiv.example]']],
    ['Редакція', ['[Редакція]']],
    ['Interfax-Ukraine', ['[Interfax-Ukraine]']],
    ['Keystone-SDA', ['[Keystone-SDA]']],
    ['Harbour GmbH', ['[Harbour GmbH]']],
    ['admin', []],
    ['Unknown', []],
    ['Staff Reporter', []],
    ['Van der Berg, Jan', ['Jan Van der Berg']],
    ['Larkspur, Odetta', ['Odetta Larkspur']],
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Madonna', ['Madonna']],
    ['김철수', ['김철수']],
    ['', []],
  ])('of %j are %j', (byline, names) => expect(read(byline)).toEqual(names));

  it('are people before all others; a desk or the outlet only where no person does', () => {
    expect(read('The Kyiv Independent', 'Jane Doe', 'Reuters', 'News desk')).toEqual(['Jane Doe', '[Reuters]']);
    expect(read('Jane Doe', 'JANE DOE')).toEqual(['Jane Doe']);
  });
});

describe('a name turned round', () => {
  it.each(['Reuters, AFP', 'Jane Doe, Reuters', 'Jane Doe, Ann Lee', 'admin, Jane Doe', 'Redaktion, Berlin', 'Jane Doe'])(
    'is not %j',
    (byline) => expect(turnedName(byline)).toBeNull(),
  );
});
