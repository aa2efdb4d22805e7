import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { Registry } from 'prom-client';
import { type LoopMeter, startLoopMeter } from './loop-meter.ts';
import type { Metrics } from './metrics.ts';
import { createPrometheus } from './prometheus.ts';

/** Tells machines how the bot is. */
export interface HealthServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Where it listens, and by which names it may be asked besides addresses and names that nobody can register. */
export interface HealthPlace {
  /** An address of this computer. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** In lower case. */
  readonly names: readonly string[];
}

/**
 * A heartbeat is due every 41 s, and the client gives up a connection that misses one: after several something is stuck
 * that only a restart mends. In milliseconds.
 */
const SILENT_AFTER = 180_000;

/**
 * Serves `/healthz` (200, or 503 when a connection that counts as up has been silent for three minutes), `/readyz` (200
 * while Discord is connected, else 503) and `/metrics` (for Prometheus). Rejects when the port is taken or the address is
 * not this computer's.
 */
export async function startHealthServer(
  { host, port, names }: HealthPlace,
  metrics: Metrics,
): Promise<HealthServer> {
  const registry = createPrometheus(metrics);
  const meter = startLoopMeter();
  const server = createServer((request, response) => {
    if (!isOwnName(request.headers.host, names)) {
      response.writeHead(403, TEXT).end('Ask by an address of this computer, or set HEALTH_NAMES\n');
      return;
    }
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

/** Nobody can register a name below these; RFC 6761, RFC 6762, and ICANN for `internal`. Kubernetes uses `local`. */
const RESERVED = /(?:^|\.)(?:localhost|local|internal)$/u;

/**
 * Whether the Host header is none that a stranger's web site may have. A site in somebody's browser may lead its own name
 * to this computer, and would then read what is served here. It cannot do so with an address, with a name without a dot,
 * such as a container's, or with a reserved name. Probes that send no name at all are no browsers.
 */
export function isOwnName(header: string | undefined, names: readonly string[]): boolean {
  if (header === undefined) return true;
  if (!URL.canParse(`http://${header}`)) return false;
  const name = new URL(`http://${header}`).hostname.replace(/\.$/u, '');
  const isAddress = isIP(name.replaceAll(/^\[|\]$/gu, '')) !== 0;
  return isAddress || !name.includes('.') || RESERVED.test(name) || names.includes(name);
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
