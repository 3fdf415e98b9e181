import { describe, expect, it } from 'vitest';
import { isAgency } from '../../../lib/extract/agency-name.ts';
import { namesOf } from '../../../lib/extract/names.ts';

describe('namesOf', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['By Jane Doe, Ann Lee and Bo Ek', ['Jane Doe', 'Ann Lee', 'Bo Ek']],
    ['Von Jördis Albrecht und Mats Oehme', ['Jördis Albrecht', 'Mats Oehme']],
    ['Par Claire Petit et Luc Roux', ['Claire Petit', 'Luc Roux']],
    ['Por Ana Ruiz y Luis Gil', ['Ana Ruiz', 'Luis Gil']],
    ['Автор: Олена Коваль', ['Олена Коваль']],
    ['Jane Doe | November 3, 2020', ['Jane Doe']],
    ['Jane Doe, Staff Writer', ['Jane Doe']],
    ['Jane Doe, London', ['Jane Doe']],
    ['PTI | Updated: 3 May 2020', ['PTI']],
    ['By Jane Doe Updated 3 May 2020', ['Jane Doe']],
    ['jane@paper.example', []],
    ['Monday', []],
    ['Read more', []],
    ['2 min read', []],
    ['', []],
  ])('reads %j', (byline, names) => {
    expect(namesOf(byline)).toEqual(names);
  });

  it('tells agencies from people', () => {
    expect(['Reuters', 'AFP', 'The Associated Press', 'dpa'].every(isAgency)).toBe(true);
    expect(isAgency('Jane Reuter')).toBe(false);
  });
});
