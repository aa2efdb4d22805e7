import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runSync } from '../../src/text/cooperative-task.ts';
import { findSentences, LONGEST_SENTENCE } from '../../src/text/sentence-spans.ts';
import { slice } from '../../src/text/span.ts';

const sentenceSpans = (text: string, language: string) => runSync(findSentences(text, language));

const sentencesOf = (text: string, language = 'en'): readonly string[] =>
  sentenceSpans(text, language).map((span) => slice(text, span));

/** Rows are written with `|` between sentences, which no row uses otherwise. */
const unmark = (row: string): string => row.replaceAll('|', '');
const wantedOf = (row: string): readonly string[] => row.split('|').map((text) => text.trim());

describe('sentenceSpans()', () => {
  it.each([
    ['plain sentences', 'The ferry sailed. |Nobody waved. |It rained.'],
    ['one sentence without a full stop', 'The ferry sailed'],
    ['a decimal number', 'It cost 3.5 million. |Nobody paid.'],
    ['a question and a shout', 'Why? |Nobody knows! |Nobody asks.'],
    ['a question and shout in one', 'Why?! |Nobody knows.'],
    ['a title before a name', 'Col. Garver spoke. |He left.'],
    ['several titles', 'Rev. Dr. Ann Lee and Sen. Kay met Gov. Ray. |They ate.'],
    ['a title and an initial', 'Mr. J. Smith and Mrs. Smith left. |Ms. Ray stayed.'],
    ['a title before a word that could open a sentence', 'Gen. He arrived. |He sat.'],
    ['initials with spaces', 'J. R. R. Tolkien wrote. |He smoked.'],
    ['initials without spaces', 'J.R.R. Tolkien wrote. |He smoked.'],
    ['a middle initial', 'George W. Bush spoke. |He left.'],
    ['an initial that is also an article', 'John A. Smith spoke. |He left.'],
    ['a hyphened initial', 'J.-P. Sartre wrote. |He smoked.'],
    ['a letter that ends a sentence', 'They chose plan B. |It failed.'],
    ['a country inside a sentence', 'The U.S. Army and the U.K. Navy met. |They left.'],
    ['a country at a sentence end', 'He moved to the U.S. |He liked it.'],
    ['a country at a sentence end before a quotation', 'He moved to the U.S. |“It is big,” he said.'],
    ['a country before a quoted name', 'The U.S. “Star” plan failed.'],
    ['a country in brackets', 'The army (U.S. Army) left. |It won.'],
    ['a bracketed country before a name', 'The States (U.S.) Army left.'],
    ['a time before a day', 'It sank at 5 p.m. Monday. |Nobody saw.'],
    ['a time at a sentence end', 'It sank at 5 a.m. |The crew swam.'],
    ['an example', 'Use a boat, e.g. Ferry Two. |It floats.'],
    ['an explanation', 'The owner, i.e. Smith, left. |He ran.'],
    ['a list that goes on', 'Boats, cars, etc. Smith sold. |He left.'],
    ['a list that ends', 'He sold boats, cars, etc. |He left.'],
    ['opponents', 'Smith vs. Jones began. |It rained.'],
    ['a case at law', 'Roe v. Wade was read. |It rained.'],
    ['a reference', 'It sank, cf. Smith and ca. Nine boats. |Approx. Nine more.'],
    ['a month before a day', 'On Dec. 5, Officials met. |They ate.'],
    ['a month at a sentence end', 'It opened in Sept. |The mayor came.'],
    ['a number sign', 'Boat No. 5, Officials said, sank. |It was old.'],
    ['an answer "No."', 'Did he stay? |No. |He left.'],
    ['a figure', 'See Fig. 2 and Vol. II. |It helps.'],
    ['a page', 'See p. 5, pp. 7 and Ch. 3. |It helps.'],
    ['a firm before its verb', 'Boats Inc. Chairman Ray left. |He ran.'],
    ['a firm at a sentence end', 'He left Boats Inc. |The firm closed.'],
    ['several firms', 'Smith Co. Ltd. Manager Ray left. |He ran.'],
    ['a junior', 'Martin King Jr. Day came. |It rained.'],
    ['a degree', 'Ann Lee, Ph.D. Student, left. |She ran.'],
    ['a street', 'He lives on St. James St. |He is old.'],
    ['curly quotation marks', '“Dr. Smith left.” |He nodded.'],
    ['straight quotation marks', '"Dr. Smith left." |He nodded.'],
    ['quotation marks around two sentences', '“He left. |She stayed.” |They met.'],
    ['a quotation that opens a sentence', 'He left. |“Why?” she asked. |Nobody knew.'],
    ['a shout and its speaker', '“It fell!” he said. |It had.'],
    ['a question and its speaker', '"Did it fall?" asked Smith. |It had.'],
    ['a speaker after a comma', '“It fell,” Dr. Smith said. |It had.'],
    ['single quotation marks', '‘It fell.’ |He nodded.'],
    ['a sentence in brackets', 'It fell. |(Nobody saw.) |It rained.'],
    ['three dots at an end', 'It fell... |Nobody saw.'],
    ['three dots inside', 'It fell ... and rose. |Nobody saw.'],
    ['an ellipsis at an end', 'It fell… |Nobody saw.'],
    ['an ellipsis inside', 'It fell… and rose. |Nobody saw.'],
    ['an omission', 'It fell. […] |Nobody saw.'],
    ['a footnote mark', 'It fell.[12] |Nobody saw.[3]'],
    ['a footnote in words', 'It fell.[source needed] |Nobody “saw.”[2][3] |It rained.'],
    ['a name that begins with a full stop', 'It uses .NET and Node.js. |It runs.'],
    ['a hard-wrapped line', 'The ferry\nsailed. |Nobody\nwaved.'],
    ['a line break after an abbreviation', 'Dr.\nSmith left. |He ran.'],
    ['a numbered list', '1. Nobody waved.\n|2. It rained.'],
    ['a number at an end', 'It sank in 1984. |Nobody saw.'],
    ['a web address', 'See https://example.org/a.b?c=D. |It helps.'],
    ['an emoji', 'It sank. |😀 Nobody saw.'],
  ])('finds %s', (_, row) => expect(sentencesOf(unmark(row))).toEqual(wantedOf(row)));

  it.each([
    ['German abbreviations', 'de', 'Das gilt z. B. Freitags und bzw. Samstags. |Dr. Maier nickte.'],
    ['German abbreviations without gaps', 'de', 'Das gilt z.B. Freitags usw. |Die Fähre sank.'],
    ['a German ordinal', 'de', 'Am 3. Oktober sank Nr. 5. |Alle schwammen.'],
    ['French titles', 'fr', 'M. Le Goff et Mme. Roy partent. |Il pleut.'],
    ['Spanish titles', 'es', 'El Sr. Ruiz y la Sra. Gil van a EE. UU. |La nave llegó.'],
    ['Spanish states inside a sentence', 'es', 'La EE. UU. Marina llegó. |Todos vieron.'],
    ['a region of a language', 'de-AT', 'Dr. Maier sah Nr. 5. |Er ging.'],
    ['Chinese full stops', 'zh', '他走了。|我也走了！|真的？'],
    ['Japanese quotations', 'ja', '「行く。」|雨だ。'],
    ['Hindi full stops', 'hi', 'वह गया। |वह आया।'],
    ['Cyrillic initials', 'ru', 'А. С. Пушкин писал. |Он умер.'],
    ['a language without rules of its own', 'tlh', 'It fell. |Nobody saw.'],
  ])('finds %s', (_, language, row) => expect(sentencesOf(unmark(row), language)).toEqual(wantedOf(row)));

  it.each([
    ['no text', ''],
    ['white space', ' \n\t\u00a0 '],
  ])('finds no sentence in %s', (_, text) => expect(sentencesOf(text)).toEqual([]));

  it('finds the same sentences in a long text as in its parts', () => {
    const part = ['Col. Garver “spoke” at 5 p.m. Monday.', 'Nobody… heard!', '“Why?” he asked.'];
    const many = Array.from({ length: 2000 }, () => part).flat();
    expect(sentencesOf(many.join(' '))).toEqual(many);
  });

  it.each([
    ['words', 'word '],
    ['letters', 'a'],
    ['abbreviations', 'Mr. '],
    ['stops', '. '],
    ['emoji of two code units', '\u{1F600}'],
    ['letters with marks', 'e\u0301'],
    ['signs of a script without spaces', '船は沈'],
  ])('cuts 200,000 code units of %s between two of them, each time it is too long', (_, unit) => {
    const text = unit.repeat(200_000 / unit.length).trim();
    const found = sentencesOf(text);
    expect(found.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_SENTENCE);
    expect(found.length).toBeLessThan(2.5 * (200_000 / LONGEST_SENTENCE));
    expect(found.every((each) => each.startsWith(unit.trim().charAt(0)))).toBe(unit !== '船は沈');
  });

  const pieces = fc.constantFrom(
    'Dr.',
    'U.S.',
    'He',
    'left',
    '.',
    '!',
    '?',
    '…',
    '“',
    '”',
    '"',
    '(',
    ')',
    ' ',
    '\n',
    '[1]',
    '1.',
    '。',
    '😀',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(pieces, { maxLength: 80 }).map((some) => some.join('')),
    fc.array(pieces, { minLength: 1500, maxLength: 2500 }).map((some) => some.join('')),
  );

  it('gives trimmed spans in order that cover all but white space, whatever the text', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'de', 'fr', 'es', 'zh', 'th'), (text, language) => {
        let covered = 0;
        for (const { start, end } of sentenceSpans(text, language)) {
          expect(start).toBeGreaterThanOrEqual(covered);
          expect(text.slice(covered, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          covered = end;
        }
        expect(covered).toBeLessThanOrEqual(text.length);
        expect(text.slice(covered).trim()).toBe('');
      }),
    );
  });
});
