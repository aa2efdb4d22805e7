import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFault } from '../../src/corpus/fault.ts';
import { parseReport } from '../../src/corpus/parse-report.ts';
import { decodeReportBytes, MAX_REPORT_BYTES } from '../../src/corpus/report-bytes.ts';
import type { Report } from '../../src/corpus/report.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { slice } from '../../src/text/span.ts';

const name = { id: 'ferry', file: 'data/ferry.md' };

const faultsOf = (content: string | Uint8Array): readonly string[] => {
  const parsed = parseReport(name, Buffer.from(content));
  return parsed.kind === 'faulty' ? parsed.faults.map(renderFault) : [];
};

function reportOf(content: string): Report {
  const parsed = parseReport(name, Buffer.from(content));
  if (parsed.kind === 'report') return parsed.report;
  throw new Error(parsed.faults.map(renderFault).join('\n'));
}

const withMatter = (matter: string): string => `---\ntitle: Ferry\n${matter}\n---\nIt sank.\n`;

const textsOf = ({ body, paragraphs }: Report): readonly string[] =>
  paragraphs.map(({ span }) => slice(body, span));

describe('parseReport()', () => {
  it('keeps everything that the front matter says', () => {
    const report = reportOf(
      [
        '---',
        'title: "Ferry: the report"',
        'publisher: Harbour Office',
        'author: Ann Lee',
        'published: 2016-02-29',
        'url: https://example.org/ferry?a=1',
        'language: EN-gb',
        'licence: CC BY 4.0',
        'questions:',
        '  - Why did it sink?',
        '  - Who saw it?',
        '---',
        '# What happened',
        'It sank. Nobody saw.',
      ].join('\n'),
    );
    expect(report).toEqual({
      id: 'ferry',
      title: 'Ferry: the report',
      publisher: 'Harbour Office',
      author: 'Ann Lee',
      published: '2016-02-29',
      url: 'https://example.org/ferry?a=1',
      language: 'en-GB',
      licence: 'CC BY 4.0',
      questions: ['Why did it sink?', 'Who saw it?'],
      body: '# What happened\nIt sank. Nobody saw.',
      paragraphs: [
        {
          number: 1,
          heading: 'What happened',
          span: { start: 16, end: 36 },
          sentences: [
            { start: 16, end: 24 },
            { start: 25, end: 36 },
          ],
        },
      ],
    });
  });

  it('leaves out what the front matter does not say', () => {
    expect(reportOf('---\ntitle: Ferry\n---\nIt sank.')).toEqual({
      id: 'ferry',
      title: 'Ferry',
      language: 'en',
      questions: [],
      body: 'It sank.',
      paragraphs: [{ number: 1, span: { start: 0, end: 8 }, sentences: [{ start: 0, end: 8 }] }],
    });
  });

  it.each([
    ['a byte order mark', '\uFEFF---\ntitle: Ferry\n---\nIt sank.', 'It sank.'],
    ['Windows line ends', '---\r\ntitle: Ferry\r\n---\r\nIt\r\nsank.\r\n', 'It\nsank.\n'],
    ['lone carriage returns', '---\rtitle: Ferry\r---\rIt\rsank.\r', 'It\nsank.\n'],
    ['blanks after the front matter lines', '--- \ntitle: Ferry \t\n---\t\nIt sank. \n', 'It sank. \n'],
    ['no final line end', '---\ntitle: Ferry\n---\nIt sank.', 'It sank.'],
    ['a comment in the front matter', '---\n# mine\ntitle: Ferry # my own\n---\nIt sank.', 'It sank.'],
    ['a folded title', '---\ntitle: >\n  Ferry\n---\nIt sank.', 'It sank.'],
    ['a line of three hyphens in the text', '---\ntitle: Ferry\n---\nIt\n---\nsank.', 'It\n---\nsank.'],
  ])('accepts %s', (_, content, body) => expect(reportOf(content)).toMatchObject({ title: 'Ferry', body }));

  it.each([
    ['a number', '1984', '1984'],
    ['a leading zero', '007', '007'],
    ['a date', '2016-07-01', '2016-07-01'],
    ['yes', 'yes', 'yes'],
    ['null', 'null', 'null'],
    ['brackets inside', 'Ferry [draft] {1}', 'Ferry [draft] {1}'],
    ['quotation marks', '"Ferry: \\"one\\""', 'Ferry: "one"'],
  ])('takes a title that is %s as it was written', (_, yaml, title) =>
    expect(reportOf(`---\ntitle: ${yaml}\n---\nIt sank.`).title).toBe(title),
  );

  const lineOfText = 'wanted one line of text';
  const wantedTitle = `${lineOfText}, such as title: The ferry report`;
  const wantedDate = 'wanted an ISO date such as 2016-07-01';
  const wantedUrl = 'wanted a web address that begins with https:// or http://';
  const wantedTag = 'wanted a language tag (BCP 47) such as en or pt-BR';
  const wantedList = 'wanted a list with one question a line, each after "- "';
  const keys = 'title, publisher, author, published, url, language, licence, questions';
  const quoteIt = 'put quotation marks around the value if the sign belongs to the text';

  it.each([
    ['a month alone', 'published: June', `published is "June", ${wantedDate}`],
    ['a day that does not exist', 'published: 2016-02-30', `published is "2016-02-30", ${wantedDate}`],
    ['a leap day of no leap year', 'published: 2015-02-29', `published is "2015-02-29", ${wantedDate}`],
    [
      'a date with a time',
      'published: 2016-07-01T10:00:00Z',
      `published is "2016-07-01T10:00:00Z", ${wantedDate}`,
    ],
    ['a script address', 'url: javascript:alert(1)', `url is "javascript:alert(1)", ${wantedUrl}`],
    [
      'an address with a blank',
      'url: https://example.org/a b',
      `url is "https://example.org/a b", ${wantedUrl}`,
    ],
    ['an address without a host', 'url: https://', `url is "https://", ${wantedUrl}`],
    ['an address without slashes', 'url: https:example.org', `url is "https:example.org", ${wantedUrl}`],
    ['a language by name', 'language: english', `language is "english", ${wantedTag}`],
    ['a language with an underscore', 'language: en_US', `language is "en_US", ${wantedTag}`],
    ['an empty language', 'language:', `language is empty, ${wantedTag}`],
    ['an empty value', 'publisher:', `publisher is empty, ${lineOfText}`],
    ['an invisible value', 'publisher: "\\u200b"', `publisher is "\u200b", ${lineOfText}`],
    ['several lines', 'author: |\n  Ann\n  Lee', `author is "Ann\\nLee\\n", ${lineOfText}`],
    ['half a character', 'author: "a\\ud800"', `author is "a\\ud800", ${lineOfText}`],
    ['a list for a text', 'author:\n- Ann', `author is a list, ${lineOfText}`],
    ['a group for a text', 'author:\n  first: Ann', `author is a group of "key: value" lines, ${lineOfText}`],
    ['a text for a list', 'questions: Why?', `questions is "Why?", ${wantedList}`],
    ['a misspelt key', 'licens: MIT', '"licens" is not a known key, did you mean "licence"?'],
    ['the American spelling', 'license: MIT', '"license" is not a known key, did you mean "licence"?'],
    ['a capital key', 'Author: Ann', '"Author" is not a known key, did you mean "author"?'],
    ['a foreign key', 'wetterlage: gut', `"wetterlage" is not a known key, wanted one of ${keys}`],
    ['a key of every object', '__proto__: x', `"__proto__" is not a known key, wanted one of ${keys}`],
    ['a key given twice', 'title: Boat', '"title" is given again, wanted it once'],
    ['an alias', 'author: *Ann', `"*" begins a YAML alias, which reports may not use; ${quoteIt}`],
    ['an anchor', 'author: &Co Ann', `"&" begins a YAML anchor, which reports may not use; ${quoteIt}`],
    ['a tag', 'author: !Ann Lee', `"!" begins a YAML tag, which reports may not use; ${quoteIt}`],
  ])('refuses %s, on its line', (_, matter, message) =>
    expect(faultsOf(withMatter(matter))).toEqual([`Cannot load "data/ferry.md" (line 3): ${message}`]),
  );

  it.each([
    ['an empty item', '  -', 'item 2 of questions is empty'],
    ['a list as an item', '  - [Who?]', 'item 2 of questions is a list'],
    [
      'an item that YAML reads as a group',
      '  - Who: Ann?',
      'item 2 of questions is a group of "key: value" lines',
    ],
  ])('refuses %s among the questions, on its line', (_, item, what) =>
    expect(faultsOf(withMatter(`questions:\n  - Why?\n${item}`))).toEqual([
      `Cannot load "data/ferry.md" (line 5): ${what}, ${lineOfText}`,
    ]),
  );

  const noMatter =
    'wanted front matter: a line "---", then "title: ..." and what else is known, then a line "---"';
  const nul = 'the line holds a NUL character, wanted plain text; save the file with the encoding UTF-8';
  const notUtf8 = 'the line is not UTF-8 text; save the file with the encoding UTF-8';

  it.each([
    ['an empty file', '', 1, `the first line is blank, ${noMatter}`],
    ['text alone', 'It sank.', 1, `the first line is not "---", ${noMatter}`],
    ['a blank line first', '\n---\ntitle: x\n---\nIt sank.', 1, `the first line is blank, ${noMatter}`],
    ['four hyphens', '----\ntitle: x\n---\nIt sank.', 1, `the first line is not "---", ${noMatter}`],
    [
      'front matter without an end',
      '---\ntitle: x\n\nIt sank.',
      1,
      'the front matter that begins here is not closed, wanted a line "---" before the text',
    ],
    ['empty front matter', '---\n---\nIt sank.', 2, `title is missing, ${wantedTitle}`],
    ['an empty title', '---\ntitle: " "\n---\nIt sank.', 2, `title is empty, ${wantedTitle}`],
    [
      'front matter that is a sentence',
      '---\n# mine\nIt sank\n---\nIt sank.',
      3,
      'the front matter is not made of "key: value" lines, wanted at least "title: ..."',
    ],
    [
      'front matter that is a list',
      '---\n- It sank\n---\nIt sank.',
      2,
      'the front matter is not made of "key: value" lines, wanted at least "title: ..."',
    ],
    [
      'no text',
      '---\ntitle: x\n---\n\n',
      4,
      'no text follows the front matter, wanted at least one paragraph',
    ],
    [
      'headings alone',
      '---\ntitle: x\n---\n# One\n\n##\n',
      4,
      'only headings follow the front matter, wanted at least one paragraph',
    ],
    ['a NUL', '---\ntitle: x\n---\nIt\nsa\0nk.', 5, nul],
    ['a NUL in the front matter', '---\ntitle: x\0\n---\nIt sank.', 2, nul],
    ['Latin-1', Buffer.from('---\ntitle: x\n---\nIt sank.\nNaïve.', 'latin1'), 5, notUtf8],
    ['half a UTF-8 sequence', Buffer.from([45, 45, 45, 13, 116, 13, 10, 0xe2, 0x82, 13]), 3, notUtf8],
    ['a surrogate in UTF-8', Buffer.from([45, 10, 0xed, 0xa0, 0x80]), 2, notUtf8],
    ['UTF-16', Buffer.from('\uFEFF---\ntitle: x\n---\nIt sank.', 'utf16le'), 1, notUtf8],
    [
      'too many bytes',
      Buffer.alloc(MAX_REPORT_BYTES + 1, 'a'),
      1,
      'the file has 2.1 MiB, wanted at most 2 MiB; split it into several reports',
    ],
  ])('refuses %s', (_, content, line, message) =>
    expect(faultsOf(content)).toEqual([`Cannot load "data/ferry.md" (line ${line}): ${message}`]),
  );

  it.each([
    ['an unquoted colon', 'author: Lee: Ann', 3],
    ['an open quotation mark', 'author: "Ann', 3],
    ['a sign that YAML keeps for itself', 'licence: MIT\nauthor: @ann', 4],
    ['a line without a colon', 'author Ann', 3],
    ['a tab as indentation', 'questions:\n\t- Why?', 4],
    ['an open list', 'questions: [Why?', 3],
  ])('says that %s is no valid YAML, near its line', (_, matter, line) => {
    const [fault, ...others] = faultsOf(withMatter(matter));
    expect(others).toEqual([]);
    expect(fault).toMatch(/\(line \d\): the front matter is not valid YAML: /u);
    expect(Math.abs(Number(/line (\d)/u.exec(fault ?? '')?.[1]) - line)).toBeLessThanOrEqual(1);
  });

  it.each([
    ['flow lists', '['.repeat(60_000)],
    ['flow groups', 'a: {'.repeat(15_000)],
    ['block lists', '- '.repeat(30_000)],
    ['explicit keys', '? '.repeat(30_000)],
    ['indented groups', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['anchors that multiply', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]'],
    ['more than 64 Ki characters', 'a: b\n'.repeat(14_000)],
    ['thousands of unknown keys', Array.from({ length: 8000 }, (_, n) => `k${n}:`).join('\n')],
    ['thousands of equal keys', 'k:\n'.repeat(16_000)],
  ])('refuses a front matter of %s without harm', (_, matter) =>
    expect(faultsOf(withMatter(matter)).length).toBeGreaterThan(0),
  );

  it('shortens what it repeats of a long value', () => {
    const [fault] = faultsOf(withMatter(`published: ${'9'.repeat(1000)}`));
    expect(fault?.length).toBeLessThan(200);
  });

  it('lists every fault, in the order of the lines', () => {
    const lines = faultsOf('---\nurl: x\npublished: x\nnope: x\nlanguage: x\n---\n# One').map(
      (fault) => /line (\d+)/u.exec(fault)?.[1],
    );
    expect(lines).toEqual(['2', '2', '3', '4', '5', '7']);
  });

  it('gives the same paragraphs whatever the line ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('It sank.', ' ', '\n', '# A', 'U.S.'), { minLength: 1 }),
        (parts) => {
          const text = `---\ntitle: x\n---\nStart.\n${parts.join('')}`;
          const report = reportOf(text);
          expect(reportOf(text.replaceAll('\n', '\r\n'))).toEqual(report);
          expect(reportOf(text.replaceAll('\n', '\r'))).toEqual(report);
          expect(textsOf(report)[0]).toMatch(/^Start\./u);
        },
      ),
    );
  });
});

