import { config as readEnvFile } from 'dotenv';
import { REST } from 'discord.js';
import { commands } from '../commands/index.ts';
import { parseConfig } from './config.ts';
import { publishCommands } from './discord/publish-commands.ts';
import { explainFailure } from './discord/explain-failure.ts';

readEnvFile({ quiet: true });
try {
  const { token, apiUrl, guildId } = parseConfig(process.env);
  if (token === undefined) {
    throw new Error(
      'Cannot register the commands: DISCORD_TOKEN is empty, wanted the bot’s token (see .env.example)',
    );
  }
  const rest = new REST({ ...(apiUrl !== undefined && { api: apiUrl }) }).setToken(token);
  const { kind, count } = await publishCommands(
    rest,
    commands.map(({ data }) => data),
    guildId,
  );
  const place = guildId === undefined ? 'in all servers' : `in server ${guildId}`;
  process.stdout.write(
    kind === 'published'
      ? `Published ${count} commands ${place}.\n`
      : `The ${count} commands ${place} are up to date.\n`,
  );
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
}
