import { once } from 'node:events';
import { createServer, connect, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Stands between a client and a server on this computer, and can fail as a network does. */
export interface TcpProxy {
  readonly port: number;
  /** How often somebody connected, or tried to. */
  readonly connections: number;
  /** Ends all connections, and from now on each new one. */
  cut(): void;
  /** Lets nothing through any more, in either direction, and ends nothing. */
  freeze(): void;
  /** Lets new connections through again. Those that were frozen stay so. */
  heal(): void;
}

/** A proxy to `target` on 127.0.0.1; gone when the running test has finished. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  let state: 'open' | 'cut' | 'frozen' = 'open';
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    connections += 1;
    if (state === 'cut') return void client.destroy();
    const ends = state === 'open' ? [client, connect(target, '127.0.0.1')] : [client];
    for (const end of ends) {
      sockets.add(end);
      // Either end may break: that is what the proxy is for.
      end.on('error', () => end.destroy());
      end.on('close', () => {
        sockets.delete(end);
        for (const other of ends) other.destroy();
      });
    }
    const [, upstream] = ends;
    if (upstream !== undefined) client.pipe(upstream).pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const end = (): void => sockets.forEach((socket) => socket.destroy());
  onTestFinished(() => {
    end();
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    get connections() {
      return connections;
    },
    cut() {
      state = 'cut';
      end();
    },
    freeze() {
      state = 'frozen';
      for (const socket of sockets) socket.unpipe().pause();
    },
    heal() {
      state = 'open';
    },
  };
}
