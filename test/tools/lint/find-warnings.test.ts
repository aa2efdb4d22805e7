import { expect, it } from 'vitest';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { findWarnings } from '../../../src/tools/lint/find-warnings.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const FACTS = 'publisher: Harbour News\npublished: 2016-07-01\n';
const report = (text: string, facts = FACTS) => `---\ntitle: A report\n${facts}---\n\n${text}\n`;
const LONG = 'The ferry sank off Corvo, and nobody was hurt.';

async function warningsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = await createTempFolder(files);
  const { reports, faults } = await loadCorpus(folder);
  expect(faults).toEqual([]);
  return (await findWarnings(reports, folder)).map(
    ({ file, line, message }) =>
      `${file.replace(folder, 'data')}:${line}: ${message.replaceAll(folder, 'data')}`,
  );
}

it.each([
  ['nothing', report(`${LONG}\n\nThe crew was saved.`), []],
  [
    'a missing date',
    report(LONG, 'publisher: Harbour News\n'),
    ['data/a.md:1: published is missing, so readers cannot tell how old it is'],
  ],
  [
    'a missing publisher',
    report(LONG, 'published: 2016-07-01\n'),
    ['data/a.md:1: publisher is missing, so readers cannot tell whose words these are'],
  ],
  [
    'a paragraph that stands twice, whatever its line ends',
    report(`${LONG}\n\nThen:\n\n${LONG.replace(' and', '\nand')}`),
    ['data/a.md:11: paragraph 3 is the same as a ¶ 1 (data/a.md:7), wanted it once: both would answer'],
  ],
  ['a short paragraph that stands twice', report('He was right.\n\nHe was right.'), []],
  ['a paragraph that just fits', report('a'.repeat(4000)), []],
  [
    'a paragraph too long for one message',
    report(`Short.\n\n${'a'.repeat(4001)}`),
    ['data/a.md:9: paragraph 2 has 4001 characters, wanted at most 4000; a blank line parts it in two'],
  ],
  [
    'a block that is read in parts, once',
    report(
      `Short.\n\n${Array.from({ length: 300 }, (_, at) => `On day ${at} nobody was hurt.`).join(' ')}\n\nShort again.`,
    ),
    [
      'data/a.md:9: paragraph 2 is the first of 3 that the bot makes of one block of text, wanted blank lines where its paragraphs end',
    ],
  ],
  [
    'an artifact, with Windows line ends',
    report(`${LONG}\n\nRead more`).replaceAll('\n', '\r\n'),
    [
      "data/a.md:9: paragraph 2 holds what a web page puts around an article, wanted the report's own words only; take it out if it is none of them",
    ],
  ],
])('findWarnings() tells of %s', async (_, text, warnings) => {
  expect(await warningsOf({ 'a.md': text })).toEqual(warnings);
});

it('findWarnings() sees that a paragraph stands in two reports', async () => {
  expect(await warningsOf({ 'a.md': report(LONG), 'b.md': report(LONG) })).toEqual([
    'data/b.md:7: paragraph 1 is the same as a ¶ 1 (data/a.md:7), wanted it once: both would answer',
  ]);
});
