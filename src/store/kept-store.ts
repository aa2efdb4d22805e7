import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Clock } from '../text/clock.ts';
import { storedQuestion, voterHash } from './anonymise.ts';
import { type Database, type Statement, step, type Step } from './database.ts';
import { columnOf, createGaps, DAY } from './kept-gaps.ts';
import { PURGED_AT_ONCE, STATEMENTS } from './statements.ts';
import type { Settings, Store } from './store.ts';
import { StoreError } from '../store-error.ts';

const settingsSchema = z.object({
  publicChannels: z.union([z.array(z.string()), z.literal('all')]),
  defaultReport: z.string().optional(),
  mentions: z.boolean(),
  // What was saved before servers had reports of their own does not say.
  reports: z.enum(['own', 'shared', 'both']).default('both'),
  alerts: z.object({ channel: z.string(), locale: z.string() }).optional(),
}) satisfies z.ZodType<Settings>;

export interface KeptStoreOptions {
  /** The secret that hashes who voted. */
  readonly key: string;
  /** Questions and votes go when they are older than this; at the start, and once a day. */
  readonly retentionDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A store in a database, which several processes may share: what one has written, the others read at once. It closes the
 * database, also when it cannot be opened.
 * @throws {StoreError} when the database cannot be written.
 */
export async function openKeptStore(database: Database, options: KeptStoreOptions): Promise<Store> {
  const { key, retentionDays, clock, log } = options;
  const write = async (...steps: readonly Step[]): Promise<void> => void (await database.write(steps));

  async function purge(): Promise<void> {
    const oldest = clock.now() - retentionDays * DAY;
    const purgeAll = async (statement: Statement<unknown>): Promise<void> => {
      while ((await database.write([step(statement, oldest)])).length === PURGED_AT_ONCE);
    };
    await Promise.all([purgeAll(STATEMENTS.purgeUnanswered), purgeAll(STATEMENTS.purgeVotes)]);
    await database.scrub();
  }

  await purge().catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  let stopPurging = clock.after(DAY, purgeDaily);
  function purgeDaily(): void {
    stopPurging = clock.after(DAY, purgeDaily);
    purge().catch((error: unknown) => log.error({ err: error }, 'old questions could not be removed'));
  }

  return {
    keeps: true,
    retentionDays,
    settings: async (serverId) => {
      const [row] = await database.read(STATEMENTS.settings, serverId);
      return row && parseSettings(row.chosen, database.place);
    },
    saveSettings: (serverId, settings) =>
      write(
        step(STATEMENTS.saveSettings, serverId, JSON.stringify(settings)),
        // Stays when they are switched off, so that switched on again they do not come twice a day.
        ...(settings.alerts === undefined ? [] : [step(STATEMENTS.beginAlerts, serverId)]),
      ),
    vote: async ({ personId, answer, question: asked, report, paragraph, kind, owner }) => {
      const [voter, question] = [voterHash(key, personId, answer), storedQuestion(asked)];
      const passage = [question, report, paragraph] as const;
      await write(step(STATEMENTS.vote, voter, answer, ...passage, kind, clock.now(), columnOf(owner)));
    },
    takeBack: (personId, answer) => write(step(STATEMENTS.takeBack, voterHash(key, personId, answer))),
    // In turn with what is written: somebody who clicks twice takes back what the first click said.
    voteOf: async (personId, answer) =>
      (await database.write([step(STATEMENTS.voteOf, voterHash(key, personId, answer))]))[0]?.kind,
    votesOn: async (answer) => {
      const rows = await database.read(STATEMENTS.votesOn, answer);
      const counts = new Map(rows.map(({ kind, count }) => [kind, count]));
      return { helped: counts.get('helped') ?? 0, wrong: counts.get('wrong') ?? 0 };
    },
    ...createGaps(database, clock),
    takeAlertTurn: async () => {
      const now = clock.now();
      const [turn] = await database.write([step(STATEMENTS.takeAlertTurn, now, now - DAY, now + DAY)]);
      return turn;
    },
    saveTold: ({ server, told }) => write(step(STATEMENTS.saveTold, told, server)),
    close: async () => {
      stopPurging();
      await database.close();
    },
  };
}

/** @throws {StoreError} when somebody else wrote there. */
function parseSettings(chosen: string, place: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(chosen));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError(`Cannot read the store "${place}": settings are not as they were saved: ${why}`, {
      cause: error,
    });
  }
}
