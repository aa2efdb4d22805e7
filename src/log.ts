import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';
import { createRedact } from './redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What the rest of the project needs of a logger: one JSON line per event, fields first, then the event's name. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export interface LogOptions {
  /** Never written, whatever line they come in. */
  readonly secrets?: readonly string[];
  /** Fields of every line, asked for as it is written. */
  readonly fields?: () => object;
}

const STANDARD_ERROR = 2;

/** Writes one JSON line per event to standard error, so that standard output stays free for people and pipes. */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: STANDARD_ERROR, sync: true }),
  { secrets = [], fields = () => ({}) }: LogOptions = {},
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
      mixin: fields,
    },
    { write: (line: string) => destination.write(redact(line)) },
  );
}
