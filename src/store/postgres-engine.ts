import { type Engine, PARAMETER, type Statement, type Value } from './database.ts';
import { explainPostgresError } from '../postgres/explain-error.ts';
import type { Postgres } from '../postgres/postgres.ts';
import { TAKE_WRITE_LOCK } from '../postgres/schema.ts';

/** The store's tables in PostgreSQL. Closing it leaves the server's connections to whoever opened them. */
export const createPostgresEngine = ({ place, read, write }: Postgres): Engine => ({
  place,
  read: <Row>(statement: Statement<Row>, values: readonly Value[]) =>
    read<Row & object>(numbered(statement), values),
  commit: (steps) =>
    write(async (ask) => {
      await ask(TAKE_WRITE_LOCK);
      const results = [];
      for (const { statement, values } of steps) results.push(await ask(numbered(statement), values));
      return results;
    }),
  // PostgreSQL clears its files and its log by itself, later.
  scrub: () => undefined,
  explain: explainPostgresError,
  close: () => undefined,
});

const numbered = ({ text }: Statement<unknown>): string => text.replaceAll(PARAMETER, '$$$1');
