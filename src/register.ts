import { config as readEnvFile } from 'dotenv';
import { commands } from '../commands/index.ts';
import { ConfigError, parseConfig } from './config.ts';
import { createRest, publishCommands } from './discord/publish-commands.ts';
import { runProgram } from './run-program.ts';

await runProgram(async () => {
  readEnvFile({ quiet: true });
  const { token, apiUrl, guildId } = parseConfig(process.env);
  if (token === undefined) throw new ConfigError(['DISCORD_TOKEN is empty, wanted the bot’s token']);
  const definitions = commands.map(({ data }) => data);
  const { kind, count } = await publishCommands(createRest(token, apiUrl), definitions, guildId);
  const place = guildId === undefined ? 'in all servers' : `in server ${guildId}`;
  process.stdout.write(
    kind === 'published'
      ? `Published ${count} commands ${place}.\n`
      : `The ${count} commands ${place} are up to date.\n`,
  );
});
