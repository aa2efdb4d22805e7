import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/corpus/report.ts';
import type { Span } from '../../../src/text/span.ts';
import { foldReport } from '../../../src/corpus/folded-report.ts';
import { sourceLink } from '../../../src/render/quote/source-link.ts';
import { runSync } from '../../../src/text/cooperative-task.ts';
import { paragraph } from '../../support/hostile-text.ts';
import { reportOf } from '../../support/report.ts';
import { directiveOf, rangesOf } from '../../support/text-fragment.ts';
import { runs } from '../../property-runs.ts';

const url = 'https://news.example/a';

const linkOf = (report: Report, ...spans: Span[]) =>
  sourceLink(report, spans, () => runSync(foldReport(report)));

/** The nth place of `text` in the report, from 1. */
function targetOf({ body }: Report, text: string, nth = 1): Span {
  let start = -1;
  for (let n = 0; n < nth; n++) start = body.indexOf(text, start + 1);
  return { start, end: start + text.length };
}

const linkTo = (paragraphs: readonly string[], text: string, nth = 1, language = 'en') => {
  const report = reportOf(paragraphs, { url, language });
  return linkOf(report, targetOf(report, text, nth));
};

describe('sourceLink()', () => {
  it.each([
    ['a sentence', 'He left. She stayed.', 'She stayed.', 'She%20stayed.'],
    ['hyphens', 'The US-led raid.', 'The US-led raid.', 'The%20US%2Dled%20raid.'],
    ['commas', 'One, two.', 'One, two.', 'One%2C%20two.'],
    ['ampersands', 'Bread & butter.', 'Bread & butter.', 'Bread%20%26%20butter.'],
    ['signs of addresses', 'Is 5 % #1?', 'Is 5 % #1?', 'Is%205%20%25%20%231%3F'],
    [
      'quotation marks',
      'He said “no” and "yes".',
      'He said “no” and "yes".',
      'He%20said%20%E2%80%9Cno%E2%80%9D%20and%20%22yes%22.',
    ],
    ['accents', 'Le café ferma.', 'Le café ferma.', 'Le%20caf%C3%A9%20ferma.'],
    ['Arabic', 'قال نعم.', 'قال نعم.', '%D9%82%D8%A7%D9%84%20%D9%86%D8%B9%D9%85.'],
    ['soft line breaks', 'One\ntwo   three.', 'One\ntwo   three.', 'One%20two%20three.'],
  ])('encodes %s', (_, text, sentence, directive) =>
    expect(linkTo([text], sentence)).toBe(`${url}#:~:text=${directive}`),
  );

  it('finds Chinese words, which have no spaces', () => {
    expect(linkTo(['他离开了。她留下了。'], '她留下了。', 1, 'zh')).toBe(
      `${url}#:~:text=${encodeURIComponent('她留下了。')}`,
    );
  });

  const twice = ['He was sure. He left. It rained.', 'She was not. He left. It snowed.'];
  const framed = [
    'Why so? It rained. He left. No one knew. So?',
    'It rained. He left. It snowed.',
    'It snowed. He left. No one knew. And?',
  ];
  it.each([
    ['the first time', twice, 1, 'He%20was%20sure.-,He%20left.'],
    ['the second time', twice, 2, 'She%20was%20not.-,He%20left.'],
    ['first, then in other letters', ['He left.', 'It rained. HE LÉFT.'], 1, 'He%20left.,-It%20rained.%20HE'],
    [
      'after the same words',
      ['So it was. He left. And then?', 'So it was. He left. Why?'],
      2,
      'He%20left.,-Why%3F',
    ],
    ['between words of two others', framed, 1, 'so%3F%20It%20rained.-,He%20left.,-No%20one%20knew'],
    ['inside other words', ['She left. It was so. He left.'], 1, 'It%20was%20so.-,He%20left.'],
  ])('tells a sentence by its context when it stands there %s', (_, paragraphs, nth, directive) =>
    expect(linkTo(paragraphs, 'He left.', nth)).toBe(`${url}#:~:text=${directive}`),
  );

  it('takes a heading for context, without its signs', () => {
    expect(linkTo(['## The raid', 'He left.', '## The end', 'He left.'], 'He left.', 2)).toBe(
      `${url}#:~:text=The%20end-,He%20left.`,
    );
  });

  it('gives the address alone for what stands there twice in the same context', () => {
    const same = 'It rained all day in the town. He left. Nobody knew of it for weeks.';
    const many = 'The same words again and again. '.repeat(20);
    expect(linkTo(['Before.', same, same, 'After.'], 'He left.')).toBe(url);
    expect(linkTo([many, many, many], 'The same words again and again.', 30)).toBe(url);
  });

  it('names a long sentence by its first and last words', () => {
    const long = `The first words ${'and more of them '.repeat(40)}then the last ones.`;
    expect(linkTo(['Before.', long, 'After.'], long)).toBe(
      `${url}#:~:text=The%20first%20words,the%20last%20ones.`,
    );
  });

  it('takes more of the last words when they stand earlier in a long sentence too', () => {
    const long = `At first there were the last ones ${'and more of them '.repeat(40)}then came the last ones`;
    expect(linkTo([long], long)).toBe(
      `${url}#:~:text=At%20first%20there%20were%20the,then%20came%20the%20last%20ones`,
    );
  });

  it('names what spans paragraphs by its first and last words', () => {
    const report = reportOf(['One two three four.', '## Five', 'Six seven eight nine.'], { url });
    const span = { start: 0, end: targetOf(report, 'nine.').end };
    expect(linkOf(report, span)).toBe(`${url}#:~:text=One%20two%20three,seven%20eight%20nine.`);
  });

  it.each([
    ['a query', 'https://a.example/?q=1&r=2', 'https://a.example/?q=1&r=2#:~:text=He%20left.'],
    ['a fragment', 'https://a.example/b#part', 'https://a.example/b#part:~:text=He%20left.'],
    ['an empty fragment', 'https://a.example/b#', 'https://a.example/b#:~:text=He%20left.'],
    ['another text directive', 'https://a.example/b#:~:text=no', 'https://a.example/b#:~:text=He%20left.'],
    [
      'a fragment and another directive',
      'https://a.example/b#c:~:text=no',
      'https://a.example/b#c:~:text=He%20left.',
    ],
    ['letters beyond ASCII', 'https://a.example/é', 'https://a.example/%C3%A9#:~:text=He%20left.'],
    ['no encryption', 'http://a.example/', 'http://a.example/#:~:text=He%20left.'],
    ['512 characters', `https://a.example/${'b'.repeat(494)}`, `https://a.example/${'b'.repeat(494)}`],
    [
      'room for a part of the text only',
      `https://a.example/${'b'.repeat(480)}`,
      `https://a.example/${'b'.repeat(480)}`,
    ],
    ['513 characters', `https://a.example/${'b'.repeat(495)}`, undefined],
    ['513 characters once encoded', `https://a.example/${'b'.repeat(489)}é`, undefined],
    ['another scheme', 'javascript:alert(1)//http://', undefined],
    ['no sense', 'https://', undefined],
  ])('keeps an address with %s', (_, address, link) => {
    const report = reportOf(['He left.'], { url: address });
    expect(linkOf(report, { start: 0, end: 8 })).toBe(link);
  });

  it('gives no link without an address', () => {
    expect(linkOf(reportOf(['He left.']), { start: 0, end: 8 })).toBeUndefined();
  });

  it.each([
    ['starts inside a word', { start: 1, end: 8 }],
    ['ends inside a word', { start: 0, end: 5 }],
    ['begins with white space', { start: 2, end: 8 }],
    ['is empty', { start: 3, end: 3 }],
    ['lies outside the body', { start: 50, end: 60 }],
    ['lies before the body', { start: -5, end: 8 }],
    ['holds no word', { start: 9, end: 12 }],
  ])('gives the address alone for a span that %s', (_, span) => {
    expect(linkOf(reportOf(['He left. *** She stayed.'], { url }), span)).toBe(url);
  });

  it('gives the address alone for half a character, which cannot be encoded', () => {
    expect(linkOf(reportOf(['He \uD83D left.'], { url }), { start: 0, end: 10 })).toBe(url);
  });

  const words = [
    'he',
    'He',
    'left',
    'léft',
    'the',
    'US-led',
    'town',
    'مدينة',
    'Straße',
    'ﬁre',
    '“no”',
    '4.7',
    'a,b',
    'x & y',
  ];
  const sentence = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 60 })
    .map((each) => `${each.join(' ')}.`);
  const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '));
  const place = fc
    .tuple(
      fc.array(fc.oneof(prose, prose, fc.constant('## The same heading'), paragraph), {
        minLength: 1,
        maxLength: 8,
      }),
      fc.nat(),
      fc.nat(),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
    )
    .map(([paragraphs, nth, sentences, address]) => {
      const report = reportOf(paragraphs, { url: address });
      const chosen = report.paragraphs[nth % Math.max(1, report.paragraphs.length)];
      const spans = chosen === undefined ? [] : [chosen.span, ...chosen.sentences];
      return { report, address, span: spans[sentences % Math.max(1, spans.length)] };
    });

  it('gives a link that leads to the span and to nothing else of the report', () => {
    let proved = 0;
    fc.assert(
      fc.property(place, ({ report, address, span }) => {
        fc.pre(span !== undefined);
        const link = linkOf(report, span) ?? '';
        expect(link.length).toBeLessThanOrEqual(512);
        expect(URL.canParse(link)).toBe(true);
        expect(link).toMatch(/^[!-~]+$/);
        const directive = directiveOf(link);
        expect(link.startsWith(address)).toBe(true);
        expect(directive === undefined || rangesOf(report.body, 'en', directive)).toEqual(
          directive === undefined || [span],
        );
        proved += directive === undefined ? 0 : 1;
      }),
      { numRuns: runs(500) },
    );
    expect(proved).toBeGreaterThan(100);
  });

  it('leads to every paragraph and sentence of a text without repetitions', () => {
    const text = fc.uniqueArray(fc.integer({ min: 100, max: 9999 }), { minLength: 8, maxLength: 80 });
    fc.assert(
      fc.property(text, (numbers) => {
        const sentences = numbers.map((number) => `Then ${number} came.`);
        const report = reportOf([sentences.slice(0, 4).join(' '), sentences.slice(4).join('\n')], { url });
        for (const { span, sentences: spans } of report.paragraphs) {
          for (const each of [span, ...spans]) {
            const directive = directiveOf(linkOf(report, each) ?? '');
            expect(directive).toBeDefined();
            expect(directive && rangesOf(report.body, 'en', directive)).toEqual([each]);
          }
        }
      }),
      { numRuns: runs(30) },
    );
  });
});
