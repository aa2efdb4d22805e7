import { dirname } from 'node:path';
import { type Config, ConfigError, parseConfig } from '../../config.ts';
import type { Command } from '../../discord/command.ts';
import { explainDiscordFailure } from '../../discord/client.ts';
import { ONE_SHARD, type Shards } from '../../discord/shards.ts';
import { type ApplicationState, createRest, inspectApplication } from '../../discord/publish-commands.ts';
import {
  checkData,
  checkDatabase,
  checkSearch,
  checkVersions,
  checkWritable,
  type Finding,
  fail,
  ok,
  type Versions,
  warn,
} from './checks.ts';

/** Looks at everything that a start depends on, and goes on after what fails. */
export async function examine(
  env: Readonly<Record<string, string | undefined>>,
  commands: readonly Command[],
  versions: Versions,
): Promise<readonly Finding[]> {
  const config = readConfig(env);
  if (config instanceof ConfigError) return [checkVersions(versions), ...config.faults.map(fail)];
  const { store, cacheDir } = config;
  const written = {
    ...(store.kind === 'file' && { STORE: dirname(store.file) }),
    ...(cacheDir !== undefined && { CACHE_DIR: cacheDir }),
  };
  return [
    checkVersions(versions),
    ok('The environment is valid'),
    ...(config.databaseUrl === undefined
      ? await checkData(config.dataDir)
      : [await checkDatabase(config.databaseUrl)]),
    ...(await Promise.all(Object.entries(written).map(([name, folder]) => checkWritable(name, folder)))),
    ...(config.search === undefined ? [] : [await checkSearch(config.search)]),
    ...(await checkDiscord(config, commands)),
  ];
}

function readConfig(env: Readonly<Record<string, string | undefined>>): Config | ConfigError {
  try {
    return parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

/** Three parts between dots; the first is the bot's id in base64. */
const TOKEN_SHAPE = /^([\w-]{18,})\.[\w-]{4,}\.[\w-]{20,}$/;

/** Whether Discord takes the token, and knows the commands. Asks, and changes nothing. */
async function checkDiscord(
  { token, apiUrl, guildId, shards }: Pick<Config, 'token' | 'apiUrl' | 'guildId' | 'shards'>,
  commands: readonly Command[],
): Promise<readonly Finding[]> {
  if (token === undefined)
    return [warn('DISCORD_TOKEN is empty: npm start runs the bot on a Discord of its own, on this computer')];
  const definitions = commands.map(({ data }) => data);
  try {
    const state = await inspectApplication(createRest(token, apiUrl), definitions, guildId);
    return [
      ok(`Discord takes the token: this is ${state.name}, application ${state.applicationId}`),
      intentsOf(state),
      ...shardsOf(state, shards),
      commandsOf(state, guildId),
    ];
  } catch (error) {
    const why = explainDiscordFailure(error);
    if (why === undefined) throw error;
    return [...shapeOf(token), fail(why)];
  }
}

/** A guess that helps only when Discord has not said yet whether the token is good. */
function shapeOf(token: string): readonly Finding[] {
  const [, id = ''] = TOKEN_SHAPE.exec(token) ?? [];
  if (/^\d{17,20}$/.test(Buffer.from(id, 'base64url').toString('latin1')))
    return [ok('DISCORD_TOKEN has the shape of a bot’s token')];
  return [
    fail(
      'DISCORD_TOKEN does not have the shape of a bot’s token: copy it from the developer portal (Bot, Reset Token), not the client secret or the public key',
    ),
  ];
}

const intentsOf = ({ privilegedIntents }: ApplicationState): Finding =>
  privilegedIntents.length === 0
    ? ok('No privileged intent is switched on, and none is needed')
    : warn(
        `${privilegedIntents.join(', ')}: switched on and not needed; switch off in the developer portal (Bot)`,
      );

/** Nothing where there are enough. */
function shardsOf(state: ApplicationState, shards: Shards = ONE_SHARD): readonly Finding[] {
  if (shards === 'auto' || shards.count >= state.shards) return [];
  return [
    warn(
      `Discord recommends ${state.shards} shards, and there are ${shards.count}: set SHARDS, to auto where this process is alone`,
    ),
  ];
}

function commandsOf({ commands }: ApplicationState, guildId: string | undefined): Finding {
  const place = guildId === undefined ? 'in all servers' : `in server ${guildId}`;
  switch (commands) {
    case 'current':
      return ok(`The commands ${place} are up to date`);
    case 'outdated':
      return fail(`The commands ${place} are not those of this version: npm run register`);
    case 'missing':
      return fail(`No command of the bot is published ${place}: npm run register`);
  }
}
