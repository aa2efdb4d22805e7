import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completeMetadata } from '../../src/import/complete-metadata.ts';
import { removeBoilerplate } from '../../src/import/boilerplate/remove-boilerplate.ts';
import { guessLanguage } from '../../src/import/read/guess-language.ts';
import { readSource } from '../../src/import/read-article.ts';
import { formatOfName } from '../../src/import/source/source.ts';
import { bodyOf, reportText } from '../../src/import/report-file.ts';
import { parseReport } from '../../src/corpus/parse-report.ts';
import { renderRemoved } from '../../src/tools/render-import.ts';
import { BUILT } from './built-samples.ts';

const folder = join(import.meta.dirname, 'samples');
const written = (await readdir(folder, { withFileTypes: true })).filter((file) => file.isFile());
const samples = [...written.map(({ name }) => name), ...Object.keys(BUILT)];

async function importSample(name: string, keepAll: boolean) {
  const format = formatOfName(name);
  if (format === undefined) throw new Error(`no reader for ${name}`);
  const bytes = BUILT[name] ?? (await readFile(join(folder, name)));
  const article = removeBoilerplate(await readSource({ format, bytes }, { keepAll }), { keepAll });
  const guessedLanguage = guessLanguage(article.blocks.map((block) => block.text).join(' '));
  const { metadata, notes } = completeMetadata(
    { ...article, ...(guessedLanguage !== undefined && { guessedLanguage }) },
    {},
  );
  return {
    article,
    text: reportText(metadata, bodyOf(article.blocks)),
    said: renderRemoved(name, { removed: article.removed, notes: [...article.notes, ...notes] }),
  };
}

describe.each(samples)('%s', (name) => {
  it('gives the expected report, and says what was left out', async () => {
    const { text, said } = await importSample(name, false);
    await expect(text).toMatchFileSnapshot(`samples/expected/reports/${name}.md`);
    await expect(said).toMatchFileSnapshot(`samples/expected/removed/${name}.txt`);
  });

  it('gives a report that loads, with a paragraph for each that was kept', async () => {
    const { text, article } = await importSample(name, false);
    const parsed = parseReport({ id: 'sample', file: name }, Buffer.from(text));
    expect(parsed).toMatchObject({ kind: 'report' });
    const kept = article.blocks.filter(({ level }) => level === undefined);
    const lines =
      parsed.kind === 'report'
        ? parsed.report.paragraphs.flatMap(({ span }) =>
            parsed.report.body
              .slice(span.start, span.end)
              .split('\n')
              .map((line) => line.trim()),
          )
        : [];
    expect(lines).toEqual(kept.map((block) => block.text));
  });

  it('keeps every line with --keep-all', async () => {
    const [all, some] = [await importSample(name, true), await importSample(name, false)];
    expect(all.article.removed.filter(({ place }) => place !== 'front matter')).toEqual([]);
    expect(all.article.blocks.length).toBeGreaterThanOrEqual(some.article.blocks.length);
  });
});
