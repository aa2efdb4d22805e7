import { ApplicationIntegrationType, ComponentType, InteractionContextType } from 'discord.js';
import { type Fault, renderFault } from '../src/corpus/fault.ts';
import type { Command } from '../src/discord/command.ts';
import { escapeMarkdown } from '../src/discord/escape.ts';
import type { Reply } from '../src/discord/reply.ts';
import { shorten } from '../src/discord/shorten.ts';
import { privateNote, textDisplay } from '../src/discord/text.ts';
import type { ReloadOutcome } from '../src/library/live-library.ts';

/** Faults shown in the message itself; a file holds all of them when there are more. */
const MOST_FAULTS = 8;
const FAULT_LIMIT = 300;
const IDS_LIMIT = 800;

export const reload = {
  data: {
    name: 'reload',
    description: 'Load the reports again from disk (admins of the bot only)',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  isPrivate: () => true,

  async run({ person }, { library, access }) {
    if (!(await access.isAdmin(person)))
      return privateNote('Only admins of this bot may reload the reports.');
    return renderOutcome(await library.reload(), library.current.version);
  },
} satisfies Command;

function renderOutcome(outcome: ReloadOutcome, servedVersion: string): Reply {
  switch (outcome.kind) {
    case 'reloaded':
      return privateNote(reloadedMarkdown(outcome));
    case 'failed':
      return renderFaults(outcome.faults, servedVersion);
    case 'busy':
      return privateNote('A reload is already running. Try again when it has ended.');
  }
}

function reloadedMarkdown(outcome: ReloadOutcome & { kind: 'reloaded' }): string {
  const { library, added, changed, removed, milliseconds } = outcome;
  const paragraphs = library.reports.reduce((sum, report) => sum + report.paragraphs.length, 0);
  const changes = [named('Added', added), named('Changed', changed), named('Removed', removed)].flat();
  return [
    `**Reloaded** in ${(milliseconds / 1000).toFixed(1)} s: ${library.reports.length} reports, ${paragraphs} paragraphs, content ${library.version}.`,
    ...(changes.length > 0 ? changes : ['Nothing has changed.']),
  ].join('\n');
}

const named = (verb: string, ids: readonly string[]): readonly string[] =>
  ids.length > 0 ? [`${verb}: ${shorten(ids.join(', '), IDS_LIMIT)}`] : [];

function renderFaults(faults: readonly Fault[], servedVersion: string): Reply {
  const lines = faults.map(renderFault);
  const shown = lines.slice(0, MOST_FAULTS).map((line) => `- ${escapeMarkdown(shorten(line, FAULT_LIMIT))}`);
  const head = `**Nothing was reloaded.** Content ${servedVersion} keeps answering. ${faults.length === 1 ? 'The fault' : `The ${faults.length} faults`}:`;
  const text = textDisplay([head, ...shown].join('\n'));
  const whole = lines.length <= MOST_FAULTS && lines.every((line) => line.length <= FAULT_LIMIT);
  if (whole) return { components: [text] };
  const name = 'faults.txt';
  return {
    components: [text, { type: ComponentType.File, file: { url: `attachment://${name}` } }],
    files: [{ name, text: `${lines.join('\n')}\n` }],
  };
}
