import type { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';
import { createRedact } from './redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What the rest of the project needs of a logger: one JSON line per event, fields first, then the event's name. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export interface LogOptions {
  /** Never written, whatever line they come in. */
  readonly secrets?: readonly string[];
  /** The id of the request that the running code works for: a field of every line. */
  readonly requestIds?: AsyncLocalStorage<string>;
}

const STANDARD_ERROR = 2;

/** Writes one JSON line per event to standard error, so that standard output stays free for people and pipes. */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: STANDARD_ERROR, sync: true }),
  { secrets = [], requestIds }: LogOptions = {},
): Log {
  const redact = createRedact(secrets);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
      serializers: { err: describeError },
      mixin() {
        const request = requestIds?.getStore();
        return request === undefined ? {} : { request };
      },
    },
    { write: (line: string) => destination.write(redact(line)) },
  );
}
