import { parseArgs } from 'node:util';
import { config as readEnvFile } from 'dotenv';
import { ifThere } from '../disk-error.ts';
import { stat } from 'node:fs/promises';
import { createLog } from '../log.ts';
import { copyStore, type Table } from '../store/copy-store.ts';
import { createDatabase, type Database } from '../store/database.ts';
import { openPostgres } from '../postgres/postgres.ts';
import { createPostgresEngine } from '../store/postgres-engine.ts';
import { openSqlite } from '../store/sqlite/sqlite-engine.ts';
import { StoreError } from '../store-error.ts';
import { systemClock } from '../text/clock.ts';
import { argsOf, isProgram, runTool, type Terminal, UsageError } from './run-tool.ts';

const HELP = `Copy what the bot keeps from its file to PostgreSQL, or back. Stop the bot first.

  npm run --silent migrate-store -- to-database [FILE]
  npm run --silent migrate-store -- to-file [FILE]

  FILE      the store's file (default: STORE, else pilcrow.db)
  --help    print this

The database is that of DATABASE_URL. Copies all or nothing, changes nothing where it copies from, and refuses to copy to
where something is kept already. Ends with 0 when all was copied, else with 1.
`;

const SHOWN: Readonly<Record<Table, string>> = {
  settings: 'servers with settings',
  vote: 'votes',
  unanswered: 'unanswered questions a day',
  alert: 'servers with alerts',
};

export const migrateStore = async (terminal?: Terminal): Promise<void> => runTool(HELP, copy, terminal);

async function copy(terminal: Terminal): Promise<void> {
  const { env, stdout } = terminal;
  const { positionals } = parseArgs({ ...argsOf(terminal), allowPositionals: true });
  const [direction = '', file = env['STORE']?.trim() || 'pilcrow.db', ...others] = positionals;
  if (!['to-database', 'to-file'].includes(direction) || others.length > 0)
    throw new UsageError(`Cannot copy: wanted to-database or to-file, and at most one file\n\n${HELP}`);
  const url = env['DATABASE_URL']?.trim() ?? '';
  if (url === '') throw new UsageError('Cannot copy: DATABASE_URL is empty, wanted the URL of the database');
  const toDatabase = direction === 'to-database';
  if (toDatabase && (await ifThere(stat(file))) === undefined)
    throw new StoreError(`Cannot copy "${file}": there is no such file`);

  await withStores(file, url, async (inFile, inDatabase) => {
    const [from, to] = toDatabase ? [inFile, inDatabase] : [inDatabase, inFile];
    const counts = (await copyStore(from, to)).map(([table, rows]) => `${rows} ${SHOWN[table]}`);
    stdout.write(`Copied from "${from.place}" to "${to.place}": ${counts.join(', ')}.\n`);
  });
}

/** In milliseconds: nobody waits for a reply. */
const PATIENCE = 600_000;

async function withStores(
  file: string,
  url: string,
  work: (inFile: Database, inDatabase: Database) => Promise<void>,
): Promise<void> {
  const world = { clock: systemClock, log: createLog('silent') };
  const postgres = await openPostgres(url, { ...world, patience: PATIENCE });
  const inDatabase = createDatabase(createPostgresEngine(postgres));
  try {
    // A damaged file is refused: what would take its place is empty.
    const inFile = createDatabase(await openSqlite(file, { ...world, refusesDamage: true }));
    try {
      await work(inFile, inDatabase);
    } finally {
      await inFile.close();
    }
  } finally {
    await inDatabase.close();
    await postgres.close();
  }
}

if (isProgram(import.meta.url)) {
  readEnvFile({ quiet: true });
  await migrateStore();
}
