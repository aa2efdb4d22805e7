import { type Database, step } from './database.ts';
import { StoreError } from '../store-error.ts';

/** The tables of the store, with their columns: the same in every database. */
export const TABLES = {
  settings: ['server', 'chosen'],
  vote: ['voter', 'answer', 'question', 'report', 'paragraph', 'kind', 'voted', 'owner', 'seen'],
  unanswered: ['owner', 'question', 'day', 'count', 'last', 'first', 'seen'],
  alert: ['server', 'checked', 'told'],
} as const;
export type Table = keyof typeof TABLES;
const NAMES: readonly Table[] = ['settings', 'vote', 'unanswered', 'alert'];

type Row = Readonly<Record<string, string | number>>;

/**
 * Copies all that is kept from one database into another, which must hold nothing: all, or nothing of it. Whoever writes
 * into the first meanwhile may be left out. Gives the number of rows of each table.
 * @throws {StoreError} when the one is empty or the other is not, and when either fails.
 */
export async function copyStore(
  from: Database,
  to: Database,
): Promise<readonly (readonly [table: Table, rows: number])[]> {
  const refuse = (why: string) => new StoreError(`Cannot copy "${from.place}" to "${to.place}": ${why}`);
  for (const table of NAMES) {
    const [row] = await to.read<Row>({ text: `SELECT 1 AS found FROM ${table} LIMIT 1` });
    if (row !== undefined)
      throw refuse(`there is something in "${to.place}" already, wanted a place where nothing is kept yet`);
  }
  const found = await Promise.all(
    NAMES.map(async (table) => {
      const text = `SELECT ${TABLES[table].join(', ')} FROM ${table}`;
      return { table, rows: await from.read<Row>({ text }) };
    }),
  );
  const steps = found.flatMap(({ table, rows }) => rows.map((row) => insert(table, row)));
  if (steps.length === 0) throw refuse(`nothing is kept in "${from.place}", wanted something to copy`);
  await to.write(steps);
  return found.map(({ table, rows }) => [table, rows.length] as const);
}

function insert(table: Table, row: Row) {
  const columns = TABLES[table];
  const places = columns.map((_, at) => `?${at + 1}`).join(', ');
  const text = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`;
  return step({ text }, ...columns.map((column) => row[column] ?? ''));
}
