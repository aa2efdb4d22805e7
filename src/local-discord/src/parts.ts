import { randomBytes } from 'node:crypto';
import type { APIInteraction } from 'discord-api-types/v10';
import { systemClock, withCancelAll } from './clock.ts';
import { createEventBus } from './event-bus.ts';
import { createGateway } from './gateway/gateway.ts';
import type { LocalDiscordOptions } from './options.ts';
import { applicationRoutes } from './rest/application-routes.ts';
import { createApiServer } from './rest/api-server.ts';
import { callbackRoute } from './rest/callback-route.ts';
import { channelRoutes } from './rest/channel-routes.ts';
import { commandRoutes } from './rest/command-routes.ts';
import { createRequestFaults } from './rest/request-faults.ts';
import { createRequestLog } from './rest/request-log.ts';
import { webhookRoutes } from './rest/webhook-routes.ts';
import { createSnowflakes } from './snowflake.ts';
import { createState } from './state/state.ts';
import { createViolations } from './violations.ts';
import { createWorld } from './world/world.ts';

/** Milliseconds between heartbeats that Discord asks for. */
const HEARTBEAT_MS = 41_250;

/** Creates and connects the parts of the server. `port` is called only when the server listens. */
export const createParts = (options: LocalDiscordOptions, port: () => number) => {
  const newToken = options.newToken ?? (() => randomBytes(32).toString('base64url'));
  const token = newToken();
  const clock = withCancelAll(options.clock ?? systemClock);
  const now = () => clock.now();
  const snowflake = createSnowflakes(now);
  const bus = createEventBus();
  const violations = createViolations((violation) => options.log?.(violation));
  const world = createWorld({
    botName: options.botName ?? 'Bot',
    guilds: options.guilds ?? 1,
    now,
    snowflake,
  });
  const gatewayUrl = () => `ws://127.0.0.1:${port()}/gateway`;
  const state = createState({ world, clock, bus, snowflake, origin: () => `http://127.0.0.1:${port()}` });
  const gateway = createGateway({
    world,
    token,
    url: gatewayUrl,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    grantedIntents: options.grantedIntents ?? 0,
    newSessionId: newToken,
    bus,
    violations,
  });
  const requests = createRequestLog();
  const requestFaults = createRequestFaults();
  const routes = [
    ...applicationRoutes({ world, gatewayUrl, shards: options.shards ?? 1 }),
    ...commandRoutes(world, state.commands),
    callbackRoute(state),
    ...webhookRoutes(state),
    ...channelRoutes(state),
  ];
  const api = createApiServer({ routes, token, clock, violations, requests, faults: requestFaults });
  const clientHost = {
    state,
    newToken,
    sendInteraction: (payload: APIInteraction) => gateway.sendInteraction(payload),
  };
  return { token, clock, bus, violations, world, state, gateway, requests, requestFaults, api, clientHost };
};
