import type { AsyncLocalStorage } from 'node:async_hooks';
import { type DestinationStream, type Logger, pino } from 'pino';
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

/** Fields of the errors of Node and discord.js that say where something failed, without any text of a person. */
const SAFE_FIELDS = ['code', 'status', 'method', 'url', 'syscall', 'faults'] as const;

/** Causes shown; an error may be its own cause. */
const DEEPEST = 3;

/**
 * An error as fields of a log line. What discord.js adds to its errors, such as the whole message that Discord did
 * not take, stays out: it repeats what people asked.
 */
function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const fields = SAFE_FIELDS.flatMap((field) => {
    const value: unknown = Reflect.get(error, field);
    return value === undefined ? [] : [[field, value] as const];
  });
  return {
    type: error.name,
    message: error.message,
    ...Object.fromEntries(fields),
    stack: error.stack,
    ...(error.cause !== undefined && depth < DEEPEST && { cause: describeError(error.cause, depth + 1) }),
  };
}
