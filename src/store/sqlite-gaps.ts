import type { Clock } from '../text/clock.ts';
import { storedQuestion } from './anonymise.ts';
import type { Statements } from './schema.ts';
import type { Gap, GapKey, Owner, Store } from './store.ts';

/** In milliseconds. */
export const DAY = 86_400_000;

interface GapsParts {
  readonly statements: Statements;
  readonly clock: Pick<Clock, 'now'>;
  readonly read: <Result>(step: () => Result) => Promise<Result>;
  readonly write: (step: () => void) => Promise<void>;
}

/** The part of the store that keeps what was not answered, or answered with a wrong passage. */
export const createGaps = ({
  statements,
  clock,
  read,
  write,
}: GapsParts): Pick<Store, 'keepUnanswered' | 'gaps' | 'dismiss' | 'markSeen'> => ({
  keepUnanswered: async (asked, owner) => {
    const question = storedQuestion(asked);
    const [now, by] = [clock.now(), columnOf(owner)];
    if (question === '') return;
    const day = Math.floor(now / DAY);
    await write(() => void statements.keepUnanswered.run(by, question, day, now, now, by, question));
  },
  gaps: (owner) => read(() => listGaps(statements, columnOf(owner))),
  dismiss: async (gaps, owner) => {
    await write(() => gaps.forEach((gap) => forget(statements, gap, columnOf(owner))));
    await read(() => statements.emptyLog.all());
  },
  markSeen: (owner, until) =>
    write(() => {
      statements.markUnansweredSeen.run(columnOf(owner), until);
      statements.markWrongPassagesSeen.run(columnOf(owner), until);
    }),
});

/** As the tables write it: in a key, NULL would differ from itself. */
export const columnOf = (owner: Owner): string => owner ?? '';

function listGaps({ unanswered, wrongPassages }: Statements, owner: string): readonly Gap[] {
  const gaps: readonly Gap[] = [
    ...unanswered.all(owner).map(({ question, count, first, last, seen }) => ({
      kind: 'unanswered' as const,
      question,
      count,
      first,
      last,
      seen: seen === 1,
    })),
    ...wrongPassages.all(owner).map(({ question, report, paragraph, count, first, last, seen }) => ({
      kind: 'wrong passage' as const,
      question,
      passage: { report, paragraph },
      count,
      first,
      last,
      seen: seen === 1,
    })),
  ];
  return gaps.toSorted((a, b) => b.count - a.count || b.last - a.last);
}

function forget(statements: Statements, gap: GapKey, owner: string): void {
  const question = storedQuestion(gap.question);
  switch (gap.kind) {
    case 'unanswered':
      statements.dismissUnanswered.run(owner, question);
      return;
    case 'wrong passage':
      statements.dismissWrongPassage.run(owner, question, gap.passage.report, gap.passage.paragraph);
  }
}
