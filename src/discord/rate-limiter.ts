import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { wordingFor } from '../i18n/wording.ts';
import { privateNote, type Reply } from '../render/reply.ts';

/** Why a question has to wait. */
export interface RateLimited {
  /** Whose limit is reached. */
  readonly who: 'person' | 'server';
  /** Until the next question is accepted, rounded up. */
  readonly seconds: number;
  /** Whether this is the first question refused in that minute, so that it can be said once. */
  readonly isFirst: boolean;
}

/** Limits how many questions each person, and each server, may ask. */
export interface RateLimiter {
  /** Counts a question; undefined when it may be asked now. */
  consume(personId: string, serverId: string | undefined): Promise<RateLimited | undefined>;
}

const MINUTE = 60;

/** Both are questions in any 60 seconds; 0: no limit. */
export function createRateLimiter({
  perPerson,
  perServer,
}: {
  readonly perPerson: number;
  readonly perServer: number;
}): RateLimiter {
  const limiters = {
    person: new RateLimiterMemory({ points: perPerson, duration: MINUTE }),
    server: new RateLimiterMemory({ points: perServer, duration: MINUTE }),
  };

  async function consumeOf(
    who: RateLimited['who'],
    points: number,
    id: string,
  ): Promise<RateLimited | undefined> {
    if (points === 0) return undefined;
    try {
      await limiters[who].consume(id);
      return undefined;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      // Where the computer's clock was put back, the rest of the minute seems longer than it is.
      const seconds = Math.min(Math.ceil(error.msBeforeNext / 1000), MINUTE);
      return { who, seconds, isFirst: error.consumedPoints === points + 1 };
    }
  }

  return {
    async consume(personId, serverId) {
      // A person's own limit comes first: what it refuses takes nothing from the others' share.
      const own = await consumeOf('person', perPerson, personId);
      return own ?? (serverId === undefined ? undefined : await consumeOf('server', perServer, serverId));
    },
  };
}

/** Says when to ask again. */
export function rateLimitNote({ who, seconds }: RateLimited, locale: string): Reply {
  const { notes } = wordingFor(locale);
  return privateNote(who === 'person' ? notes.tooMany(seconds) : notes.tooManyHere(seconds));
}
