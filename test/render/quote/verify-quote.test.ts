import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Corpus, loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { type Span, slice } from '../../../src/text/span.ts';
import { quoteMarkdown } from '../../../src/render/quote/escape.ts';
import { isGraphemeBorder } from '../../../src/text/segmentation.ts';
import { verifyQuote } from '../../../src/render/quote/verify-quote.ts';
import { asParagraph, constructs, paragraph } from '../../support/hostile-text.ts';
import { shownText } from '../../support/shown-text.ts';
import { runs } from '../../property-runs.ts';

const EXACT = { kind: 'exact' };
/** `text` in the middle of a body, as a paragraph stands there. */
const placed = (text: string) => ({
  report: { body: `Before.\n\n${text}\n\nAfter.\n` },
  span: { start: 9, end: 9 + text.length },
});
const check = (markdown: string, text: string) => {
  const { report, span } = placed(text);
  return verifyQuote(markdown, report, span);
};

describe('verifyQuote()', () => {
  it.each([
    ['a sentence', '> He left.', 'He left.'],
    ['a sentence in bold', '> One. **Two.**', 'One. Two.'],
    ['words in bold', '> **One** and **two**.', 'One and two.'],
    ['words of a sentence underlined', '> One. **__Two__ three.**', 'One. Two three.'],
    ['lines', '> one\n> two', 'one\ntwo'],
    ['escaped marks', '> 5 \\* 3', '5 * 3'],
  ])('lets %s pass', (_, markdown, text) => expect(check(markdown, text)).toEqual(EXACT));

  it.each([
    ['another word', '> He lept.', 'He left.', 'from character 6 on'],
    ['a missing word', '> He', 'He left.', 'from character 3 on'],
    ['a word more', '> He left. No', 'He left.', 'from character 9 on'],
    ['another letter of the same look', '> He lеft.', 'He left.', 'from character 5 on'],
    ['composed instead of combining', '> \u00E9', 'e\u0301', 'from character 1 on'],
    ['a missing line', '> one', 'one\ntwo', 'from character 4 on'],
    ['a construct', '> 5 * 3', '5 * 3', 'emphasis may begin at "* 3"'],
    ['white space that Discord trims', '> a ', 'a ', 'which Discord trims'],
    ['bold ranges that touch', '> **a****b**', 'ab', 'three stars in a row'],
    ['a second bold that cuts a letter', '> **a** e**\u0301b**', 'a e\u0301b', 'cuts a character in two'],
    [
      'bold that begins inside of underlining',
      '> __One **two__ three.**',
      'One two three.',
      'bold inside of',
    ],
    [
      'underlining up to a mark of its letter',
      '> **__a e__\u0301b**',
      'a e\u0301b',
      'cuts a character in two',
    ],
    ['bold from between a letter and its mark', '> e**\u0301a**', 'e\u0301a', 'cuts a character in two'],
  ])('refuses %s', (_, markdown, text, why) =>
    expect(check(markdown, text)).toEqual({ kind: 'withheld', why: expect.stringContaining(why) }),
  );

  it.each([
    ['starts before the body', { start: -1, end: 2 }, 'no part of a body'],
    ['ends behind the body', { start: 0, end: 99 }, 'no part of a body'],
    ['is empty', { start: 1, end: 1 }, 'no part of a body'],
    ['runs backwards', { start: 2, end: 1 }, 'no part of a body'],
    ['has a broken edge', { start: 0.5, end: 1 }, 'whole numbers'],
    ['has no number for an edge', { start: 0, end: Number.NaN }, 'whole numbers'],
    ['starts inside a surrogate pair', { start: 1, end: 3 }, 'cuts a character in two'],
    ['ends inside a surrogate pair', { start: 0, end: 1 }, 'cuts a character in two'],
    ['starts between a letter and its mark', { start: 4, end: 6 }, 'cuts a character in two'],
    ['ends between a letter and its mark', { start: 2, end: 4 }, 'cuts a character in two'],
    ['ends inside a joined emoji', { start: 2, end: 8 }, 'cuts a character in two'],
  ])('refuses a span that %s', (_, span, why) => {
    const body = '\u{1F600} e\u0301 \u{1F468}\u200D\u{1F469}';
    const markdown = `> ${body.slice(span.start, span.end)}`;
    expect(verifyQuote(markdown, { body }, span)).toEqual({
      kind: 'withheld',
      why: expect.stringContaining(why),
    });
  });

  it('lets every paragraph pass that we escape', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        expect(check(quoteMarkdown(text), text)).toEqual(EXACT);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('lets every paragraph pass that we escape with a part of it in bold', () => {
    const marked = fc.tuple(paragraph, fc.nat(), fc.nat()).map(([text, from, length]) => {
      const start = from % text.length;
      return { text, bold: { start, end: start + 1 + (length % (text.length - start)) } };
    });
    const wholeCharacters = ({ text, bold }: { text: string; bold: Span }): boolean =>
      slice(text, bold) === slice(text, bold).trim() &&
      isGraphemeBorder(text, bold.start) &&
      isGraphemeBorder(text, bold.end);
    fc.assert(
      fc.property(marked.filter(wholeCharacters), ({ text, bold }) => {
        expect(check(quoteMarkdown(text, [bold]), text)).toEqual(EXACT);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('lets every paragraph pass that we escape with each of its words in bold', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const words = Array.from(text.matchAll(/\S+/gu), ({ index, 0: word }) => ({
          start: index,
          end: index + word.length,
        }));
        const whole = words.filter(
          ({ start, end }) => isGraphemeBorder(text, start) && isGraphemeBorder(text, end),
        );
        expect(check(quoteMarkdown(text, whole), text)).toEqual(EXACT);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('lets paragraphs of 6,000 characters pass', () => {
    // Without emoji and marks, of which Discord does not show as many.
    const parts = constructs.filter((part) => !/[\p{Extended_Pictographic}\p{M}\n\u2028]/u.test(part));
    const long = fc
      .infiniteStream(fc.constantFrom(...parts, ' word'))
      .map((stream) => asParagraph([...stream.take(6000)].join('').slice(0, 6000)))
      .filter((text) => text.length > 5000);
    fc.assert(
      fc.property(long, (text) => {
        expect(check(quoteMarkdown(text), text)).toEqual(EXACT);
      }),
      { numRuns: runs(20) },
    );
  });

  it('lets nothing pass that lacks a character of what is shown', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const markdown = quoteMarkdown(text);
        for (let at = 0; at < markdown.length; at++) {
          const mutant = markdown.slice(0, at) + markdown.slice(at + 1);
          if (check(mutant, text).kind === 'withheld') continue;
          // Only a backslash that did not matter may go.
          expect(markdown[at]).toBe('\\');
          expect(shownText(mutant.replaceAll(/^> /gm, ''))).toBe(text);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('lets nothing pass that has one character more', () => {
    const inserted = fc.constantFrom('a', ' ', '*', '_', '`', '\n', '1', '<', '\u0301', '\u200b', '漢', '> ');
    fc.assert(
      fc.property(paragraph, inserted, (text, extra) => {
        const markdown = quoteMarkdown(text);
        for (let at = 0; at <= markdown.length; at++) {
          expect(check(markdown.slice(0, at) + extra + markdown.slice(at), text).kind).toBe('withheld');
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('lets nothing pass that has another character', () => {
    fc.assert(
      fc.property(paragraph, fc.constantFrom('a', 'b', ' ', '.', '*', '\n', 'é'), (text, other) => {
        const markdown = quoteMarkdown(text);
        for (let at = 0; at < markdown.length; at++) {
          if (markdown[at] === other) continue;
          expect(check(markdown.slice(0, at) + other + markdown.slice(at + 1), text).kind).toBe('withheld');
        }
      }),
      { numRuns: runs(150) },
    );
  });

  describe('over every report of data/', () => {
    let corpus: Corpus;
    beforeAll(async () => {
      corpus = await loadCorpus(fileURLToPath(new URL('../../data', import.meta.url)));
    });

    it('lets every paragraph pass, with each of its sentences in bold', () => {
      for (const report of corpus.reports) {
        for (const { span, sentences } of report.paragraphs) {
          for (const { start, end } of sentences) {
            const bold = { start: start - span.start, end: end - span.start };
            const markdown = quoteMarkdown(slice(report.body, span), [bold]);
            expect(verifyQuote(markdown, report, span)).toEqual(EXACT);
          }
        }
      }
    });
  });
});
