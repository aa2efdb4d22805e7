import { ApplicationIntegrationType, ComponentType, InteractionContextType } from 'discord.js';
import type { Report } from '../src/corpus/report.ts';
import type { Command } from '../src/discord/command.ts';
import { escapeMarkdown } from '../src/discord/escape.ts';
import { TEXT_LIMIT } from '../src/discord/reply.ts';
import { textDisplay } from '../src/discord/text.ts';

/** Kept free for the head line and for the note on reports that do not fit. */
const FRAME = 200;

export const sources = {
  data: {
    name: 'sources',
    description: 'List the reports that answers come from',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  isPrivate: () => true,

  async run(_input, { library }) {
    const { reports, version } = library.current;
    const entries = fitting(reports.map(entryMarkdown), TEXT_LIMIT - FRAME);
    const rest = reports.length - entries.length;
    const note = rest > 0 ? `\n\n-# ${rest} more do not fit into one message.` : '';
    const head = `**${reports.length} ${reports.length === 1 ? 'report' : 'reports'}** · content ${version}`;
    return {
      components: [
        {
          type: ComponentType.Container,
          components: [textDisplay(head), textDisplay(entries.join('\n') + note)],
        },
      ],
    };
  },
} satisfies Command;

function entryMarkdown({ title, publisher, published, paragraphs, url, id }: Report): string {
  const source = [publisher, published]
    .filter((part) => part !== undefined)
    .map((part) => escapeMarkdown(part));
  const count = `${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}`;
  // Angle brackets keep an address whole, whatever stands in it.
  const link = url === undefined ? [] : [`<${new URL(url).href}>`];
  return `**${escapeMarkdown(title)}**\n-# ${[...source, count, ...link, `\`${id}\``].join(' · ')}`;
}

/** The first entries that fit into `room` characters, with a line end after each. */
function fitting(entries: readonly string[], room: number): readonly string[] {
  let used = 0;
  const count = entries.findIndex((entry) => (used += entry.length + 1) > room);
  return count < 0 ? entries : entries.slice(0, count);
}
