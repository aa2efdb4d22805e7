import { ApplicationCommandResponseSchema } from 'discord-api-spec/zod';
import type { APIApplicationCommand, Snowflake } from 'discord-api-types/v10';
import { array } from 'zod/mini';
import { invalidForm, unknownApplication, unknownCommand, unknownGuild } from '../api-error.ts';
import { commandChange, commandList, newCommand } from '../body-schemas.ts';
import { commandListProblems, commandProblems } from '../rules/command-rules.ts';
import { problem, type Problem } from '../rules/problem.ts';
import { parseBody } from '../schema-check.ts';
import type { CommandBody } from '../state/request-bodies.ts';
import type { Commands, Scope } from '../state/commands.ts';
import type { World } from '../world/world.ts';
import { answerWith, NO_CONTENT, ok, route, type Route } from './route.ts';

const refuse = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw invalidForm(problems);
};

const parseCommand = (json: unknown): CommandBody => {
  const command = parseBody(newCommand, json);
  refuse(commandProblems(command));
  return command;
};

const parseCommandList = (json: unknown): CommandBody[] => {
  const commands = parseBody(commandList, json);
  refuse(commandListProblems(commands));
  return commands;
};

/** The problem of a new name that another command of the same type has. */
const nameClash = (
  all: readonly APIApplicationCommand[],
  { id, type }: APIApplicationCommand,
  { name }: Partial<CommandBody>,
): Problem[] =>
  all.some((other) => other.id !== id && other.type === type && other.name === name)
    ? [problem(['name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')]
    : [];

const answerList = answerWith(array(ApplicationCommandResponseSchema));

interface ScopeParams {
  readonly application: Snowflake;
  readonly guild?: Snowflake;
}

/** Reading and publishing commands, for all guilds or for one. */
export const commandRoutes = (world: World, commands: Commands): Route[] => {
  const scopeOf = ({ application, guild }: ScopeParams): Scope => {
    if (application !== world.applicationId) throw unknownApplication();
    if (guild !== undefined && !world.guilds.some(({ id }) => id === guild)) throw unknownGuild();
    return guild;
  };
  const known = (params: ScopeParams, id: Snowflake): APIApplicationCommand => {
    const command = commands.find(scopeOf(params), id);
    if (!command) throw unknownCommand();
    return command;
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
    route({
      method: 'POST',
      path: `${base}/commands` as const,
      answer: answerWith(ApplicationCommandResponseSchema),
      run: ({ params, body: json }) => {
        const { command, isNew } = commands.upsert(scopeOf(params), parseCommand(json));
        return { status: isNew ? 201 : 200, body: command };
      },
    }),
    route({
      method: 'GET',
      path: `${base}/commands/:command` as const,
      answer: answerWith(ApplicationCommandResponseSchema),
      run: ({ params }) => ok(known(params, params.command)),
    }),
    route({
      method: 'PATCH',
      path: `${base}/commands/:command` as const,
      answer: answerWith(ApplicationCommandResponseSchema),
      run: ({ params, body: json }) => {
        const body = parseBody(commandChange, json);
        const before = known(params, params.command);
        refuse(commandProblems({ ...before, ...body }));
        refuse(nameClash(commands.list(scopeOf(params)), before, body));
        return ok(commands.change(scopeOf(params), before, body));
      },
    }),
    route({
      method: 'DELETE',
      path: `${base}/commands/:command` as const,
      run: ({ params }) => {
        commands.remove(scopeOf(params), known(params, params.command).id);
        return NO_CONTENT;
      },
    }),
  ];
  return [...routesAt('/applications/:application'), ...routesAt('/applications/:application/guilds/:guild')];
};
