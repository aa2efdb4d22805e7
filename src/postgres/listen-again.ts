import type { Client } from 'pg';
import type { Clock } from '../text/clock.ts';
import { RETRY_AFTER } from '../create-reach.ts';

/** Listens on one connection after another, until the result is called. */
export function listenAgain({
  connect,
  channel,
  onNotice,
  clock,
}: {
  readonly connect: () => Client;
  readonly channel: string;
  readonly onNotice: (told: string | undefined) => void;
  readonly clock: Clock;
}): () => void {
  let client: Client | undefined;
  let isStopped = false;
  let callOff = (): void => undefined;

  async function listen(): Promise<void> {
    const own = connect();
    client = own;
    // Both come for one loss, and neither for some.
    const retry = (): void => {
      if (isStopped || client !== own) return;
      client = undefined;
      own.end().catch(() => undefined);
      callOff = clock.after(RETRY_AFTER, () => void listen());
    };
    own.on('error', retry);
    own.on('end', retry);
    own.on('notification', ({ payload }) => onNotice(payload ?? ''));
    try {
      await own.connect();
      await own.query(`LISTEN ${channel}`);
      if (!isStopped) onNotice(undefined);
    } catch {
      // The reach has said that the server is lost.
      retry();
    }
  }

  void listen();
  return () => {
    isStopped = true;
    callOff();
    client?.end().catch(() => undefined);
  };
}
