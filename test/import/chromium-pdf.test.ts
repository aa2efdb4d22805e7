import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, noBrowser } from '../../src/local-discord/test/support/page-fixture.ts';
import { draftArticle } from '../../src/import/draft-article.ts';
import { readArticle } from '../../src/import/read-article.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const PARAGRAPHS = [
  'The ferry Estrella sank off Corvo on Monday, the port authority said, and all forty people on board were brought ashore by fishing boats. Nobody was hurt, and the office has opened an official inquiry that will last until the end of the year.',
  'Captain Jan Kok told reporters that the sea had been calm, and that the hull of the well-known and much-loved ship had been repaired in May after an earlier accident & a fire. “We saw it coming”, he said.',
  ...Array.from(
    { length: 30 },
    (_, at) =>
      `In year ${at + 1901} the keeper of the light wrote of ${at + 11} storms in his well-kept diary, and nobody but the supply-boat crews of the north-western islands ever read a word of what he had written there.`,
  ),
  'A short last one.',
];
const page = (style: string): string => `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Ferry sinks off Corvo</title><style>${style}</style><h1>Ferry sinks off Corvo</h1><div>
${PARAGRAPHS.map((text) => `<p>${text.replaceAll('&', '&amp;')}</p>`).join('\n')}</div>`;

describe.skipIf(noBrowser)('a page that Chromium printed', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['as it is', ''],
    ['hyphenated and justified', 'p { text-align: justify; hyphens: auto; width: 9cm }'],
    ['in two columns', 'div { columns: 2 } p { text-align: justify; hyphens: auto }'],
    ['with indentations for gaps', 'p { margin: 0; text-indent: 2em }'],
    ['in large letters with loose lines', 'p { font: 20px/2 sans-serif }'],
  ])('%s gives its paragraphs, without the header and the footer of the browser', async (_, style) => {
    const folder = await createTempFolder({ 'ferry.html': page(style) });
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(join(folder, 'ferry.html')).href);
    const bytes = await tab.pdf({
      displayHeaderFooter: true,
      margin: { top: '2cm', bottom: '2cm', left: '1cm', right: '1cm' },
    });
    await tab.close();
    const { report, removed } = await draftArticle(
      { bytes, format: 'pdf' },
      { metadata: {}, keepAll: false },
      readArticle,
    );
    const texts = report.paragraphs.map(({ span }) => report.body.slice(span.start, span.end));
    expect(texts).toEqual(PARAGRAPHS);
    expect(report.title).toBe('Ferry sinks off Corvo');
    const printed = removed.filter(({ why }) => why === 'a line that a browser printed');
    expect(printed.filter(({ text }) => text.startsWith('file:///')).length).toBeGreaterThan(1);
  });
});
