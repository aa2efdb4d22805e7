import { wordingFor } from '../i18n/wording.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import { type Caller, findRefusal, type Limits } from './access.ts';
import type { RequestContext } from './command.ts';
import { type RateLimiter, rateLimitNote } from './rate-limiter.ts';
import { withLibrary } from './server-settings.ts';

/** Why this person may not do this, or not now; undefined when they may. Counts what is limited. */
export type Refusal = (limits: Limits, caller: Caller, context: RequestContext) => Promise<Reply | undefined>;

export const createRefusal =
  ({ access, store }: Pick<RequestContext, 'access' | 'store'>, rateLimiter: RateLimiter): Refusal =>
  async (limits, caller, context) => {
    const { person, server, locale } = caller;
    const { notes } = wordingFor(locale);
    const refused = await findRefusal(
      limits.requiredRole,
      caller,
      access,
      async () => (await withLibrary(context, server)).owner !== undefined,
    );
    if (refused) return privateNote(notes[refused]);
    if (limits.needsStore && !store.keeps) return privateNote(notes.notKept);
    const asking = limits.isQuestion && rateLimiter.consume(person.id, server?.id);
    const limited = await (asking ?? (limits.isReading && rateLimiter.read(person.id)));
    return limited && rateLimitNote(limited, locale);
  };
