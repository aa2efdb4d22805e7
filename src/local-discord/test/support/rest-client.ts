import { afterAll, beforeAll } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord.ts';

/** What came back of a request: its status, Discord's code, and each fault as `path: CODE`. */
export interface RestResult {
  readonly status: number;
  readonly code?: number;
  readonly faults: readonly string[];
  readonly body: unknown;
}

/** `{ a: { 0: { _errors: [{ code }] } } }` -> `['a.0: CODE']` */
const listFaults = (node: unknown, path: string): string[] =>
  Object.entries(Object(node)).flatMap(([step, value]) =>
    step === '_errors' && Array.isArray(value)
      ? value.map((fault: { code: string }) => `${path}: ${fault.code}`)
      : listFaults(value, path === '' ? step : `${path}.${step}`),
  );

const readResult = async (response: Response): Promise<RestResult> => {
  const text = await response.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const { code, errors }: { code?: number; errors?: unknown } = Object(body);
  return {
    status: response.status,
    ...(typeof code === 'number' ? { code } : {}),
    faults: listFaults(errors, ''),
    body,
  };
};

const asBot = ({ token }: LocalDiscord) => ({ authorization: `Bot ${token}` });

/** A request with a JSON body; a string is sent as it is. Without `headers` it is the bot's. */
export const call = async (
  discord: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = asBot(discord),
): Promise<RestResult> => {
  const json = { ...headers, 'content-type': 'application/json' };
  const url = `${discord.apiUrl}/v10${path}`;
  if (body === undefined) return await readResult(await fetch(url, { method, headers }));
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return await readResult(await fetch(url, { method, headers: json, body: text }));
};

/** The bot posts a form. */
export const post = async (discord: LocalDiscord, path: string, form: FormData): Promise<RestResult> =>
  await readResult(
    await fetch(`${discord.apiUrl}/v10${path}`, { method: 'POST', headers: asBot(discord), body: form }),
  );

/** A part of an answer's body, as text; empty when it is not there. */
export const textAt = ({ body }: RestResult, ...path: readonly (string | number)[]): string => {
  let value = body;
  for (const step of path) value = Reflect.get(Object(value), step);
  return typeof value === 'string' ? value : '';
};

/** One server for all rows of a table. At the end nothing may be wrong with its own answers. */
export const shareServer = (): (() => LocalDiscord) => {
  let discord: LocalDiscord | undefined;
  const get = (): LocalDiscord => {
    if (!discord) throw new Error('The server is not started yet');
    return discord;
  };
  beforeAll(async () => {
    discord = await startLocalDiscord();
  });
  afterAll(async () => {
    await get().stop();
    const own = get().violations.filter(({ by }) => by === 'server');
    if (own.length > 0) throw new Error(`The server broke rules: ${JSON.stringify(own)}`);
  });
  return get;
};
