import { parseArgs } from 'node:util';
import { config as readEnvFile } from 'dotenv';
import { ifThere } from '../disk-error.ts';
import { stat } from 'node:fs/promises';
import { isPublished, readDatabase, writeDatabase } from '../library/database/copy-database.ts';
import { isFilled, readFolder, writeFolder } from '../library/folder/copy-folder.ts';
import type { KeptCollection } from '../library/kept-collection.ts';
import { createLog } from '../log.ts';
import { copyStore, type Table } from '../store/copy-store.ts';
import { createDatabase } from '../store/database.ts';
import { openPostgres, type Postgres } from '../postgres/postgres.ts';
import { createPostgresEngine } from '../store/postgres-engine.ts';
import { openSqlite } from '../store/sqlite/sqlite-engine.ts';
import { StoreError } from '../store-error.ts';
import { systemClock } from '../text/clock.ts';
import { argsOf, isProgram, runTool, type Terminal, UsageError } from './run-tool.ts';

const HELP = `Copy what the bot keeps, or its reports, to PostgreSQL or back. Stop the bot first.

  npm run --silent migrate-store -- to-database [FILE]
  npm run --silent migrate-store -- to-file [FILE]
  npm run --silent migrate-store -- reports-to-database [DIR]
  npm run --silent migrate-store -- reports-to-folder [DIR]

  FILE      the store's file: settings, votes, unanswered questions (default: STORE, else pilcrow.db)
  DIR       the folder of the reports, with those of servers and what was there before (default: DATA_DIR, else data)
  --help    print this

The database is that of DATABASE_URL. Copies all or nothing, changes nothing where it copies from, and refuses to copy to
where something is kept already. Previews that nobody has published yet are not copied. Ends with 0 when all was copied,
else with 1.
`;

const SHOWN: Readonly<Record<Table, string>> = {
  settings: 'servers with settings',
  vote: 'votes',
  unanswered: 'unanswered questions a day',
  alert: 'servers with alerts',
};

/** By what is copied where: `place` is a file or a folder. Gives what was copied, in words. */
const DIRECTIONS: Readonly<
  Record<string, (postgres: Postgres, env: Env, place?: string) => Promise<string>>
> = {
  'to-database': (postgres, env, file) => copyKept(postgres, env, file, true),
  'to-file': (postgres, env, file) => copyKept(postgres, env, file, false),
  'reports-to-database': copyToDatabase,
  'reports-to-folder': copyToFolder,
};

type Env = Terminal['env'];

export const migrateStore = async (terminal?: Terminal): Promise<void> => runTool(HELP, copy, terminal);

async function copy(terminal: Terminal): Promise<void> {
  const { env, stdout } = terminal;
  const { positionals } = parseArgs({ ...argsOf(terminal), allowPositionals: true });
  const [direction = '', place, ...others] = positionals;
  const copyThere = DIRECTIONS[direction];
  if (copyThere === undefined || others.length > 0)
    throw new UsageError(
      `Cannot copy: wanted one of ${Object.keys(DIRECTIONS).join(', ')}, and at most one file or folder\n\n${HELP}`,
    );
  const url = env['DATABASE_URL']?.trim() ?? '';
  if (url === '') throw new UsageError('Cannot copy: DATABASE_URL is empty, wanted the URL of the database');
  const postgres = await openPostgres(url, { ...world, patience: PATIENCE });
  try {
    stdout.write(`Copied ${await copyThere(postgres, env, place)}.\n`);
  } finally {
    await postgres.close();
  }
}

/** In milliseconds: nobody waits for a reply. */
const PATIENCE = 600_000;
const world = { clock: systemClock, log: createLog('silent') };

async function copyKept(
  postgres: Postgres,
  env: Env,
  file = env['STORE']?.trim() || 'pilcrow.db',
  toDatabase: boolean,
): Promise<string> {
  if (toDatabase && (await ifThere(stat(file))) === undefined)
    throw new StoreError(`Cannot copy "${file}": there is no such file`);
  const inDatabase = createDatabase(createPostgresEngine(postgres));
  // A damaged file is refused: what would take its place is empty.
  const inFile = createDatabase(await openSqlite(file, { ...world, refusesDamage: true }));
  try {
    const [from, to] = toDatabase ? [inFile, inDatabase] : [inDatabase, inFile];
    const counts = (await copyStore(from, to)).map(([table, rows]) => `${rows} ${SHOWN[table]}`);
    return `from "${from.place}" to "${to.place}": ${counts.join(', ')}`;
  } finally {
    await inFile.close();
  }
}

async function copyToDatabase(postgres: Postgres, env: Env, dir = dataDirOf(env)): Promise<string> {
  if (await isPublished(postgres)) throw occupied(dir, postgres.place);
  return copyReports(dir, postgres.place, readFolder(dir), (collections) =>
    writeDatabase(postgres, collections, world),
  );
}

async function copyToFolder(postgres: Postgres, env: Env, dir = dataDirOf(env)): Promise<string> {
  if (await isFilled(dir)) throw occupied(postgres.place, dir);
  return copyReports(postgres.place, dir, readDatabase(postgres), (collections) =>
    writeFolder(dir, collections),
  );
}

const dataDirOf = (env: Env): string => env['DATA_DIR']?.trim() || 'data';

const occupied = (from: string, to: string): StoreError =>
  new StoreError(
    `Cannot copy "${from}" to "${to}": there is something in "${to}" already, wanted a place where nothing is kept yet`,
  );

/** @throws {StoreError} when there is nothing to copy */
async function copyReports(
  from: string,
  to: string,
  source: AsyncIterable<KeptCollection>,
  write: (collections: AsyncIterable<KeptCollection>) => Promise<void>,
): Promise<string> {
  const counts = { reports: 0, changes: 0, collections: 0 };
  async function* counted(): AsyncGenerator<KeptCollection> {
    for await (const collection of source) {
      counts.reports += collection.files.size;
      counts.changes += collection.history.length;
      counts.collections += 1;
      yield collection;
    }
    if (counts.collections === 0)
      throw new StoreError(`Cannot copy "${from}" to "${to}": there are no reports in "${from}"`);
  }
  await write(counted());
  const { reports, changes, collections } = counts;
  return `from "${from}" to "${to}": ${reports} reports and ${changes} changes in ${collections} collections`;
}

if (isProgram(import.meta.url)) {
  readEnvFile({ quiet: true });
  await migrateStore();
}
