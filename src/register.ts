import { config as readEnvFile } from 'dotenv';
import { commands } from '../commands/index.ts';
import { ConfigError, parseConfig } from './config.ts';
import { createRest, publishCommands } from './discord/publish-commands.ts';
import { runProgram } from './run-program.ts';
import { isProgram } from './tools/run-tool.ts';

/**
 * Publishes the commands for all servers, or for the one that the environment names, and gives a sentence about it.
 *
 * @throws {@link ConfigError} about the environment, or what Discord's REST API says
 */
export async function register(env: NodeJS.ProcessEnv): Promise<string> {
  const { token, apiUrl, guildId } = parseConfig(env);
  if (token === undefined) throw new ConfigError(['DISCORD_TOKEN is empty, wanted the bot’s token']);
  const definitions = commands.map(({ data }) => data);
  const { kind, count } = await publishCommands(createRest(token, apiUrl), definitions, guildId);
  const place = guildId === undefined ? 'in all servers' : `in server ${guildId}`;
  return kind === 'published'
    ? `Published ${count} commands ${place}.`
    : `The ${count} commands ${place} are up to date.`;
}

if (isProgram(import.meta.url))
  await runProgram(async () => {
    readEnvFile({ quiet: true });
    process.stdout.write(`${await register(process.env)}\n`);
  });
