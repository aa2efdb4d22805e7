import { type ClientOptions, SimpleShardingStrategy } from 'discord.js';
import { z } from 'zod';
import type { Log } from '../log.ts';

type BuildStrategy = NonNullable<NonNullable<ClientOptions['ws']>['buildStrategy']>;

/** What the gateway hands on. Of an event that cannot be read, no more than its name is sure. */
const handedOn = z.object({ data: z.object({ t: z.string() }) });

/**
 * Builds the client's usual sharding, in which an event that the client cannot read is logged and skipped: else it is
 * thrown where nobody can catch it, and one malformed event ends the process.
 */
export const skipUnreadable =
  (log: Log): BuildStrategy =>
  (manager) => {
    manager.emit = new Proxy(manager.emit.bind(manager), {
      apply(emit, self, event) {
        try {
          return Reflect.apply(emit, self, event);
        } catch (error) {
          const name = handedOn.safeParse(event[1]).data?.data.t;
          log.error({ err: error, name }, 'gateway event skipped');
          return true;
        }
      },
    });
    return new SimpleShardingStrategy(manager);
  };
