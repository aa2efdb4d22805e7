import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findParagraphs } from '../../src/corpus/paragraphs.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { slice } from '../../src/text/span.ts';

const textsOf = (body: string): readonly string[] =>
  runSync(findParagraphs(body, 'en')).map(({ span }) => slice(body, span));

/** Without white space, control and zero-width characters: what a person can see. */
const seen = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, '');

describe('findParagraphs()', () => {
  it.each([
    ['blank lines', 'One.\n\nTwo.\n\nThree.', ['One.', 'Two.', 'Three.']],
    ['many blank lines', '\n\n\nOne.\n\n\n\n\nTwo.\n\n\n', ['One.', 'Two.']],
    ['blank lines of white space', 'One.\n \t\u00a0\u3000\nTwo.', ['One.', 'Two.']],
    ['a line with a form feed', 'One.\n\f\nTwo.', ['One.', 'Two.']],
    [
      'a line with a zero-width character',
      'One.\n\u200b\nTwo.\n\n\u200b\n\nThree.',
      ['One.', 'Two.', 'Three.'],
    ],
    ['a heading without blank lines', 'One.\n## Part\nTwo.', ['One.', 'Two.']],
    ['a heading of a sign alone', 'One.\n###\nTwo.', ['One.', 'Two.']],
    ['an indented heading', 'One.\n   # Part\nTwo.', ['One.', 'Two.']],
    ['a heading with a tab', 'One.\n#\tPart\nTwo.', ['One.', 'Two.']],
  ])('separates paragraphs at %s', (_, body, texts) => expect(textsOf(body)).toEqual(texts));

  it.each([
    ['a hard-wrapped block', 'One\ntwo\n  three.'],
    ['a hash without a blank', '#one two'],
    ['seven hashes', '####### one'],
    ['a hash inside a line', 'C # one'],
    ['a line indented like code', 'One.\n    # two'],
    ['a line of hyphens', 'One\n---\ntwo'],
    ['a list', '- one\n- two\n* three\n1. four'],
    ['a code fence', '```js\nlet a = 1;\n```'],
    ['a quotation', '> one\n> two'],
    ['a line separator', 'One\u2028\u2028two'],
    ['a long block', 'Long enough. '.repeat(384).trim()],
  ])('keeps %s one paragraph, verbatim', (_, text) => expect(textsOf(`\n  ${text} \n\n`)).toEqual([text]));

  it('parts a block far over what a message shows between sentences, in parts of much the same length', () => {
    const sentence = 'Long enough.';
    const parts = textsOf(`# A\n\nBefore.\n\n${`${sentence} `.repeat(20_000)}\n\nAfter.`).slice(1, -1);
    expect(parts.join(' ')).toBe(`${sentence} `.repeat(20_000).trim());
    expect(parts.every((part) => part.startsWith('Long') && part.endsWith('.'))).toBe(true);
    const lengths = parts.map(({ length }) => length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(4000);
    expect(Math.min(...lengths)).toBeGreaterThan(3000);
  });

  it('parts the same block the same way, whatever stands around it', () => {
    const block = 'One is here. Two is there. '.repeat(500).trim();
    const alone = textsOf(block);
    expect(alone.length).toBe(4);
    expect(textsOf(`Before.\n\n${block}\n\n# A heading\n\nAfter.`)).toEqual(['Before.', ...alone, 'After.']);
  });

  it('takes a line of more than 1,000 characters for text, whatever sign it begins with', () => {
    const line = `# ${'word '.repeat(200)}end`;
    expect(textsOf(`# A\n\n${line}`)).toEqual([line]);
  });

  it('counts paragraphs from 1 and leaves headings out of the count', () => {
    const found = runSync(findParagraphs('# A\n\nOne.\n\n## B\n\nTwo.\n\nThree.', 'en'));
    expect(found.map(({ number, heading }) => `${number} ${heading}`)).toEqual(['1 A', '2 B', '3 B']);
  });

  it.each([
    ['no heading', 'One.', undefined],
    ['the nearest heading', '# A\n## B\nOne.', 'B'],
    ['a heading without its closing signs', '## A ##  \nOne.', 'A'],
    ['a heading with a hash of its own', '# C# and A#\nOne.', 'C# and A#'],
    ['no heading below an empty one', '# A\n\n##\nOne.', undefined],
  ])('gives a paragraph %s', (_, body, heading) =>
    expect(runSync(findParagraphs(body, 'en')).map((paragraph) => paragraph.heading)).toEqual([heading]),
  );

  it('gives sentences as ranges of the body', () => {
    const body = '# A\n\n  Col. Lee left. He ran.\n\nWhy?';
    const sentences = runSync(findParagraphs(body, 'en')).map((each) =>
      each.sentences.map((span) => slice(body, span)),
    );
    expect(sentences).toEqual([['Col. Lee left.', 'He ran.'], ['Why?']]);
  });

  it('covers every character that a person sees outside headings, in order, whatever the text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', ' ', '\t', '# A', '#', '####### b', '- c', 'One. Two.', '\u200b', '\f'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const body = lines.join('\n');
        const texts = textsOf(body);
        const text = body
          .split('\n')
          .filter((each) => !/^ {0,3}#{1,6}(?:[ \t].*)?$/su.test(each))
          .join('');
        expect(seen(texts.join(''))).toBe(seen(text));
        for (const each of texts) expect(each).toBe(each.trim());
      }),
    );
  });
});
