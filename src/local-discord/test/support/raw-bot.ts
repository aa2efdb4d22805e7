import { ApplicationCommandOptionType, InteractionResponseType as Callback } from 'discord-api-types/v10';
import { test } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord.ts';
import type { UserClient } from '../../src/people/user-client.ts';
import type { InteractionHandle } from '../../src/people/interaction-handle.ts';
import { createManualClock } from '../../src/clock.ts';
import { call, type RestResult } from './rest-client.ts';

/** An interaction as somebody sees it who speaks to the API by hand. */
export interface RawInteraction {
  readonly handle: InteractionHandle;
  /** Sends a first response; `query` such as `?with_response=true`. */
  respond(body: unknown, query?: string): Promise<RestResult>;
  /** A request to the interaction's own routes, such as `/messages/@original`. */
  follow(method: string, path: string, body?: unknown): Promise<RestResult>;
}

/** A bot without a client, on a server whose clock stands still, with one command: `/ask question?`. */
export interface RawBot {
  readonly discord: LocalDiscord;
  readonly clock: ReturnType<typeof createManualClock>;
  readonly mira: UserClient;
  ask(): RawInteraction;
  /** What `act` starts. */
  catch(act: () => InteractionHandle): RawInteraction;
  /** What is started by typing into `question`. */
  type(): Pick<RawInteraction, 'respond'> & { readonly choices: Promise<unknown> };
}

const option = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  description: 'What',
  autocomplete: true,
};

export const reply = (content: string, extra: object = {}) => ({
  type: Callback.ChannelMessageWithSource,
  data: { content, ...extra },
});
export const deferral = { type: Callback.DeferredChannelMessageWithSource };

const createRawBot = async (): Promise<RawBot> => {
  const clock = createManualClock();
  const discord = await startLocalDiscord({ clock });
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'ask', description: 'Asks', options: [option] },
  ]);
  const mira = discord.as(discord.people.member);
  let newest = { id: '', token: '' };
  discord.subscribe((event) => {
    if (event.kind === 'interaction-changed') newest = event.interaction.payload;
  });
  const newestRoutes = () => {
    const { id, token } = newest;
    const respond: RawInteraction['respond'] = (body, query = '') =>
      call(discord, 'POST', `/interactions/${id}/${token}/callback${query}`, body, {});
    const follow: RawInteraction['follow'] = (method, path, body) =>
      call(discord, method, `/webhooks/${discord.applicationId}/${token}${path}`, body, {});
    return { respond, follow };
  };
  const catchInteraction = (act: () => InteractionHandle): RawInteraction => ({
    handle: act(),
    ...newestRoutes(),
  });
  return {
    discord,
    clock,
    mira,
    ask: () => catchInteraction(() => mira.command('ask')),
    catch: catchInteraction,
    type: () => {
      const choices = mira.autocomplete('ask', { question: 'f' }, 'question');
      return { ...newestRoutes(), choices };
    },
  };
};

export const it = test.extend<{ bot: RawBot }>({
  bot: async ({ task: _ }, use) => {
    const bot = await createRawBot();
    await use(bot);
    await bot.discord.stop();
    const own = bot.discord.violations.filter(({ by }) => by === 'server');
    if (own.length > 0) throw new Error(`The server broke rules: ${JSON.stringify(own)}`);
  },
});
