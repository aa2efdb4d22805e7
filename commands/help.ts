import { ApplicationCommandType, InteractionContextType } from 'discord.js';
import { findRefusal } from '../src/discord/access.ts';
import type { Command, CommandContext, CommandInput } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { defaultReportOf, settingsOf } from '../src/discord/server-settings.ts';
import { commandName, wordingFor } from '../src/i18n/wording.ts';
import { suggestionPart } from '../src/render/suggestion-buttons.ts';
import { container } from '../src/render/reply.ts';

export const help = {
  data: slashCommand({
    name: 'help',
    description: 'What to ask, which commands you may use, and how to read an answer',
  }),

  async run(input, context) {
    const { locale } = input;
    const { library, store } = context;
    const wording = wordingFor(locale);
    const { help: say } = wording.guide;
    const usable: Command[] = [];
    for (const command of context.commands)
      if (command.data.name !== 'help' && (await mayUse(command, input, context))) usable.push(command);
    const named = usable.map(({ data }) => {
      const own = wording.commands[data.name];
      const description = 'description' in data ? (own?.description ?? data.description) : undefined;
      return { name: own?.name ?? data.name, description, type: data.type };
    });
    const slash = named.filter(({ type }) => type !== ApplicationCommandType.Message);
    const menu = named.filter(({ type }) => type === ApplicationCommandType.Message);
    const blocks = [
      say.ask(commandName(wording, 'ask')),
      [
        say.commands,
        ...slash.map(({ name, description = '' }) => `- \`/${name}\` – ${description}`),
        ...(menu.length > 0
          ? [`- ${say.menu(menu.map(({ name }) => wording.inQuotes(name)).join(', '))}`]
          : []),
      ].join('\n'),
      say.read,
      say.promises,
    ];
    const own = defaultReportOf(await settingsOf(store, input.server), library);
    return {
      components: [container(blocks), ...suggestionPart(own ? [own] : library.reports, { library, locale })],
    };
  },
} satisfies Command;

/** Whether Discord offers the command to the person here, and the bot runs it for them. */
async function mayUse(
  { data, requiredRole, needsStore }: Command,
  input: CommandInput,
  { access, owner, store }: CommandContext,
): Promise<boolean> {
  const isOfServers = data.contexts?.every((context) => context === InteractionContextType.Guild) ?? false;
  if ((needsStore && !store.keeps) || (isOfServers && input.server === undefined)) return false;
  if (requiredRole === undefined)
    return data.default_member_permissions === undefined || input.server?.mayManage === true;
  return (await findRefusal(requiredRole, input, access, async () => owner !== undefined)) === undefined;
}
