import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Postgres } from '../../postgres/postgres.ts';
import type { Clock } from '../../text/clock.ts';
import { DRAFT_LIFE, reportDraft, type ReportDrafts } from '../report-draft.ts';
import { type HistoryEntry, nameOf, reportChange, type ReportHistory } from '../report-history.ts';
import { readFileBytes } from './database-files.ts';

interface HistoryRow {
  readonly number: number;
  readonly made: number;
  readonly person: string;
  readonly changes: unknown;
}

export function createDatabaseHistory(postgres: Postgres, server: string): ReportHistory {
  return {
    async list() {
      const rows = await postgres.read<HistoryRow>(
        `SELECT number, made, person, coalesce((SELECT json_agg(json_build_object(
             'id', report, 'title', title, 'kind', kind, 'after', after) ORDER BY report)
           FROM history_report AS one WHERE one.server = $1 AND one.number = history.number), '[]') AS changes
         FROM history WHERE server = $1 ORDER BY number DESC`,
        [server],
      );
      return rows.map(({ number, made, person, changes }): HistoryEntry => ({
        name: nameOf(number),
        at: made,
        by: person,
        changes: changesOf.parse(changes),
      }));
    },
    async before(name, id) {
      const [row] = await postgres.read<{ readonly before: string | null }>(
        'SELECT before FROM history_report WHERE server = $1 AND number = $2 AND report = $3',
        [server, Number(name), id],
      );
      return row?.before ? (await readFileBytes(postgres, row.before)).toString() : undefined;
    },
  };
}

const changesOf = z.array(
  reportChange.extend({
    after: z
      .string()
      .nullable()
      .transform((hash) => hash ?? undefined),
  }),
);

const KEY_BYTES = 8;

export function createDatabaseDrafts(
  { read, write }: Postgres,
  server: string,
  clock: Pick<Clock, 'now'>,
): ReportDrafts {
  return {
    async keep(draft, key = randomBytes(KEY_BYTES).toString('hex')) {
      await write(async (ask) => {
        await ask('DELETE FROM draft WHERE made < $1', [clock.now() - DRAFT_LIFE]);
        await ask(
          `INSERT INTO draft VALUES ($1, $2, $3, $4)
           ON CONFLICT (server, key) DO UPDATE SET draft = excluded.draft, made = excluded.made`,
          [server, key, JSON.stringify(draft), draft.at],
        );
      });
      return key;
    },
    async find(key) {
      const [row] = await read<{ readonly draft: string }>(
        'SELECT draft FROM draft WHERE server = $1 AND key = $2 AND made > $3',
        [server, key, clock.now() - DRAFT_LIFE],
      );
      return row && reportDraft.parse(JSON.parse(row.draft));
    },
    remove: (key) =>
      write(async (ask) => {
        await ask('DELETE FROM draft WHERE server = $1 AND key = $2', [server, key]);
      }),
  };
}
