import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, localized, slashCommand } from '../src/discord/define-command.ts';
import { ALL_REPORTS, reportChoices, reportOption, unknownReport } from '../src/discord/option-choices.ts';
import { changeSettings, settingsOf } from '../src/discord/server-settings.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { REPORTS_SEEN } from '../src/library/collections.ts';
import { findReport } from '../src/library/library.ts';
import { renderSettings } from '../src/render/render-settings.ts';
import { privateNote } from '../src/render/reply.ts';

export const settings = {
  data: slashCommand({
    name: 'settings',
    description: 'How the bot answers in this server (needs the Manage Server permission)',
    ...FOR_MANAGERS,
    options: [
      { ...reportOption, description: 'The report that questions go to when they name none' },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'mentions',
        description: 'Whether the bot answers messages that mention it',
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'reports',
        description: 'Which reports are asked here',
        choices: REPORTS_SEEN.map((value) => ({
          name: wordingFor('en').settings.see[value],
          value,
          name_localizations: localized((words) => words.settings.see[value]),
        })),
      },
    ],
  }),
  requiredRole: 'manager',
  needsStore: true,

  async run({ text, flag, server, locale }, { library, store }) {
    if (!server) return privateNote(wordingFor(locale).notes.serverOnly);
    const [report, mentions] = [text('report'), flag('mentions')];
    const reports = REPORTS_SEEN.find((each) => each === text('reports'));
    if (report !== undefined && report !== ALL_REPORTS && !findReport(library, report))
      return unknownReport(report, locale);
    if (report === undefined && mentions === undefined && reports === undefined)
      return renderSettings(await settingsOf(store, server), { library, locale });
    const changed = await changeSettings(store, server, {
      ...(report !== undefined && { defaultReport: report === ALL_REPORTS ? undefined : report }),
      ...(mentions !== undefined && { mentions }),
      ...(reports !== undefined && { reports }),
    });
    return renderSettings(changed, { library, locale });
  },

  async complete(option, typed, { library }, { locale }) {
    if (option !== 'report') return [];
    const all = { name: wordingFor(locale).answer.allReports, value: ALL_REPORTS };
    return [...(typed === '' ? [all] : []), ...reportChoices(library, typed)];
  },
} satisfies Command;
