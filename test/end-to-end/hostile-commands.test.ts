import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/discord/command.ts';
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

/** Any value that Discord's client lets a person give to an option. */
function valueOf(option: APIApplicationCommandOption): fc.Arbitrary<string | number | boolean> {
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

const optionsOf = ({ data }: Command): readonly APIApplicationCommandOption[] =>
  ('options' in data && data.options) || [];

/** Those that a person types; what stands in the menu of a message has no options. */
const slashCommands = commands.filter(({ data }) => data.type !== ApplicationCommandType.Message);

/** A command with any options: those that are required, and some of the others. */
const calls = fc.constantFrom(...slashCommands).chain((command) => {
  const options = optionsOf(command);
  const values = Object.fromEntries(options.map((option) => [option.name, valueOf(option)]));
  const requiredKeys = options.filter(({ required }) => required).map(({ name }) => name);
  return fc.record({ name: fc.constant(command.data.name), options: fc.record(values, { requiredKeys }) });
});

const completed = commands.flatMap((command) =>
  optionsOf(command)
    .filter((option) => 'autocomplete' in option && option.autocomplete)
    .map(({ name }) => ({ command: command.data.name, option: name })),
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
    const { bot, discord } = await startBotOver(hostileReports());
    const olive = discord.as(discord.people.owner);
    await fc.assert(
      fc.asyncProperty(calls, async ({ name, options }) => {
        const message = await olive.command(name, options).response();
        expect(message.components?.length).toBeGreaterThan(0);
        expect([message.mention_everyone, message.mentions, message.mention_roles]).toEqual([false, [], []]);
        expect(bot.events).not.toContain('interaction failed');
      }),
    );
  }, 60_000);

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
  }, 60_000);
});
