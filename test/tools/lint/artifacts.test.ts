import { expect, it } from 'vitest';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { slice } from '../../../src/text/span.ts';
import { findArtifact } from '../../../src/tools/lint/find-warnings.ts';

it.each([
  ['a tag', 'The ferry <b>sank</b>.', 'an HTML tag'],
  ['a tag with attributes', '<a href="https://a.example">The ferry</a> sank.', 'an HTML tag'],
  ['a character name', 'Salt &amp; water.', 'an HTML character name'],
  ['a character number', 'Salt &#8217;n&#8217; water.', 'an HTML character name'],
  ['an apostrophe in a wrong encoding', 'The ferryâ€™s crew.', 'letters read in a wrong encoding'],
  ['an accent in a wrong encoding', 'The cafÃ© was closed.', 'letters read in a wrong encoding'],
  ['a lost letter', 'The caf\uFFFD was closed.', 'letters read in a wrong encoding'],
  ['a page number', 'Page 3 of 12', 'a page number'],
  ['a lone number', '17', 'a page number'],
  ['a lone address', 'https://a.example/b', 'a bare web address'],
  ['a button', 'Read more', 'what a web page puts around an article'],
  ['a cookie notice', 'Please accept all cookies to go on.', 'what a web page puts around an article'],
])('findArtifact() finds %s', (_, text, what) => expect(findArtifact(text)).toBe(what));

it.each([
  ['a comparison', 'It took a < b, and b > c.'],
  ['an ampersand', 'Smith & Sons built it; R&D paid.'],
  ['a year in a sentence', 'It sank in 1974.'],
  ['an accent', 'Ângela closed the café in São Paulo.'],
  [
    'the words in a long text',
    `He said that all should read more. ${'The ferry sank off Corvo. '.repeat(10)}`,
  ],
])('findArtifact() leaves %s alone', (_, text) => expect(findArtifact(text)).toBeUndefined());

it('findArtifact() finds nothing in the project’s own reports', async () => {
  const { reports } = await loadCorpus('data');
  for (const { body, paragraphs } of reports)
    for (const { span } of paragraphs) expect(findArtifact(slice(body, span))).toBeUndefined();
});
