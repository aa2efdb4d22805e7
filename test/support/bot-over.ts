import { expect, onTestFinished } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { type BotOnDiscord, type RunningBotOptions, startBotOn } from './running-bot.ts';
import { createTempFolder } from './temp-folder.ts';

/** A bot over these report files, on a Discord of its own; both end with the test, which fails if a rule was broken. */
export async function startBotOver(
  files: Readonly<Record<string, string>>,
  { guilds = 1, ...options }: RunningBotOptions & { readonly guilds?: number } = {},
): Promise<{
  readonly folder: string;
  readonly discord: LocalDiscord;
  readonly bot: BotOnDiscord;
  readonly mira: ReturnType<LocalDiscord['as']>;
}> {
  const folder = await createTempFolder(files);
  const discord = await startLocalDiscord({ guilds });
  const bot = await startBotOn(discord, folder, options);
  onTestFinished(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  return { folder, discord, bot, mira: discord.as(discord.people.member) };
}
