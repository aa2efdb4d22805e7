import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** The only address that the server listens on. */
const LOOPBACK = '127.0.0.1';

/** Names under which a browser or a bot on this machine may call the server; any other means a rebound DNS name. */
const ALLOWED_HOSTNAMES = [LOOPBACK, 'localhost'];

export interface HttpHandlers {
  request(request: IncomingMessage, response: ServerResponse, url: URL): void | Promise<void>;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, url: URL) => void;
  /** A handler failed: a fault of this program. */
  failed(error: unknown): void;
}

export interface LoopbackServer {
  readonly port: number;
  /** Stops listening and cuts every connection, so that callers are refused. */
  readonly close: () => Promise<void>;
  /** Listens again on the same port. */
  readonly reopen: () => Promise<void>;
}

const requestedUrl = (request: IncomingMessage): URL | undefined => {
  const address = `http://${request.headers.host ?? ''}${request.url ?? ''}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url && ALLOWED_HOSTNAMES.includes(url.hostname) ? url : undefined;
};

/** Listens on 127.0.0.1. `port` 0 takes any free one. Rejects when the port is taken. */
export const listenOnLoopback = async (port: number, handlers: HttpHandlers): Promise<LoopbackServer> => {
  // Never closes an idle connection: a client in the same process, whose thread was busy, would send on it just then.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
    const url = requestedUrl(request);
    if (!url) {
      response.writeHead(403).end();
      return;
    }
    Promise.resolve(handlers.request(request, response, url)).catch((error: unknown) => {
      // A caller that disconnects while it sends is not a fault.
      if (request.destroyed && !request.complete) return;
      handlers.failed(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const url = requestedUrl(request);
    if (url) handlers.upgrade(request, socket, head, url);
    else socket.destroy();
  });

  // closeAllConnections() does not know the sockets that were upgraded, and close() would wait for them.
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  const listen = async (wanted: number): Promise<number> =>
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, LOOPBACK, () => {
        server.off('error', reject);
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : wanted);
      });
    });

  const actual = await listen(port);
  return {
    port: actual,
    close: async () => {
      if (!server.listening) return;
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    reopen: async () => {
      await listen(actual);
    },
  };
};
