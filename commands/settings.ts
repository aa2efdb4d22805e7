import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, localized, slashCommand } from '../src/discord/define-command.ts';
import { ALL_REPORTS, namedReport, reportChoices, reportOption } from '../src/discord/option-choices.ts';
import { changeSettings, knownSettingsOf } from '../src/discord/server-settings.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { REPORTS_SEEN } from '../src/library/collections.ts';
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
    const [given, mentions] = [text('report'), flag('mentions')];
    const reports = REPORTS_SEEN.find((each) => each === text('reports'));
    const isNamed = given !== undefined && given !== ALL_REPORTS;
    const report = isNamed ? namedReport(library.reports, given, locale) : undefined;
    if (report && 'components' in report) return report;
    if (given === undefined && mentions === undefined && reports === undefined)
      return renderSettings(await knownSettingsOf(store, server), { library, locale });
    const changed = await changeSettings(store, server, {
      ...(given !== undefined && { defaultReport: report?.id }),
      ...(mentions !== undefined && { mentions }),
      ...(reports !== undefined && { reports }),
    });
    return renderSettings(changed, { library, locale });
  },

  async complete(option, typed, { library }, { locale }) {
    if (option !== 'report') return [];
    const all = { name: wordingFor(locale).answer.allReports, value: ALL_REPORTS };
    return [...(typed === '' ? [all] : []), ...reportChoices(library.reports, typed)];
  },
} satisfies Command;