it.each([
  ['a CR and its LF', 'a\r\n'],
  ['a CR alone', 'a\r'],
  ['a letter of several bytes', '漢é\u{1F600}'],
])('reads a file of megabytes as one text, wherever it is cut inside %s', (_, unit) => {
  const head = '---\ntitle: A\n---\n';
  for (const shift of ['', 'x', 'xx', 'xxx']) {
    const body = shift + unit.repeat(Math.ceil(1_200_000 / Buffer.byteLength(unit)));
    // Without the paragraphs: there are 600,000 lines.
    const decoded = runSync(decodeReportBytes(Buffer.from(`\uFEFF${head}${body}`)));
    const text = decoded.kind === 'text' ? decoded.text : '';
    expect(text === head + body.replaceAll(/\r\n?/gu, '\n')).toBe(true);
  }
});

it('refuses a report of more than 5,000 paragraphs', () => {
  const text = `---\ntitle: A\n---\n${'a\n\n'.repeat(5_001)}`;
  expect(parseReport({ id: 'a', file: 'a.md' }, Buffer.from(text))).toEqual({
    kind: 'faulty',
    faults: [
      {
        file: 'a.md',
        line: 4,
        message: 'the report has 5001 paragraphs, wanted at most 5000; split it into several reports',
      },
    ],
  });
});
