import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchReports, reportsHolding } from '../../src/corpus/match-reports.ts';

const named = (id: string, title: string) => ({ id, title });
const reports = [
  named('ferry', 'The ferry inquiry'),
  named('ferry-costs', 'Ferry: what it cost'),
  named('mill-fire', 'Le feu à l’Étang'),
  named('mill-fire-2', 'The fire at the mill'),
  named('mill-fire-3', 'The fire at the mill'),
];
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('matchReports()', () => {
  it.each([
    ['an id', 'ferry-costs', ['ferry-costs']],
    ['an id that begins others', 'ferry', ['ferry']],
    ['an id in capitals, with space around', ' FERRY ', ['ferry']],
    ['a title in any case', 'the FERRY inquiry', ['ferry']],
    ['a title without its accents and signs', 'le feu a letang', ['mill-fire']],
    ['a title that two have', 'The Fire at the Mill', ['mill-fire-2', 'mill-fire-3']],
    ['a part of one title', 'inquiry', ['ferry']],
    ['parts of a title, in any order', 'cost ferr', ['ferry-costs']],
    ['a part of two titles', 'Fer', ['ferry', 'ferry-costs']],
    ['a part of an id', 'fire-3', ['mill-fire-3']],
    ['a word of the title and one of the id', 'costs what', ['ferry-costs']],
    ['words of two titles', 'inquiry mill', []],
    ['letters across two words of a title', 'yinq', []],
    ['what none has', 'zebra', []],
    ['signs alone', '***', []],
  ])('finds by %s', (_, given, expected) => expect(idsOf(matchReports(reports, given))).toEqual(expected));

  it('finds each report by its id and by its title, whatever those are, and nothing that is not there', () => {
    const name = fc.record({
      id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}$/),
      // No id has a comma, so that no title is another's id.
      title: fc.string({ unit: 'grapheme' }).map((text) => `A title, ${text}`),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { selector: ({ id }) => id, minLength: 1 }),
        fc.string(),
        (all, typed) => {
          for (const each of all) {
            expect(matchReports(all, each.id)).toEqual([each]);
            expect(matchReports(all, each.title)).toContain(each);
          }
          expect(all).toEqual(expect.arrayContaining([...matchReports(all, typed)]));
          expect(reportsHolding(all, '  ')).toEqual(all);
        },
      ),
    );
  });
});
