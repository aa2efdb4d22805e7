import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../src/text/span.ts';
import { escapeMarkdown, quoteMarkdown } from '../../../src/render/quote/escape.ts';
import { hostile } from '../../support/hostile-text.ts';
import { shownText } from '../../support/shown-text.ts';
import { runs } from '../../property-runs.ts';

describe('escapeMarkdown()', () => {
  it.each([
    ['emphasis', '*a* _b_ ~~c~~ ||d||', '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\|'],
    ['a heading', '# Title', '\\# Title'],
    ['a heading inside a line', 'No. # 5', 'No. # 5'],
    ['subtext', '-# small', '\\-# small'],
    ['a list', '- one\n2. two', '\\- one\n2\\. two'],
    ['a hyphen inside a line', 'US-led, 5-6', 'US-led, 5-6'],
    ['a masked link', '[a](https://b.example)', '\\[a](https\\://b.example)'],
    ['a mention', '<@1> @everyone', '\\<\\@1> \\@everyone'],
    ['an emoji by name', 'at :smile: now', 'at \\:smile: now'],
    ['an emoji whose name is not ASCII', ':piñata:', '\\:piñata:'],
    ['an emoji with a very long name', `:${'woman_'.repeat(12)}tone1:`, `\\:${'woman\\_'.repeat(12)}tone1:`],
    ['a colon before a space', 'He said: no.', 'He said: no.'],
    ['a time of day', 'at 10:30:15', 'at 10\\:30\\:15'],
    ['a backslash', 'C:\\new', 'C\\:\\\\new'],
  ])('keeps %s as it is read', (_, text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

  it('shows every text as it is', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shownText(escapeMarkdown(text))).toBe(text);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('shows every text as it is with a part of it in bold', () => {
    const marked = fc
      .tuple(hostile, hostile, hostile)
      .filter(([, bold]) => bold !== '' && bold === bold.trim());
    fc.assert(
      fc.property(marked, ([before, bold, after]) => {
        const span = { start: before.length, end: before.length + bold.length };
        const text = before + bold + after;
        expect(shownText(escapeMarkdown(text, [span]))).toBe(text);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('shows every text as it is with several parts of it in bold', () => {
    const part = hostile.filter((text) => text !== '' && text === text.trim());
    fc.assert(
      fc.property(hostile, fc.array(fc.tuple(part, part), { maxLength: 5 }), (before, parts) => {
        let text = before;
        const bold: Span[] = [];
        for (const [marked, between] of parts) {
          bold.push({ start: text.length, end: text.length + marked.length });
          text += marked + between;
        }
        expect(shownText(escapeMarkdown(text, bold))).toBe(text);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('shows every text as it is with a part of it in bold and a part of that underlined', () => {
    const part = hostile.filter((text) => text !== '' && text === text.trim());
    const edges = fc.constantFrom('', 'a ', ' a', '_', '*', '\\');
    fc.assert(
      fc.property(fc.tuple(hostile, edges, part, edges, hostile), ([before, head, answer, tail, after]) => {
        const bold = head + answer + tail;
        if (bold !== bold.trim()) return;
        const text = before + bold + after;
        const sentence = { start: before.length, end: before.length + bold.length };
        const words = { start: sentence.start + head.length, end: sentence.end - tail.length };
        expect(shownText(escapeMarkdown(text, [sentence], [words]))).toBe(text);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('leaves a text without marks unchanged', () => {
    const plain = 'Garver said that 4.7 million children (about half) need help; “our heroes”, he said.';
    expect(escapeMarkdown(plain)).toBe(plain);
  });
});

describe('quoteMarkdown()', () => {
  it('quotes each line on its own, so that what follows stays outside', () => {
    expect(quoteMarkdown('one\ntwo')).toBe('> one\n> two');
  });

  it('shows every text as it is, line by line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = quoteMarkdown(text).split('\n');
        expect(lines.every((line) => line.startsWith('> '))).toBe(true);
        expect(shownText(lines.map((line) => line.slice(2)).join('\n'))).toBe(text);
      }),
      { numRuns: runs(1000) },
    );
  });
});
