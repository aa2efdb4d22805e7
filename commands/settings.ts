import { ApplicationCommandOptionType, InteractionContextType, PermissionFlagsBits } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { ALL_REPORTS, reportChoices, reportOption, unknownReport } from '../src/discord/option-choices.ts';
import { changeSettings, settingsOf } from '../src/discord/server-settings.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { findReport } from '../src/library/library.ts';
import { renderSettings } from '../src/render/render-settings.ts';
import { privateNote } from '../src/render/reply.ts';

export const settings = {
  data: slashCommand({
    name: 'settings',
    description: 'How the bot answers in this server (needs the Manage Server permission)',
    contexts: [InteractionContextType.Guild],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      { ...reportOption, description: 'The report that questions go to when they name none' },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'mentions',
        description: 'Whether the bot answers messages that mention it',
      },
    ],
  }),
  requiredRole: 'manager',
  needsStore: true,

  async run({ text, flag, server, locale }, { library: { current: library }, store }) {
    if (!server) return privateNote(wordingFor(locale).notes.serverOnly);
    const [report, mentions] = [text('report'), flag('mentions')];
    if (report !== undefined && report !== ALL_REPORTS && !findReport(library, report))
      return unknownReport(report, locale);
    if (report === undefined && mentions === undefined)
      return renderSettings(await settingsOf(store, server), { library, locale });
    const changed = await changeSettings(store, server, {
      ...(report !== undefined && { defaultReport: report === ALL_REPORTS ? undefined : report }),
      ...(mentions !== undefined && { mentions }),
    });
    return renderSettings(changed, { library, locale });
  },

  async complete(option, typed, { library }, { locale }) {
    if (option !== 'report') return [];
    const all = { name: wordingFor(locale).answer.allReports, value: ALL_REPORTS };
    return [...(typed === '' ? [all] : []), ...reportChoices(library.current, typed)];
  },
} satisfies Command;
