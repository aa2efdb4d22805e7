import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import type { Metrics } from './metrics.ts';
import { createPrometheus } from './prometheus.ts';

/** Tells machines how the bot is. */
export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Serves `/healthz` (200 as long as the process answers at all), `/readyz` (200 while Discord is connected, else 503)
 * and `/metrics` (for Prometheus). Rejects when the port is taken or the address is not this computer's.
 *
 * @param host the address to listen on
 * @param port 0: any free one
 */
export async function startHealthServer(host: string, port: number, metrics: Metrics): Promise<HealthServer> {
  const registry = createPrometheus(metrics);
  const server = createServer((request, response) => {
    serve(request, response, metrics, registry).catch((error: unknown) => {
      response.writeHead(500, TEXT).end(`${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  await once(server.listen(port, host), 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      registry.clear();
    },
  };
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

async function serve(
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
  metrics: Metrics,
  registry: Registry,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...TEXT, allow: 'GET, HEAD' }).end('Only GET\n');
    return;
  }
  const path = url.replace(/\?.*/u, '');
  if (path === '/healthz') {
    response.writeHead(200, TEXT).end('alive\n');
  } else if (path === '/readyz') {
    const { gateway } = metrics.snapshot();
    const ready = gateway === 'connected';
    response.writeHead(ready ? 200 : 503, TEXT).end(ready ? 'ready\n' : `not ready: Discord is ${gateway}\n`);
  } else if (path === '/metrics') {
    response.writeHead(200, { ...TEXT, 'content-type': registry.contentType }).end(await registry.metrics());
  } else {
    response.writeHead(404, TEXT).end('Ask for /healthz, /readyz or /metrics\n');
  }
}
