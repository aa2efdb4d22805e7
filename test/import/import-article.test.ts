import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importArticle, type ImportOptions } from '../../src/import/import-article.ts';
import type { SourceFormat } from '../../src/import/source/source.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const PROSE =
  'The ferry sank off Corvo on Monday, and nobody of the forty people on board was hurt when it went down.';

async function importText(text: string, options: Partial<ImportOptions> = {}, format: SourceFormat = 'text') {
  const folder = await createTempFolder({});
  const source = { bytes: Buffer.from(text), format };
  const outcome = await importArticle(source, {
    folder,
    metadata: {},
    keepAll: false,
    force: false,
    ...options,
  }).then(
    ({ path, report, notes }) => ({ path: path.replace(folder, 'data'), report, notes }),
    (error: unknown) => String(error),
  );
  return { outcome, folder };
}

describe('importArticle()', () => {
  it('writes a report that says what the source says of itself', async () => {
    const { outcome, folder } = await importText(`Ferry sinks\n\nBy Ana Reis\n\n30 June 2016\n\n${PROSE}`);
    expect(outcome).toMatchObject({
      path: join('data', 'ferry-sinks.md'),
      report: {
        id: 'ferry-sinks',
        title: 'Ferry sinks',
        author: 'Ana Reis',
        published: '2016-06-30',
        language: 'en',
      },
      notes: ['publisher is not known; --publisher gives it', 'url is not known; --url gives it'],
    });
    expect(await readFile(join(folder, 'ferry-sinks.md'), 'utf8')).toBe(
      `---\ntitle: Ferry sinks\nauthor: Ana Reis\npublished: 2016-06-30\nlanguage: en\n---\n\n${PROSE}\n`,
    );
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
    const { outcome } = await importText(`Ferry sinks\n\n30 June 2016\n\n${PROSE}`, { id: 'two', metadata });
    expect(outcome).toMatchObject({ report: { id: 'two', ...metadata }, notes: [] });
  });

  it.each<[string, string, Partial<ImportOptions>, string]>([
    ['no title', PROSE, {}, 'no title was found; give one with --title'],
    [
      'nothing but a title',
      'Ferry sinks',
      {},
      'no text follows the front matter, wanted at least one paragraph',
    ],
    [
      'a title without a letter for an id',
      `船が沈む\n\n${PROSE}`,
      {},
      'its title gives no file name; give one with --id',
    ],
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
  ])('refuses %s, and writes nothing', async (_, text, options, message) => {
    const { outcome, folder } = await importText(text, options);
    expect(outcome).toContain(message);
    expect(await readdir(folder)).toEqual([]);
  });

  it('drops what a source says of itself and no report can say', async () => {
    const html = `<html lang="!!"><title>Ferry</title><link rel=canonical href="javascript:1"><body><p>${PROSE}</p>`;
    const { outcome } = await importText(html, {}, 'html');
    expect(outcome).toMatchObject({ report: { title: 'Ferry', language: 'en' } });
    expect(outcome).not.toHaveProperty('report.url');
  });
});
