import { describe, expect, it } from 'vitest';
import { draftArticle, type DraftOptions, draftReport } from '../../src/import/draft-article.ts';
import { readArticle } from '../../src/import/read-article.ts';
import type { SourceFormat } from '../../src/import/source/source.ts';

const PROSE =
  'The ferry sank off Corvo on Monday, and nobody of the forty people on board was hurt when it went down.';

/** Without the process that convert() starts for each source. */
const draftText = (text: string, options: Partial<DraftOptions> = {}, format: SourceFormat = 'text') =>
  draftArticle(
    { bytes: Buffer.from(text), format },
    { metadata: {}, keepAll: false, ...options },
    readArticle,
  );

describe('draftArticle()', () => {
  it('drafts a report that says what the source says of itself', async () => {
    const draft = await draftText(`Ferry sinks\n\nBy Ana Reis\n\n30 June 2016\n\n${PROSE}`);
    expect(draft).toMatchObject({
      id: 'ferry-sinks',
      text: `---\ntitle: Ferry sinks\nauthor: Ana Reis\npublished: 2016-06-30\nlanguage: en\n---\n\n${PROSE}\n`,
      report: {
        id: 'ferry-sinks',
        title: 'Ferry sinks',
        author: 'Ana Reis',
        published: '2016-06-30',
        language: 'en',
      },
      notes: [
        { kind: 'missing', field: 'publisher', text: 'publisher is not known' },
        { kind: 'missing', field: 'url', text: 'url is not known' },
      ],
    });
    expect(draft.removed.map(({ why }) => why)).toEqual(['the title', 'the byline', 'a date line']);
  });

  it.each([
    ['is not closed', 'title: Ferry sinks\n\n', 'line 1: the front matter that begins here is not closed'],
    [
      'is no YAML',
      'title: "Ferry sinks\n---\n',
      'line 3: the front matter is not valid YAML: missing closing',
    ],
    ['is a trap', 'title: *ferry\n---\n', 'line 2: "*" begins a YAML alias'],
  ])('refuses Markdown whose front matter %s', async (_, front, message) => {
    await expect(draftText(`---\n${front}${PROSE}\n`, {}, 'markdown')).rejects.toThrow(message);
  });

  it.each([
    ['a rule', '---\n\n# Ferry sinks\n\n'],
    ['a rule, and another', '---\n\n# Ferry sinks\n\n---\n\n'],
    ['no key of ours', '---\nNote: not [closed\n---\n\n# Ferry sinks\n\n'],
  ])('reads Markdown that begins with %s as text', async (_, front) => {
    const { report } = await draftText(`${front}${PROSE}\n`, {}, 'markdown');
    expect(report.body).toContain(PROSE);
  });

  it('drafts again with other metadata, without the source', async () => {
    const { article } = await draftText(`Ferry sinks\n\n${PROSE}`);
    const draft = await draftReport(article, {
      metadata: { title: 'Ferry found', publisher: 'Harbour News' },
    });
    expect(draft).toMatchObject({ id: 'ferry-found', report: { publisher: 'Harbour News' } });
    expect(draft.notes.map(({ field }) => field)).toEqual(['published', 'url']);
  });

  it('believes who imports before the source', async () => {
    const metadata = {
      title: 'Ferry #2',
      publisher: 'Harbour News',
      published: '2016-07-01',
      url: 'https://a.example/',
      language: 'en-GB',
      licence: 'CC BY 4.0',
    };
    const draft = await draftText(`Ferry sinks\n\n30 June 2016\n\n${PROSE}`, { id: 'two', metadata });
    expect(draft).toMatchObject({ report: { id: 'two', ...metadata }, notes: [] });
  });

  it.each<[string, string, Partial<DraftOptions>, string]>([
    ['no title', PROSE, {}, 'no title was found'],
    [
      'nothing but a title',
      'Ferry sinks',
      {},
      'no text follows the front matter, wanted at least one paragraph',
    ],
    ['a title without a letter for an id', `船が沈む\n\n${PROSE}`, {}, 'its title gives no file name'],
    [
      'an id that leads out of the folder',
      `A\n\n${PROSE}`,
      { id: '../ferry' },
      'the id is "../ferry", wanted small letters',
    ],
    [
      'a date that is none',
      `A\n\n${PROSE}`,
      { metadata: { published: 'June' } },
      'published is "June", wanted an ISO date such as 2016-07-01',
    ],
    [
      'an address that is none',
      `A\n\n${PROSE}`,
      { metadata: { url: 'javascript:1' } },
      'url is "javascript:1", wanted a web address',
    ],
  ])('refuses %s', async (_, text, options, message) => {
    await expect(draftText(text, options)).rejects.toThrow(message);
  });

  it('names the file in a message as people know it', async () => {
    const draft = draftText(`A\n\n${PROSE}`, { folder: 'data', metadata: { published: 'June' } });
    await expect(draft).rejects.toThrow('"data/a.md"');
  });

  it.each([
    ['a title', PROSE, 'title'],
    ['an id', `船が沈む\n\n${PROSE}`, 'id'],
  ])('says that %s would settle it', async (_, text, setting) => {
    await expect(draftText(text)).rejects.toMatchObject({ setting });
  });

  it.each<[string, string, SourceFormat, string]>([
    ['an empty file', '', 'text', 'it is empty'],
    ['an empty PDF', '', 'pdf', 'it is empty'],
    ['a file of blanks', ' \n\t\n', 'text', 'it holds no text'],
    ['a page without text', '<!doctype html><title>Ferry</title><img src="a">', 'html', 'it holds no text'],
  ])('says what is wrong with %s', async (_, text, format, message) => {
    await expect(draftText(text, {}, format)).rejects.toThrow(message);
  });

  it('parts a paragraph that is far too long to quote, and says so', async () => {
    const { report, notes } = await draftText(`Ferry sinks\n\n${`${PROSE} `.repeat(100)}`);
    expect(report.paragraphs.map(({ span }) => span.end - span.start <= 4000)).toEqual([true, true, true]);
    expect(notes[0]?.text).toBe('line 3: a paragraph of 10399 characters was parted into 3');
  });

  it('drops what a source says of itself and no report can say', async () => {
    const html = `<html lang="!!"><title>Ferry</title><link rel=canonical href="javascript:1"><body><p>${PROSE}</p>`;
    const draft = await draftText(html, {}, 'html');
    expect(draft).toMatchObject({ report: { title: 'Ferry', language: 'en' } });
    expect(draft).not.toHaveProperty('report.url');
  });
});
