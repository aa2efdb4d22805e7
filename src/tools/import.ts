import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { config as readEnvFile } from 'dotenv';
import { draftArticle, type DraftOptions, type SourceReader } from '../import/draft-article.ts';
import { ImportError, metadataOf, type Reading } from '../import/raw-article.ts';
import { resolveHost } from '../import/source/address-guard.ts';
import { fetchSource } from '../import/source/fetch-source.ts';
import { readSourceFile } from '../import/source/read-file.ts';
import { formatOfBytes, readStream, type Source } from '../import/source/source.ts';
import { ChangeError } from '../library/change-reports.ts';
import type { Content } from '../library/content-store.ts';
import { openDatabaseContent } from '../library/database/database-content.ts';
import { createFolderContent } from '../library/folder/folder-content.ts';
import { BY_FOLDER } from '../library/report-history.ts';
import { createLog } from '../log.ts';
import { openPostgres } from '../postgres/postgres.ts';
import { systemClock } from '../text/clock.ts';
import { renderImport, renderRefusal, renderRemoved } from './render-import.ts';
import { argsOf, isProgram, runTool, type Terminal, UsageError } from './run-tool.ts';

const HELP = `Make reports of articles: .txt, .md, .html, .pdf and .docx files, web addresses, or - for standard input.

  npm run --silent import -- [OPTIONS] FILE_OR_URL...

  --out DIR         folder of the reports, made when it is missing (default: the database of DATABASE_URL, else the
                    folder DATA_DIR, else data)
  --id ID           the report's id (default: made of its title)
  --title, --publisher, --author, --published, --url, --language, --licence TEXT
                    what you know better than the source
  --keep-all        keep what does not look like a part of the article
  --force           replace a report of the same id
  --allow-private   fetch from addresses that are not on the public Internet too
  --help            print this

Prints the reports written; on standard error what was left out of each, by line, and what to look at.
Ends with 0 when every source was imported, else with 1.
`;

interface ImportOptions extends DraftOptions, Reading {
  readonly force: boolean;
  readonly allowPrivate: boolean;
  readonly read: SourceReader | undefined;
}

/** Each names one report only. */
const OF_ONE = ['id', 'title', 'url'] as const;
const text = { type: 'string' } as const;

/** `read`: reads a source. */
export const importReports = async (terminal?: Terminal, read?: SourceReader): Promise<void> =>
  runTool(HELP, (given) => importAll(given, read), terminal);

async function importAll(terminal: Terminal, read: SourceReader | undefined): Promise<void> {
  const { values, positionals } = parseArgs({
    ...argsOf(terminal),
    allowPositionals: true,
    options: {
      out: text,
      id: text,
      title: text,
      publisher: text,
      author: text,
      published: text,
      url: text,
      language: text,
      licence: text,
      'keep-all': { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      'allow-private': { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0)
    throw new UsageError('there is nothing to import, wanted files, web addresses or -');
  const single = OF_ONE.find((key) => values[key] !== undefined);
  if (positionals.length > 1 && single !== undefined)
    throw new UsageError(`--${single} is of one report, and there are ${positionals.length} sources`);
  const { out, id, force, 'keep-all': keepAll, 'allow-private': allowPrivate, ...metadata } = values;
  const target = await openTarget(out, terminal.env);
  const options: ImportOptions = {
    folder: target.place,
    ...(id !== undefined && { id }),
    metadata: metadataOf(metadata),
    keepAll,
    force,
    allowPrivate,
    read,
  };
  try {
    for (const [at, name] of positionals.entries()) {
      if (positionals.length > 1) terminal.stderr.write(`[${at + 1} of ${positionals.length}] ${name}\n`);
      if (!(await importOne(name, options, target, terminal))) terminal.exitCode = 1;
    }
  } finally {
    await target.close();
  }
}

/** Where the reports go: a folder, or the database that the bot serves from. */
interface Target {
  readonly place: string;
  readonly content: Pick<Content, 'change'>;
  close(): Promise<void>;
}

async function openTarget(out: string | undefined, env: Terminal['env']): Promise<Target> {
  const url = env['DATABASE_URL']?.trim() || undefined;
  if (out !== undefined || url === undefined) {
    const place = out ?? (env['DATA_DIR']?.trim() || 'data');
    return {
      place,
      content: createFolderContent(place).contentOf(undefined),
      close: () => Promise.resolve(),
    };
  }
  const world = { clock: systemClock, log: createLog('silent') };
  const postgres = await openPostgres(url, world);
  const content = (await openDatabaseContent(postgres, world)).contentOf(undefined);
  return { place: postgres.place, content, close: postgres.close };
}

/** Whether it was imported. A source that fails does not keep the others out. */
async function importOne(
  name: string,
  options: ImportOptions,
  { place, content }: Target,
  { stdin, stdout, stderr }: Terminal,
): Promise<boolean> {
  try {
    const draft = await draftArticle(await open(name, options, stdin), options, options.read);
    const edit = { id: draft.id, text: draft.text, isNew: !options.force };
    await content.change([edit], BY_FOLDER);
    stderr.write(renderRemoved(name, draft));
    stdout.write(renderImport(join(place, `${draft.id}.md`), draft));
    return true;
  } catch (error) {
    if (!(error instanceof ImportError || error instanceof ChangeError)) throw error;
    stderr.write(renderRefusal(name, error));
    return false;
  }
}

async function open(
  name: string,
  { allowPrivate }: ImportOptions,
  stdin: Terminal['stdin'],
): Promise<Source> {
  if (name === '-') {
    const bytes = await readStream(stdin);
    return { bytes, format: formatOfBytes(bytes) };
  }
  if (!/^https?:\/\//iu.test(name)) return readSourceFile(name);
  if (!URL.canParse(name)) throw new ImportError('it is no web address');
  return fetchSource(name, { allowPrivate, resolve: resolveHost });
}

if (isProgram(import.meta.url)) {
  readEnvFile({ quiet: true });
  await importReports();
}
