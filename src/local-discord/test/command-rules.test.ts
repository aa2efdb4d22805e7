import { ApplicationCommandOptionType as Type, ApplicationCommandType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { call, textAt, shareServer } from './support/rest-client.ts';

const chat = (extra: object = {}) => ({ name: 'ask', description: 'Asks', ...extra });
const option = (extra: object = {}) => ({
  type: Type.String,
  name: 'question',
  description: 'What',
  ...extra,
});
const choice = (name: string, value: unknown = name) => ({ name, value });
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const subcommand = (name: string, options: object[] = []) => ({
  type: Type.Subcommand,
  name,
  description: 's',
  options,
});
const shared = shareServer();
const put = (commands: unknown, scope: 'global' | 'guild' = 'global') => {
  const discord = shared();
  const place = scope === 'guild' ? `/guilds/${discord.guild.id}` : '';
  return call(discord, 'PUT', `/applications/${discord.applicationId}${place}/commands`, commands);
};

describe('a command is taken', () => {
  it.each([
    ['with a name in another script', chat({ name: 'спросить' })],
    ['with a name of 32 characters', chat({ name: 'x'.repeat(32) })],
    ['with permissions as digits', chat({ default_member_permissions: '32' })],
    ['with permissions as the old number', chat({ default_member_permissions: 32 })],
    ['with 25 options', chat({ options: many(25, (n) => option({ name: `o${n}` })) })],
    ['with a string option of up to 6,000 characters', chat({ options: [option({ max_length: 6000 })] })],
    ['with 25 choices', chat({ options: [option({ choices: many(25, (n) => choice(`c${n}`)) })] })],
    [
      'with a required option before a free one',
      chat({ options: [option({ required: true }), option({ name: 'b' })] }),
    ],
    ['with a subcommand', chat({ options: [subcommand('s', [option()])] })],
    [
      'with translations',
      chat({ name_localizations: { de: 'fragen' }, description_localizations: { de: 'Fragt' } }),
    ],
    [
      'of a message, with capitals and spaces',
      { type: ApplicationCommandType.Message, name: 'Ask the reports' },
    ],
  ])('%s', async (_, command) => {
    expect(await put([command])).toMatchObject({ status: 200, faults: [] });
  });
});

// In brackets whose rule it is: [name] Discord's documentation, "Application Command Naming"; [structure] "Application
// Command Structure" and "Option Structure"; [limit] "Registering a Command"; [choice] "Choice Structure".
describe('a command is refused', () => {
  it.each([
    ['with a capital [name]', chat({ name: 'Ask' }), '0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ['with a space [name]', chat({ name: 'ask me' }), '0.name: APPLICATION_COMMAND_INVALID_NAME'],
    ['with 33 characters [name]', chat({ name: 'x'.repeat(33) }), '0.name: BASE_TYPE_BAD_LENGTH'],
    ['without a name [name]', { description: 'x' }, '0.name: BASE_TYPE_REQUIRED'],
    [
      'with a translated name in capitals [name]',
      chat({ name_localizations: { de: 'Fragen' } }),
      '0.name_localizations.de: APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'with an unknown language [structure]',
      chat({ name_localizations: { tlh: 'tlhob' } }),
      '0.name_localizations.tlh: BASE_TYPE_CHOICES',
    ],
    ['without a description [structure]', { name: 'ask' }, '0.description: BASE_TYPE_REQUIRED'],
    [
      'with a description of 101 characters [structure]',
      chat({ description: 'x'.repeat(101) }),
      '0.description: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a permission that is no number [structure]',
      chat({ default_member_permissions: 'all' }),
      '0.default_member_permissions: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with 26 options [structure]',
      chat({ options: many(26, (n) => option({ name: `o${n}` })) }),
      '0.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with an option name in capitals [name]',
      chat({ options: [option({ name: 'Question' })] }),
      '0.options.0.name: APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'with an option without description [structure]',
      chat({ options: [option({ description: undefined })] }),
      '0.options.0.description: BASE_TYPE_REQUIRED',
    ],
    [
      'with two options of one name [structure]',
      chat({ options: [option(), option()] }),
      '0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'with a free option before a required one [structure]',
      chat({ options: [option(), option({ name: 'b', required: true })] }),
      '0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'with choices and autocomplete [structure]',
      chat({ options: [option({ autocomplete: true, choices: [choice('a')] })] }),
      '0.options.0.autocomplete: APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
    ],
    [
      'with a least length above its most [structure]',
      chat({ options: [option({ min_length: 9, max_length: 3 })] }),
      '0.options.0.min_length: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a least value above its most [structure]',
      chat({ options: [option({ type: Type.Integer, min_value: 9, max_value: 3 })] }),
      '0.options.0.min_value: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a length above 6,000 [structure]',
      chat({ options: [option({ max_length: 6001 })] }),
      '0.options.0.max_length: NUMBER_TYPE_MAX',
    ],
    [
      'with options beside subcommands [structure]',
      chat({ options: [subcommand('s'), option()] }),
      '0.options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'with an option for a user, which is not emulated',
      chat({ options: [option({ type: Type.User })] }),
      '0.options.0.type: NOT_EMULATED',
    ],
    [
      'with 26 choices [choice]',
      chat({ options: [option({ choices: many(26, (n) => choice(`c${n}`)) })] }),
      '0.options.0.choices: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a choice of 101 characters [choice]',
      chat({ options: [option({ choices: [choice('a', 'x'.repeat(101))] })] }),
      '0.options.0.choices.0.value: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a choice of the wrong type [choice]',
      chat({ options: [option({ choices: [choice('a', 7)] })] }),
      '0.options.0.choices.0.value: BASE_TYPE_BAD_TYPE',
    ],
    [
      'with a broken number as a choice [choice]',
      chat({ options: [option({ type: Type.Integer, choices: [choice('a', 1.5)] })] }),
      '0.options.0.choices.0.value: BASE_TYPE_BAD_TYPE',
    ],
    [
      'with two choices of one name [choice]',
      chat({ options: [option({ choices: [choice('a', '1'), choice('a', '2')] })] }),
      '0.options.0.choices.1.name: APPLICATION_COMMAND_OPTIONS_CHOICE_NAMES_DUPLICATE',
    ],
    [
      'with 8,001 characters in all [limit]',
      chat({
        options: many(20, (n) =>
          option({
            name: `o${n}`,
            description: 'x'.repeat(100),
            choices: many(3, (k) => choice(`${k}`.padEnd(50, 'y'), `${k}`.padEnd(50, 'z'))),
          }),
        ),
      }),
      '0: APPLICATION_COMMAND_TOO_LARGE',
    ],
    [
      'of a message, with a description [structure]',
      { type: ApplicationCommandType.Message, name: 'Ask', description: 'x' },
      '0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
    ],
    [
      'of a message, with options [structure]',
      { type: ApplicationCommandType.Message, name: 'Ask', options: [option()] },
      '0.options: APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS',
    ],
  ])('%s', async (_, command, fault) => {
    expect(await put([command])).toMatchObject({
      status: 400,
      code: 50035,
      faults: expect.arrayContaining([fault]),
    });
  });

  it('beside another of its name and type', async () => {
    expect(await put([chat(), chat()])).toMatchObject({
      status: 400,
      faults: ['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME'],
    });
  });

  it('as the 101st slash command of its scope [limit]', async () => {
    expect(await put(many(100, (n) => chat({ name: `c${n}` })))).toMatchObject({ status: 200 });
    expect(await put(many(101, (n) => chat({ name: `c${n}` })))).toMatchObject({ status: 400, code: 30032 });
  });

  it('as the 16th message command of its scope [limit]', async () => {
    const commands = many(16, (n) => ({ type: ApplicationCommandType.Message, name: `c${n}` }));
    expect(await put(commands)).toMatchObject({ status: 400, code: 30032 });
  });

  it('when it does not stand in a list', async () => {
    expect(await put(chat())).toMatchObject({ status: 400, code: 50035 });
  });
});

describe('commands of a scope', () => {
  it('keep their ids when they are published again', async () => {
    const first = await put([chat(), chat({ name: 'sources' })]);
    const second = await put([chat({ description: 'Asks anew' }), chat({ name: 'reload' })]);
    expect(textAt(second, 0, 'id')).toBe(textAt(first, 0, 'id'));
    expect(textAt(second, 0, 'version')).not.toBe(textAt(first, 0, 'version'));
    expect(textAt(second, 1, 'id')).not.toBe(textAt(first, 1, 'id'));
  });

  it('of a guild stand apart from the global ones', async () => {
    await put([chat()]);
    expect(await put([chat({ name: 'here' })], 'guild')).toMatchObject({
      status: 200,
      body: [{ guild_id: shared().guild.id }],
    });
    expect(
      shared()
        .commands('global')
        .map(({ name }) => name),
    ).toEqual(['ask']);
    expect(
      shared()
        .commands('guild')
        .map(({ name }) => name),
    ).toEqual(['here']);
  });

  it.each([
    ['another application', '/applications/1/commands', 10002],
    ['another guild', '/applications/:application/guilds/1/commands', 10004],
  ])('of %s are unknown', async (_, path, code) => {
    const discord = shared();
    const known = path.replace(':application', discord.applicationId);
    expect(await call(discord, 'GET', known)).toMatchObject({ status: 404, code });
  });
});
