import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ComponentType,
} from 'discord.js';
import type { Command, CommandContext, CommandInput, RunInput } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { namedReport, reportChoices, shownName } from '../src/discord/option-choices.ts';
import {
  collectionAt,
  findKept,
  type Keeping,
  noteOnChangeError,
  renderOutcome,
} from '../src/discord/reports/collection-at.ts';
import { draftReport } from '../src/discord/reports/draft-report.ts';
import { listed, wordingFor } from '../src/i18n/wording.ts';
import { fileText, type LoadedReport } from '../src/library/corpus-loader.ts';
import { writtenDate } from '../src/render/citation.ts';
import {
  renderCollection,
  renderEdit,
  renderHistory,
  renderRemoval,
} from '../src/render/render-collection.ts';
import { DETAILS } from '../src/render/render-draft.ts';
import { withWayBack } from '../src/render/render-reload.ts';
import { privateNote, type Reply } from '../src/render/reply.ts';

const { Attachment, Boolean: Flag, String: Text } = ApplicationCommandOptionType;

const shared = {
  type: Flag,
  name: 'shared',
  description: 'The reports that all servers share (admins of the bot only)',
} as const;
const report = {
  type: Text,
  name: 'report',
  description: 'The report',
  required: true,
  autocomplete: true,
} as const;
const detail = (name: string, description: string) =>
  ({ type: Text, name, description, max_length: 500 }) as const;
const subcommand = (name: string, description: string, ...options: APIApplicationCommandBasicOption[]) => ({
  type: ApplicationCommandOptionType.Subcommand as const,
  name,
  description,
  options,
});

type Work = (input: RunInput, keeping: Keeping, context: CommandContext) => Promise<Reply>;

const subcommands: Readonly<Record<string, Work>> = {
  add(input, keeping, context) {
    const [file, url] = [input.attachment('file'), input.text('url')];
    const source = file ?? url;
    // An address beside a file is where the file is from.
    if (source === undefined) return Promise.resolve(privateNote(wordingFor(input.locale).reports.oneSource));
    const given = {
      ...Object.fromEntries(DETAILS.map((key) => [key, input.text(key)])),
      url: file === undefined ? undefined : url,
    };
    return draftReport(source, given, input, keeping, context);
  },

  list: async ({ locale }, { whose, collection }) =>
    renderCollection(
      whose,
      collection.reports.map((each) => each.report),
      locale,
    ),

  show: (input, keeping) =>
    withReport(input, keeping, async (found) =>
      fileReply(found, renderCollection(keeping.whose, [found.report], input.locale)),
    ),

  edit: (input, keeping) =>
    withReport(input, keeping, async (found) =>
      renderEdit(found.report, `${keeping.whose}.${found.report.id}`, input.locale),
    ),

  remove: (input, keeping) =>
    withReport(input, keeping, async (found) =>
      renderRemoval(found.report, `${keeping.whose}.${found.report.id}`, input.locale),
    ),

  history: async ({ locale }, { collection }) => renderHistory(await collection.history.list(), locale),

  rollback(input, keeping, context) {
    const { reports: say, reload } = wordingFor(input.locale);
    return noteOnChangeError(say.refused, async () => {
      const { version } = context.library;
      const outcome = await keeping.collection.rollBack(input.person.id, input.text('change'));
      const reply = await renderOutcome(outcome, reload.rolledBack, keeping, input, context);
      return outcome.kind === 'reloaded' ? withWayBack(reply, 'reports', version, input.locale) : reply;
    });
  },
};

export const reports = {
  data: slashCommand({
    name: 'reports',
    description: 'Add, change and remove the reports that are asked here (needs Manage Server)',
    ...FOR_MANAGERS,
    options: [
      subcommand(
        'add',
        'Import a file or a web page, and look at it before it is published',
        { type: Attachment, name: 'file', description: 'Text, Markdown, HTML, PDF or Word' },
        detail('url', 'The address of a web page or a file; beside a file: where it is from'),
        detail('title', 'What you know better than the source'),
        detail('publisher', 'Who published it'),
        detail('published', 'When, such as 2016-07-01'),
        detail('language', 'Its language, such as en or pt-BR'),
        shared,
      ),
      subcommand('list', 'List the reports with their details', shared),
      subcommand('show', 'Get the file of a report', report, shared),
      subcommand('edit', 'Change the details of a report', report, shared),
      subcommand('remove', 'Remove a report', report, shared),
      subcommand('history', 'Who changed what and when', shared),
      subcommand(
        'rollback',
        'Take back the last change, or all down to one',
        {
          type: Text,
          name: 'change',
          description: 'The change to go back before (default: the last)',
          autocomplete: true,
        },
        shared,
      ),
    ],
  }),

  async run(input, context) {
    const keeping = await keepingOf(input, context);
    if ('components' in keeping) return keeping;
    const work = subcommands[input.subcommand ?? ''];
    if (work === undefined) throw new RangeError(`There is no subcommand "${input.subcommand}"`);
    return work(input, keeping, context);
  },

  async complete(option, typed, context, input) {
    const keeping = await keepingOf(input, context);
    if ('components' in keeping) return [];
    const { collection } = keeping;
    if (option === 'report')
      return reportChoices(
        collection.reports.map((each) => each.report),
        typed,
      );
    const entries = await collection.history.list();
    return entries
      .map(({ name, at, changes }) => ({
        name: `${writtenDate(new Date(at).toISOString().slice(0, 10), input.locale)}: ${listed(
          input.locale,
          changes.map(({ title }) => title),
        )}`,
        value: name,
      }))
      .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
  },
} satisfies Command;

const keepingOf = (input: CommandInput, context: CommandContext) =>
  collectionAt(input.flag('shared') === true ? 'shared' : 'own', input, context);

async function withReport(
  { text, locale }: RunInput,
  keeping: Keeping,
  work: (found: LoadedReport) => Promise<Reply>,
): Promise<Reply> {
  const kept = keeping.collection.reports.map((each) => each.report);
  const named = namedReport(kept, text('report') ?? '', locale, noReport);
  if ('components' in named) return named;
  const found = findKept(keeping, named.id);
  return found ? work(found) : noReport(named.id, locale);
}

const noReport = (given: string, locale: string): Reply =>
  privateNote(wordingFor(locale).reports.noReport(shownName(given)));

/** The reply with the report's file under it. */
function fileReply(found: LoadedReport, { components }: Reply): Reply {
  const name = `${found.report.id}.md`;
  return {
    private: true,
    components: [...components, { type: ComponentType.File, file: { url: `attachment://${name}` } }],
    files: [{ name, text: fileText(found) }],
  };
}
