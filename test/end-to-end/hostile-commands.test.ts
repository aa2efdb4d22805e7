import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { readArticle } from '../../src/import/read-article.ts';
import type { UserFile } from 'local-discord';
import { startBotOver } from '../support/bot-over.ts';
import { constructs, hostile, paragraph } from '../support/hostile-text.ts';

/** The most that Discord lets a person type into an option. */
const LONGEST = 6000;
/** The largest integer that Discord lets a person give. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** Text that people may type: of any kind, long, or the id of a report. */
const typed = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    'hostile',
    'ferry',
    '../../etc/passwd',
    'a'.repeat(LONGEST),
    '"'.repeat(500),
    ' '.repeat(100),
  ),
  fc.tuple(fc.constantFrom(...constructs), fc.nat(LONGEST)).map(([text, times]) => text.repeat(times)),
);

/** Files of any bytes and kind that the importer takes, some of them reports. */
const attached: fc.Arbitrary<UserFile> = fc.record({
  name: fc.constantFrom('a.md', 'b.txt', 'c.html', 'd.pdf', 'e.docx', 'f.exe', '..'),
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    paragraph.map((text) => new TextEncoder().encode(`---\ntitle: A\n---\n\n${text}\n`)),
  ),
});

/** Any value that Discord's client lets a person give to an option. */
function valueOf(option: APIApplicationCommandOption): fc.Arbitrary<string | number | boolean | UserFile> {
  if (option.type === ApplicationCommandOptionType.Attachment) return attached;
  if (option.type === ApplicationCommandOptionType.Boolean) return fc.boolean();
  if (option.type === ApplicationCommandOptionType.Integer) {
    const { min_value: min = -LARGEST, max_value: max = LARGEST } = option;
    return fc.oneof(fc.integer({ min: Math.max(min, 1), max: 9 }), fc.constantFrom(min, max));
  }
  if (option.type === ApplicationCommandOptionType.String) {
    if (option.choices) return fc.constantFrom(...option.choices.map(({ value }) => value));
    const { min_length: least = 0, max_length: most = LONGEST, required = false } = option;
    return typed
      .map((text) => text.slice(0, most))
      .filter((text) => text.length >= least && (!required || text.trim() !== ''));
  }
  throw new Error(`Cannot fill in "${option.name}": this test does not know options of type ${option.type}`);
}

/** A command as a person calls it: a subcommand is one of its own. */
interface Call {
  readonly name: string;
  readonly options: readonly APIApplicationCommandOption[];
}

function callsOf({ data }: Command): readonly Call[] {
  const options = ('options' in data && data.options) || [];
  const inside = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  return inside.length === 0
    ? [{ name: data.name, options }]
    : inside.map((each) => ({
        name: `${data.name} ${each.name}`,
        options: ('options' in each && each.options) || [],
      }));
}

/** Those that a person types; what stands in the menu of a message has no options. */
const slashCalls = commands
  .filter(({ data }) => data.type !== ApplicationCommandType.Message)
  .flatMap(callsOf);

/** A command with any options: those that are required, and some of the others. */
const calls = fc.constantFrom(...slashCalls).chain(({ name, options }) => {
  const values = Object.fromEntries(options.map((option) => [option.name, valueOf(option)]));
  const requiredKeys = options.filter(({ required }) => required).map((option) => option.name);
  return fc.record({ name: fc.constant(name), options: fc.record(values, { requiredKeys }) });
});

const completed = slashCalls.flatMap(({ name, options }) =>
  options
    .filter((option) => 'autocomplete' in option && option.autocomplete)
    .map((option) => ({ command: name, option: option.name })),
);

/** Reports with everything in them that Discord could take for its own. */
const hostileReports = () => ({
  'hostile.md': `---\ntitle: ${JSON.stringify('**A** [title](https://a.example) `@everyone` <@1>')}\npublisher: "||x||"\n---\n\n${fc
    .sample(paragraph, 25)
    .join('\n\n')}\n`,
  'ferry.md': '---\ntitle: The ferry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n',
});

describe('a bot over hostile reports', () => {
  it('answers every command with a message that Discord takes, whatever the options are', async () => {
    // Files are read in this process: one of its own for each takes half a second.
    const { bot, discord } = await startBotOver(hostileReports(), { readSource: readArticle });
    const olive = discord.as(discord.people.owner);
    await fc.assert(
      fc.asyncProperty(calls, async ({ name, options }) => {
        const called = olive.command(name, options);
        // A command may also open a form.
        const shown = await Promise.any([called.response(), called.modal()]);
        const { components, mention_everyone, mentions, mention_roles } =
          'mentions' in shown
            ? shown
            : { ...shown.data, mention_everyone: false, mentions: [], mention_roles: [] };
        expect(components?.length).toBeGreaterThan(0);
        expect([mention_everyone, mentions, mention_roles]).toEqual([false, [], []]);
        expect(bot.events).not.toContain('interaction failed');
      }),
    );
  });

  it('completes every option that it completes, whatever is typed so far', async () => {
    const { bot, discord } = await startBotOver(hostileReports());
    const olive = discord.as(discord.people.owner);
    expect(completed.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...completed), typed, async ({ command, option }, text) => {
        const choices = await olive.autocomplete(command, { [option]: text }, option);
        expect(choices.length).toBeLessThanOrEqual(25);
        expect(bot.events).not.toContain('interaction failed');
      }),
    );
  });
});
