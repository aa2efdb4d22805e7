import type { RecordedRequest } from 'local-discord';
import type { World } from './world.ts';

/** One thing that goes wrong in the world around the bot. */
export interface Fault {
  readonly name: string;
  /** Servers that the bot keeps its reports in; absent: a folder. */
  readonly needs?: Needs;
  /** Part of the short run. */
  readonly short?: boolean;
  /**
   * Brings the fault about while questions come in, and resolves when it is over. Throws when the bot does not do what
   * it should; what else a row asks for is checked in every row.
   */
  play(world: World): Promise<Cut | void>;
  /** The line of the bot that names it. */
  readonly log: RegExp;
  /** Absent: every question is answered. */
  readonly mayLose?: Excuse;
}

/** `search`: a database too. */
export type Needs = 'database' | 'search';

/** When the bot was cut off, in milliseconds as `performance.now()` tells them. */
export interface Cut {
  readonly cutAt: number;
}

/** Which questions may stay without an answer. */
export interface Excuse {
  /** Why no answer is possible. */
  readonly because: string;
  covers(question: Asked, facts: Facts): boolean;
}

/** A question that somebody asked. */
export interface Asked {
  /** Of the interaction, or of the message that mentions the bot. */
  readonly id: string;
  readonly kind: 'command' | 'mention';
  /** In milliseconds as `performance.now()` tells them. */
  readonly at: number;
  /** Whether a session of the bot was connected. */
  readonly isReachable: boolean;
  /** What only the right answer contains. */
  readonly expected: string;
}

/** What is known at the end of a row. */
export interface Facts {
  readonly asked: readonly Asked[];
  readonly cutAt: number;
  /** The bot's requests that answer a question, oldest first. */
  requestsFor(question: Asked): readonly RecordedRequest[];
}

/** Milliseconds in which a question that the bot had in hand at a cut was asked. */
const IN_HAND = 1000;

/** When nobody could reach the bot any more. */
const lastUnreachable = ({ asked }: Facts): number =>
  asked.findLast(({ isReachable }) => !isReachable)?.at ?? 0;

/** Discord does not keep events for a session that is over. */
export const whileAway: Excuse = {
  because: 'asked before the bot had a new session',
  covers: ({ isReachable }) => !isReachable,
};

/** Milliseconds before the end of Discord's 3,000 at which the bot must have a question. */
const LATEST = 2000;

/** Discord hands over what came while a session was cut off. */
export const awayTooLong: Excuse = {
  because: 'the bot was away for longer than Discord waits',
  covers({ isReachable, at }, { asked }) {
    const next = asked.find((later) => later.at > at && later.isReachable);
    return !isReachable && (next === undefined || next.at - at > LATEST);
  },
};

export const cutOff: Excuse = {
  because: 'asked while the bot was cut off, or in its hands at the cut',
  covers: ({ at }, facts) => facts.cutAt - IN_HAND <= at && at <= lastUnreachable(facts),
};

export const notBegun: Excuse = {
  because: 'asked too late: the bot was stopping, or ended',
  covers: (question, facts) =>
    facts.cutAt - IN_HAND <= question.at &&
    question.at <= lastUnreachable(facts) &&
    facts.requestsFor(question).length === 0,
};

export const refused = (because: string): Excuse => ({
  because,
  covers: (question, { requestsFor }) => (requestsFor(question).at(-1)?.status ?? 0) >= 400,
});
