import { countParagraphs } from '../src/corpus/report.ts';
import project from '../package.json' with { type: 'json' };
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { counted } from '../src/i18n/counted.ts';
import { commandName, repliesOf, wordingFor } from '../src/i18n/wording.ts';
import { container } from '../src/render/reply.ts';

const reports = counted('en', { one: '# report', other: '# reports' });
const paragraphs = counted('en', { one: '# paragraph', other: '# paragraphs' });
const days = counted('en', { one: '# day', other: '# days' });

const replies = {
  what: '**Pilcrow** answers from reports, and never in words of its own.',
  how: (paragraphCount: number, reportCount: number, version: string) =>
    `It searches ${paragraphs(paragraphCount)} of ${reports(reportCount)} (content version ${version}, which changes with the reports) and quotes the one that answers, word for word, with its source and the one who said it. Where the reports do not answer, it says so.`,
  proves:
    '**What a quotation proves:** that these words are in that report. It does not prove that they are true, nor that the report is complete.',
  keeps: (dayCount: number) =>
    `**What it keeps:** questions that were not answered, and votes with the question they belong to, for ${days(dayCount)}; the settings of each server. It keeps a keyed hash of who voted, and nothing about who asked.`,
  keepsNothing: '**What it keeps:** nothing.',
  remembers:
    '**What it remembers:** what you were last answered in a channel, for ten minutes and in memory only, so that you can ask on.',
  noModel: 'No language model writes here: a small network points at words of the reports.',
  version: (version: string, command: string) => `Pilcrow ${version}. ${command} lists the reports.`,
};

export const about = {
  data: slashCommand({
    name: 'about',
    description: 'What this bot answers from, how, what it keeps, and what it does not promise',
  }),
  replies,

  async run({ locale }, { library, store }) {
    const wording = wordingFor(locale);
    const say = repliesOf(wording, 'about', replies);
    const paragraphCount = countParagraphs(library.reports);
    const text = [
      say.what,
      say.how(paragraphCount, library.reports.length, library.version),
      say.proves,
      store.keeps ? say.keeps(store.retentionDays) : say.keepsNothing,
      say.remembers,
      `-# ${say.noModel} ${say.version(project.version, commandName(wording, 'sources'))}`,
    ].join('\n\n');
    return { components: [container([text])] };
  },
} satisfies Command;
