import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Questions in any 60 seconds; 0: as many as they like. */
export interface QuestionLimits {
  readonly perPerson: number;
  readonly perServer: number;
}

/** Why a question has to wait. */
export interface Wait {
  readonly who: 'person' | 'server';
  /** Until the next question is taken, rounded up. */
  readonly seconds: number;
  /** Whether this is the first question refused in that minute, so that one need not say it again and again. */
  readonly isFirst: boolean;
}

/** Gives every person and every server an equal share. */
export interface Fairness {
  /** Counts a question; undefined when it may be asked now. */
  take(personId: string, serverId: string | undefined): Promise<Wait | undefined>;
}

const MINUTE = 60;

export function createFairness({ perPerson, perServer }: QuestionLimits): Fairness {
  const limiters = {
    person: new RateLimiterMemory({ points: perPerson, duration: MINUTE }),
    server: new RateLimiterMemory({ points: perServer, duration: MINUTE }),
  };

  async function takeFrom(who: Wait['who'], points: number, id: string): Promise<Wait | undefined> {
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
    async take(personId, serverId) {
      // A person's own limit comes first: what it refuses takes nothing from the others' share.
      const own = await takeFrom('person', perPerson, personId);
      return own ?? (serverId === undefined ? undefined : await takeFrom('server', perServer, serverId));
    },
  };
}
