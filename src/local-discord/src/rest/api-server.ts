import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Violations } from '../violations.ts';
import { ApiError, isViolation, methodNotAllowed, notFound, unauthorized } from '../api-error.ts';
import { errorBody, errorBodyProblems } from './error-body.ts';
import { readBody, type ReadBody } from './read-body.ts';
import type { RequestFault, RequestFaults } from './request-faults.ts';
import type { RequestLog } from './request-log.ts';
import { matchRoute, type ApiAnswer, type Route } from './route.ts';

interface ApiServerOptions {
  readonly routes: readonly Route[];
  readonly token: string;
  readonly clock: Clock;
  readonly violations: Violations;
  readonly requests: RequestLog;
  readonly faults: RequestFaults;
}

interface ApiCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly read: ReadBody | ApiError;
}

/** How a call ends: with a response, or without one. */
type Outcome = Reply | 'reset' | 'close';

type Reply = { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> };

const VERSION = '/api/v10';

/** `undefined` for a path of another version, or with a broken escape. */
const pathWithinApi = (pathname: string): string | undefined => {
  if (!pathname.startsWith(`${VERSION}/`)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(VERSION.length));
  } catch {
    return undefined;
  }
};

const readOrRefuse = async (request: IncomingMessage): Promise<ReadBody | ApiError> =>
  await readBody(request).catch((error: unknown) => {
    if (error instanceof ApiError) return error;
    throw error;
  });

/** Handles REST requests under `/api/v10`, and checks both requests and responses. */
export const createApiServer = (options: ApiServerOptions) => {
  const { routes, token, clock, violations, requests, faults } = options;

  const run = ({ method, path, query, authorization, read }: ApiCall): ApiAnswer => {
    const match = matchRoute(routes, method, path);
    if (match.kind === 'unknown-path') throw notFound();
    if (match.kind === 'wrong-method') throw methodNotAllowed();
    if (!match.route.anonymous && authorization !== `Bot ${token}`) throw unauthorized();
    if (read instanceof ApiError) throw read;
    const answer = match.route.run({ params: match.params, query, body: read.json, files: read.files });
    for (const { path: at, message } of match.route.answerProblems(answer.body)) {
      violations.add({ by: 'server', where: `${method} ${path}`, what: `${at.join('.')}: ${message}` });
    }
    return answer;
  };

  const refuse = (call: ApiCall, error: ApiError): Reply => {
    const body = errorBody(error);
    const where = `${call.method} ${call.path}`;
    if (isViolation(error)) violations.add({ by: 'bot', where, what: JSON.stringify(body) });
    for (const { message } of errorBodyProblems(body)) {
      violations.add({ by: 'server', where, what: `error body: ${message}` });
    }
    return { status: error.status, body };
  };

  const handle = (call: ApiCall): Reply => {
    try {
      return run(call);
    } catch (error) {
      if (error instanceof ApiError) return refuse(call, error);
      violations.add({ by: 'server', where: `${call.method} ${call.path}`, what: String(error) });
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
    }
  };

  const wait = async (until: number | Promise<unknown>): Promise<void> => {
    if (typeof until !== 'number') await until;
    else await new Promise<void>((resolve) => void clock.after(until, resolve));
  };

  const resolveOutcome = async (call: ApiCall, fault: RequestFault | undefined): Promise<Outcome> => {
    if (!fault) return handle(call);
    switch (fault.kind) {
      case 'respond':
        return { status: fault.status, body: fault.body, headers: { ...fault.headers } };
      case 'reset':
        return 'reset';
      case 'close':
        return 'close';
      case 'drop-response':
        handle(call);
        return 'reset';
      case 'close-unanswered':
        handle(call);
        return 'close';
      case 'delay':
        await wait(fault.until);
        return handle(call);
    }
  };

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const path = pathWithinApi(url.pathname) ?? url.pathname;
    const read = await readOrRefuse(request);
    const method = request.method ?? 'GET';
    const { authorization } = request.headers;
    const call: ApiCall = { method, path, query: url.searchParams, authorization, read };
    const setStatus = requests.add({
      method,
      path,
      query: Object.fromEntries(url.searchParams),
      body: read instanceof ApiError ? undefined : read.json,
      files:
        read instanceof ApiError ? [] : read.files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
      authorization,
      at: clock.now(),
    });
    const outcome = await resolveOutcome(call, faults.next(call));
    if (outcome === 'reset') request.socket.resetAndDestroy();
    else if (outcome === 'close') request.socket.destroy();
    else {
      setStatus(outcome.status);
      send(response, outcome, path);
    }
  };
};

/** A bucket that is never empty: a rate limit happens only when a test plans one. */
const rateLimitHeaders = (path: string): Record<string, string> => ({
  'x-ratelimit-bucket': path.split('/')[1] ?? '',
  'x-ratelimit-limit': '50',
  'x-ratelimit-remaining': '49',
  'x-ratelimit-reset-after': '1.000',
});

const send = (response: ServerResponse, { status, body, headers }: Reply, path: string): void => {
  // discord.js parses every response that claims to be JSON, so an empty one must not.
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...rateLimitHeaders(path), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};
