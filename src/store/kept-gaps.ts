import type { Clock } from '../text/clock.ts';
import { storedQuestion } from './anonymise.ts';
import { type Database, step, type Step } from './database.ts';
import { STATEMENTS } from './statements.ts';
import type { Gap, GapKey, Owner, Store } from './store.ts';

/** In milliseconds. */
export const DAY = 86_400_000;

/** The part of the store that keeps what was not answered, or answered with a wrong passage. */
export const createGaps = (
  database: Database,
  clock: Pick<Clock, 'now'>,
): Pick<Store, 'keepUnanswered' | 'gaps' | 'dismiss' | 'markSeen'> => ({
  keepUnanswered: async (asked, owner) => {
    const question = storedQuestion(asked);
    const now = clock.now();
    if (question === '') return;
    const day = Math.floor(now / DAY);
    await database.write([step(STATEMENTS.keepUnanswered, columnOf(owner), question, day, now)]);
  },
  gaps: (owner) => listGaps(database, columnOf(owner)),
  dismiss: async (gaps, owner) => {
    await database.write(gaps.map((gap) => forget(gap, columnOf(owner))));
    await database.scrub();
  },
  markSeen: async (owner, until) => {
    const { markUnansweredSeen, markWrongPassagesSeen } = STATEMENTS;
    const by = columnOf(owner);
    await database.write([step(markUnansweredSeen, by, until), step(markWrongPassagesSeen, by, until)]);
  },
});

/** As the tables write it: in a key, NULL would differ from itself. */
export const columnOf = (owner: Owner): string => owner ?? '';

async function listGaps(database: Database, owner: string): Promise<readonly Gap[]> {
  const [unanswered, wrongPassages] = await Promise.all([
    database.read(STATEMENTS.unanswered, owner),
    database.read(STATEMENTS.wrongPassages, owner),
  ]);
  const gaps: readonly Gap[] = [
    ...unanswered.map((row) => ({ kind: 'unanswered' as const, ...row, seen: row.seen === 1 })),
    ...wrongPassages.map(({ report, paragraph, ...row }) => ({
      kind: 'wrong passage' as const,
      passage: { report, paragraph },
      ...row,
      seen: row.seen === 1,
    })),
  ];
  return gaps.toSorted((a, b) => b.count - a.count || b.last - a.last);
}

function forget(gap: GapKey, owner: string): Step {
  const question = storedQuestion(gap.question);
  switch (gap.kind) {
    case 'unanswered':
      return step(STATEMENTS.dismissUnanswered, owner, question);
    case 'wrong passage': {
      const { report, paragraph } = gap.passage;
      return step(STATEMENTS.dismissWrongPassage, owner, question, report, paragraph);
    }
  }
}
