import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { type LoopMeter, startLoopMeter } from './loop-meter.ts';
import type { Metrics } from './metrics.ts';
import { createPrometheus } from './prometheus.ts';

/** Tells machines how the bot is. */
export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * A heartbeat is due every 41 s, and the client gives up a connection that misses one: after several something is stuck
 * that only a restart mends. In milliseconds.
 */
const SILENT_AFTER = 180_000;

/**
 * Serves `/healthz` (200, or 503 when a connection that counts as up has been silent for three minutes), `/readyz` (200 while Discord is connected, else 503)
 * and `/metrics` (for Prometheus). Rejects when the port is taken or the address is not this computer's.
 *
 * @param host the address to listen on
 * @param port 0: any free one
 */
export async function startHealthServer(host: string, port: number, metrics: Metrics): Promise<HealthServer> {
  const registry = createPrometheus(metrics);
  const meter = startLoopMeter();
  const server = createServer((request, response) => {
    serve(request, response, { metrics, registry, meter }).catch((error: unknown) => {
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
      meter.stop();
      registry.clear();
    },
  };
}

function renderHealth(alive: boolean, silence: number | undefined, hold: number): string {
  const heard =
    silence === undefined ? [] : [`Discord was last heard from ${Math.round(silence / 1000)} s ago`];
  const held = `the event loop was held for ${Math.round(hold)} ms at most in the last minute`;
  return `${[alive ? 'alive' : 'stuck', ...heard, held].join('\n')}\n`;
}

const TEXT = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

async function serve(
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
  { metrics, registry, meter }: { metrics: Metrics; registry: Registry; meter: LoopMeter },
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') {
    response.writeHead(405, { ...TEXT, allow: 'GET, HEAD' }).end('Only GET\n');
    return;
  }
  const path = url.replace(/\?.*/u, '');
  if (path === '/healthz') {
    const { silence } = metrics.snapshot();
    const alive = silence === undefined || silence < SILENT_AFTER;
    response.writeHead(alive ? 200 : 503, TEXT).end(renderHealth(alive, silence, meter.longest()));
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
