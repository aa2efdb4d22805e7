import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import { ApiError } from '../api-error.ts';
import type { LocalDiscord, Page } from '../local-discord.ts';
import { ClientRefusal } from '../people/client-refusal.ts';
import { readBody } from '../rest/read-body.ts';
import { parseAction } from './parse-action.ts';
import { performAction, type ActionHost } from './perform-action.ts';
import { openEventStream } from './event-stream.ts';
import { pageLocales, type ActionResult, type PageLocale } from './protocol.ts';
import { securityHeaders, serveFile } from './serve-file.ts';
import { watchCommands } from './used-commands.ts';
import { createViewer } from './viewer.ts';

const answer = (response: ServerResponse, status: number, body: string, type = 'text/plain'): void => {
  response.writeHead(status, { ...securityHeaders, 'content-type': `${type}; charset=utf-8` });
  response.end(body);
};

/** Whether the request comes from this page, and not from another site that is open in the same browser. */
const isOwnRequest = ({ headers }: IncomingMessage): boolean => {
  const site = headers['sec-fetch-site'] ?? 'same-origin';
  const { origin = `http://${headers.host ?? ''}` } = headers;
  return (site === 'same-origin' || site === 'none') && origin === `http://${headers.host ?? ''}`;
};

/** JSON, and any header of one's own, cross sites only with permission, which is never given; a bare form needs none. */
const isOwnBody = ({ headers }: IncomingMessage): boolean => {
  const type = headers['content-type'] ?? '';
  return (
    type.startsWith('application/json') ||
    (type.startsWith('multipart/form-data') && headers['x-from-page'] === 'yes')
  );
};

/** Bytes: all that a person may type into the longest form, many times over. */
const MAX_ACTION_BYTES = 1024 * 1024;

const asLocale = (locale: string | null): PageLocale =>
  pageLocales.find((each) => each === locale) ?? 'en-US';

export interface PageOptions {
  /** What the bot's avatar shows: a letter or a sign. By default the first letter of its name. */
  readonly botAvatar?: string;
}

/**
 * A web page on which people use the bot. `/` is the page, `/events` what happens, `/act` what a person does. The
 * server itself already refuses other host names.
 */
export const createPage = (discord: LocalDiscord, options: PageOptions = {}): Page => {
  const { botAvatar = discord.bot.user.username.slice(0, 1).toUpperCase() } = options;
  const host: ActionHost = { world: discord, modals: new Map() };
  const used = watchCommands(discord);

  const act = async (request: IncomingMessage): Promise<ActionResult> => {
    const { json, files } = await readBody(request, MAX_ACTION_BYTES);
    const { person, locale, action } = parseAction(json, files);
    return await performAction(createViewer(discord, used, person, locale), action, host).catch(
      (error: unknown) => {
        if (error instanceof ClientRefusal) return { kind: 'refused', reason: error.message };
        throw error;
      },
    );
  };

  const serveAct = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnBody(request)) return answer(response, 415, 'Wanted application/json, or a form of this page');
    try {
      answer(response, 200, JSON.stringify(await act(request)), 'application/json');
    } catch (error) {
      if (error instanceof ApiError) answer(response, error.status, error.message);
      else if (error instanceof ZodError) answer(response, 400, error.message);
      else throw error;
    }
  };

  return {
    request: async (request, response, { pathname, searchParams }) => {
      if (pathname === '/act' || pathname === '/events') {
        if (!isOwnRequest(request)) return answer(response, 403, 'Only this page may ask');
        if (request.method === 'POST' && pathname === '/act') return await serveAct(request, response);
        if (request.method === 'GET' && pathname === '/events') {
          const locale = asLocale(searchParams.get('locale'));
          const viewer = createViewer(discord, used, searchParams.get('person') ?? '', locale);
          return openEventStream(discord, viewer, botAvatar, response);
        }
        return answer(response, 405, 'Method not allowed');
      }
      if (request.method !== 'GET' || !(await serveFile(pathname, response)))
        answer(response, 404, 'Not found');
    },
  };
};
