import type { Client } from 'pg';
import { LOCK } from './schema.ts';

/**
 * Waits for one of our locks, by its number, and holds it on a connection of its own, until the result is called, `signal`
 * is aborted, or this process ends or loses the server. Who asked first gets it first.
 * @throws PostgreSQL's own errors, or what `signal` was aborted with
 */
export async function holdLock(
  connect: () => Client,
  number: number,
  signal: AbortSignal,
): Promise<() => void> {
  signal.throwIfAborted();
  const client = connect();
  // Whoever waits learns it from the query; whoever holds the lock can do nothing.
  client.on('error', () => undefined);
  const end = (): void => {
    signal.removeEventListener('abort', end);
    client.end().catch(() => undefined);
  };
  signal.addEventListener('abort', end);
  try {
    await client.connect();
    // Whatever the server allows by default: it may take minutes until it is this one's turn.
    await client.query('SET lock_timeout = 0; SET statement_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1, $2)', [LOCK, number]);
    return end;
  } catch (error) {
    end();
    signal.throwIfAborted();
    throw error;
  }
}
