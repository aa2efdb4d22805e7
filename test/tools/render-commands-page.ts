import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import type { Command } from '../../src/discord/command.ts';

const HEAD = `# Commands

This page is made from the definitions in \`commands/\` by \`npm run commands-page\`; a test fails when it is stale. The names
are the English ones: Discord shows them, and every reply, in the reader's language where the bot speaks it. What counts
as a question may be used 20 times a minute by one person, and 300 times by the members of one server, unless whoever
hosts the bot has set other limits (\`QUESTIONS_PER_PERSON\`, \`QUESTIONS_PER_SERVER\`).
`;

const TYPES: Readonly<Partial<Record<ApplicationCommandOptionType, string>>> = {
  [ApplicationCommandOptionType.Subcommand]: 'subcommand',
  [ApplicationCommandOptionType.Attachment]: 'file',
  [ApplicationCommandOptionType.String]: 'text',
  [ApplicationCommandOptionType.Integer]: 'whole number',
  [ApplicationCommandOptionType.Boolean]: 'yes or no',
};

const ROLES = {
  admin: 'admins of the bot',
  manager: 'members with Manage Server',
  keeper: 'members with Manage Server where the server has reports of its own, else admins of the bot',
} as const;

/** A Markdown page that describes `commands` as they are defined. */
export function renderCommandsPage(commands: readonly Command[]): string {
  return [HEAD, ...commands.map(renderCommand)].join('\n');
}

function renderCommand(command: Command): string {
  const { data } = command;
  const isOffered = data.default_member_permissions === undefined ? 'everybody' : ROLES.manager;
  const role = command.requiredRole ? ROLES[command.requiredRole] : isOffered;
  const isMenu = data.type === ApplicationCommandType.Message;
  const facts = [
    isMenu ? 'In the "Apps" menu of a message.' : `${'description' in data ? data.description : ''}.`,
    `For ${role}.`,
    command.isPublic
      ? 'The answer is public, unless it is asked for in private or the server has settled otherwise.'
      : 'Only the person who uses it sees the reply.',
    ...(command.isQuestion ? ['Counts as a question.'] : []),
  ];
  const options = ('options' in data && data.options) || [];
  return [
    `## ${isMenu ? data.name : `/${data.name}`}`,
    '',
    facts.join(' '),
    '',
    ...(options.length > 0 ? [...renderOptions(options), ''] : []),
  ].join('\n');
}

const renderOptions = (options: readonly APIApplicationCommandOption[]): readonly string[] => [
  '| option | type | needed | what it is |',
  '| --- | --- | --- | --- |',
  ...options.flatMap((option) => renderOption(option)),
];

/** A row for the option, and one for each that a subcommand has, with the subcommand before its name. */
function renderOption(option: APIApplicationCommandOption, path = ''): readonly string[] {
  const { name, type, required = false, description, ...limits } = option;
  const isSubcommand = type === ApplicationCommandOptionType.Subcommand;
  const kind = [TYPES[type] ?? 'other', ...renderLimits(limits)].join(', ');
  const needed = isSubcommand ? '' : required ? 'yes' : 'no';
  const inside = isSubcommand ? (option.options ?? []) : [];
  return [
    `| \`${path}${name}\` | ${kind} | ${needed} | ${description} |`,
    ...inside.flatMap((each) => renderOption(each, `${name} `)),
  ];
}

function renderLimits(limits: object): readonly string[] {
  const given = new Map(Object.entries(limits));
  return [
    ...(given.has('min_value') ? [`from ${given.get('min_value')}`] : []),
    ...(given.has('max_length') ? [`at most ${given.get('max_length')} characters`] : []),
    ...(given.get('autocomplete') === true ? ['with suggestions'] : []),
  ];
}
