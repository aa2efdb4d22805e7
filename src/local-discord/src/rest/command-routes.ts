import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod';
import type { Snowflake } from 'discord-api-types/v10';
import { array } from 'zod/mini';
import { invalidForm, unknownApplication, unknownGuild } from '../api-error.ts';
import { commandList } from '../body-schemas.ts';
import { commandListProblems } from '../rules/command-rules.ts';
import type { Problem } from '../rules/problem.ts';
import { parseBody } from '../schema-check.ts';
import type { CommandBody } from '../state/request-bodies.ts';
import type { Commands, Scope } from '../state/commands.ts';
import type { World } from '../world/world.ts';
import { answerWith, ok, route, type Route } from './route.ts';

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw invalidForm(problems);
};

const parseCommandList = (json: unknown): CommandBody[] => {
  const commands = parseBody(commandList, json);
  refuse(commandListProblems(commands));
  return commands;
};

const answerList = answerWith(array(ApplicationCommandResponseSchema));

interface ScopeParams {
  readonly application: Snowflake;
  readonly guild?: Snowflake;
}

/** Reading and publishing the list of commands, for all guilds or for one. */
export const commandRoutes = (world: World, commands: Commands): Route[] => {
  const scopeOf = ({ application, guild }: ScopeParams): Scope => {
    if (application !== world.applicationId) throw unknownApplication();
    if (guild !== undefined && !world.guilds.some(({ id }) => id === guild)) throw unknownGuild();
    return guild;
  };
  const routesAt = (
    base: '/applications/:application' | '/applications/:application/guilds/:guild',
  ): Route[] => [
    route({
      method: 'GET',
      path: `${base}/commands` as const,
      answer: answerList,
      run: ({ params }) => ok(commands.list(scopeOf(params))),
    }),
    route({
      method: 'PUT',
      path: `${base}/commands` as const,
      answer: answerList,
      run: ({ params, body: json }) => ok(commands.replaceAll(scopeOf(params), parseCommandList(json))),
    }),
  ];
  return [...routesAt('/applications/:application'), ...routesAt('/applications/:application/guilds/:guild')];
};
