import type { APIMessage } from 'discord-api-types/v10';
import type { ClientContextOptions, LocalDiscord, UserClient } from 'local-discord';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type RunningBot, type RunningBotOptions, startRunningBot } from './running-bot.ts';

export type PersonName = keyof LocalDiscord['people'];

/** The bot that runs now, and the people who use it. */
export interface RunningBotNow extends Pick<RunningBot, 'discord' | 'bot' | 'dataDir' | 'change' | 'remove'> {
  as(name: PersonName, context?: ClientContextOptions): UserClient;
}

/**
 * Starts a bot for each `test` of the file or the group, or one for all of them; it ends with them, and they fail if a
 * rule of Discord's was broken. One for all is for tests that change nothing which another one sees.
 */
export function useRunningBot(
  scope: 'test' | 'group',
  options: () => RunningBotOptions = () => ({}),
): RunningBotNow {
  let running: RunningBot;
  const [before, after] = scope === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    running = await startRunningBot(options());
  });
  after(async () => {
    await running.stop();
    expect(running.discord.violations).toEqual([]);
  });
  return {
    get discord() {
      return running.discord;
    },
    get bot() {
      return running.bot;
    },
    get dataDir() {
      return running.dataDir;
    },
    change: (file, edit) => running.change(file, edit),
    remove: (file) => running.remove(file),
    as: (name, context) => running.discord.as(running.discord.people[name], context),
  };
}

/** The bot's reply to a message, once it is there. */
export async function replyTo(who: UserClient, { id }: Pick<APIMessage, 'id'>): Promise<APIMessage> {
  const find = () => who.messages().find(({ message_reference: to }) => to?.message_id === id);
  await expect.poll(find, { interval: 2, timeout: 20_000 }).toBeDefined();
  const reply = find();
  if (!reply) throw new Error('there is no reply');
  return reply;
}
