import { describe, expect, it } from 'vitest';
import { findByline } from '../../../src/import/boilerplate/classify-line.ts';
import {
  findDate,
  findPlacedDate,
  isDateLine,
  isLabelledDate,
} from '../../../src/import/boilerplate/find-date.ts';

describe('findDate()', () => {
  it.each([
    ['ISO', '2016-06-30', '2016-06-30'],
    ['ISO with a time', '2016-06-30T23:10:00-01:00', '2016-06-30'],
    ['American', 'June 30, 2016', '2016-06-30'],
    ['American, short', 'Updated Sept. 3, 2016', '2016-09-03'],
    ['British', '30 June 2016', '2016-06-30'],
    ['British, with a suffix', '3rd of March 2016', '2016-03-03'],
    ['German', '30. Juni 2016', '2016-06-30'],
    ['French', '1er août 2016', '2016-08-01'],
    ['Spanish', '30 de junio de 2016', '2016-06-30'],
    ['Portuguese', '2 de março de 2016', '2016-03-02'],
    ['figures that may be the month or the day', '7/8/2016', undefined],
    ['a day that no month has', '31 June 2016', undefined],
    ['a month alone', 'June 2016', undefined],
    ['a longer number', '30 June 20161', undefined],
  ])('reads %s', (_, text, date) => {
    expect(findDate(text)).toBe(date);
  });
});

describe('isDateLine()', () => {
  it.each([
    ['a date', '30 June 2016', true],
    ['a weekday and a time', 'Thursday, 30 June 2016 at 10:15 GMT', true],
    ['a label', 'Last updated: June 30, 2016, 9:05 am', true],
    ['two dates', 'Published 3 June 2016, updated 4 June 2016', true],
    ['an age', 'Updated 3 hours ago', true],
    ['German', 'Stand: 30. Juni 2016, 14:05 Uhr', true],
    ['a sentence', 'On 30 June 2016 the ferry sank.', false],
    ['a heading', '30 June 2016: the storm', false],
    ['no date', 'Updated', false],
  ])('tells %s', (_, text, expected) => {
    expect(isDateLine(text)).toBe(expected);
  });

  it('knows a date that is about the article', () => {
    expect([isLabelledDate('Updated: 4 June 2016'), isLabelledDate('4 June 2016')]).toEqual([true, false]);
  });
});

describe('findPlacedDate()', () => {
  it.each([
    ['a place', 'Ponta Delgada, 30 June 2016', '2016-06-30'],
    ['a place with a mark', 'St. John’s, the 3rd of March 2016', '2016-03-03'],
    ['a German place', 'Frankfurt am Main, den 30. Juni 2016', '2016-06-30'],
    ['a sentence', 'Lisbon, 30 June 2016: the ferry sank', undefined],
    ['a day of a story', 'In Lisbon, on 30 June 2016 it rained', undefined],
    ['no place', '30 June 2016', undefined],
  ])('reads the date after %s', (_, text, date) => {
    expect(findPlacedDate(text)).toBe(date);
  });
});

describe('findByline()', () => {
  it.each([
    ['a name', 'By Ana Reis', 'Ana Reis'],
    ['names', 'By Ana Reis, Jan van der Meer and J. O’Neill', 'Ana Reis, Jan van der Meer and J. O’Neill'],
    ['a name and a date', 'By Ana Reis | 3 June 2016', 'Ana Reis'],
    ['German', 'Von Jürgen Groß', 'Jürgen Groß'],
    ['French', 'Par Marie Le Goff', 'Marie Le Goff'],
    ['Spanish', 'Por María Ruiz y José Sá', 'María Ruiz y José Sá'],
    ['a sentence', 'By Monday the ferry had sunk.', undefined],
    ['a way', 'By hand and with rakes', undefined],
    ['a name and more', 'By Ana Reis, who was on board', undefined],
    ['no name', 'By', undefined],
  ])('reads %s', (_, text, names) => {
    expect(findByline(text)).toBe(names);
  });
});
