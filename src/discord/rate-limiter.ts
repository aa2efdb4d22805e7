import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { wordingFor } from '../i18n/wording.ts';
import { privateNote, type Reply } from '../render/reply.ts';

/** Why a question, or a page, has to wait. */
export interface RateLimited {
  /** Whose limit is reached: what a person may ask, a server, or what a person may read. */
  readonly who: 'person' | 'server' | 'reader';
  /** Until the next question is accepted, rounded up. */
  readonly seconds: number;
  /** Whether this is the first question refused in that minute, so that it can be said once. */
  readonly isFirst: boolean;
}

/** Limits how many questions each person, and each server, may ask, and how much a person may read. */
export interface RateLimiter {
  /** Counts a question; undefined when it may be asked now. */
  consume(personId: string, serverId: string | undefined): Promise<RateLimited | undefined>;
  /** Counts a page, or suggestions while something is typed. */
  read(personId: string): Promise<RateLimited | undefined>;
}

const MINUTE = 60;
/** A page takes a tenth of the work of a question, and Discord asks for suggestions several times a second. */
const PAGES_PER_QUESTION = 10;

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
    reader: new RateLimiterMemory({ points: perPerson * PAGES_PER_QUESTION, duration: MINUTE }),
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
    read: (personId) => consumeOf('reader', perPerson * PAGES_PER_QUESTION, personId),
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
  const say = { person: notes.tooMany, server: notes.tooManyHere, reader: notes.tooManyPages }[who];
  return privateNote(say(seconds));
}
