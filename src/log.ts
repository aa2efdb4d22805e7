import { type DestinationStream, type Logger, pino } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What the rest of the project needs of a logger: one JSON line per event, fields first, then the event's name. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

const STANDARD_ERROR = 2;

/** Writes one JSON line per event to standard error, so that standard output stays free for people and pipes. */
export const createLog = (
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: STANDARD_ERROR, sync: true }),
): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      messageKey: 'event',
    },
    destination,
  );
