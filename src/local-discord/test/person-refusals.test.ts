import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionResponseType as Callback,
  MessageFlags,
  PermissionFlagsBits,
  type APIMessage,
} from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../src/local-discord.ts';
import type { UserClient } from '../src/people/user-client.ts';
import { ClientRefusal } from '../src/people/client-refusal.ts';
import { call, textAt, shareServer } from './support/rest-client.ts';

const described = (name: string) => ({ name, description: name });
const commands = [
  {
    ...described('ask'),
    options: [
      { ...described('question'), type: Type.String, required: true, min_length: 3, max_length: 10 },
      { ...described('report'), type: Type.String, choices: [{ name: 'Ferry', value: 'ferry' }] },
      { ...described('count'), type: Type.Integer, min_value: 1, max_value: 5 },
      { ...described('private'), type: Type.Boolean },
      { ...described('file'), type: Type.Attachment },
      { ...described('near'), type: Type.String, autocomplete: true },
    ],
  },
  { ...described('library'), options: [{ ...described('list'), type: Type.Subcommand }] },
  { ...described('reload'), default_member_permissions: String(PermissionFlagsBits.ManageGuild) },
  { ...described('shutdown'), default_member_permissions: '0' },
  { ...described('here'), contexts: [InteractionContextType.Guild] },
  { name: 'Ask the reports', type: ApplicationCommandType.Message },
];
const question = 'how deep';

const shared = shareServer();
let mira: UserClient;
let post: (body: object) => Promise<APIMessage>;

beforeAll(async () => {
  const discord = shared();
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, commands);
  mira = discord.as(discord.people.member);
  post = async (body) => {
    const verdict = await call(discord, 'POST', `/channels/${discord.channels.general.id}/messages`, body);
    const message = mira.messages().find(({ id }) => id === textAt(verdict, 'id'));
    if (!message) throw new Error('The message was refused');
    return message;
  };
});

const refusal = (why: string) =>
  expect.objectContaining({ name: 'ClientRefusal', message: expect.stringContaining(why) });

/** Why a client refused `act`; undefined when something reached the bot after all. */
const refusalOf = (act: (person: UserClient, discord: LocalDiscord) => unknown): unknown => {
  let sent = 0;
  const stop = shared().subscribe(() => (sent += 1));
  try {
    act(mira, shared());
  } catch (error) {
    return sent === 0 ? error : undefined;
  } finally {
    stop();
  }
  return undefined;
};

describe('a client does not let a person', () => {
  it.each<[string, (person: UserClient, discord: LocalDiscord) => unknown, string]>([
    ['use a command that there is not', (me) => me.command('answer'), 'no such command'],
    ['use a message command as a slash command', (me) => me.command('Ask the reports'), 'no such command'],
    ['use a command without its subcommand', (me) => me.command('library'), 'name one of its subcommands'],
    ['use a subcommand that there is not', (me) => me.command('library drop'), 'no such subcommand'],
    ['leave a required option out', (me) => me.command('ask'), '"question" is required'],
    [
      'fill a required option with white space',
      (me) => me.command('ask', { question: '    ' }),
      'it is required',
    ],
    [
      'fill in an option that there is not',
      (me) => me.command('ask', { question, page: 1 }),
      'no such option',
    ],
    ['write more than max_length', (me) => me.command('ask', { question: 'x'.repeat(11) }), 'at most 10'],
    ['write less than min_length', (me) => me.command('ask', { question: 'x' }), 'at least 3'],
    [
      'choose what is not among the choices',
      (me) => me.command('ask', { question, report: 'harbour' }),
      'not one of its choices',
    ],
    ['give a number for text', (me) => me.command('ask', { question: 7 }), 'takes text'],
    ['give text for a number', (me) => me.command('ask', { question, count: '3' }), 'takes an integer'],
    [
      'give a broken number for an integer',
      (me) => me.command('ask', { question, count: 1.5 }),
      'takes an integer',
    ],
    ['go below min_value', (me) => me.command('ask', { question, count: 0 }), 'less than 1'],
    ['go above max_value', (me) => me.command('ask', { question, count: 6 }), 'more than 5'],
    ['give text for a switch', (me) => me.command('ask', { question, private: 'yes' }), 'true or false'],
    ['give text for a file', (me) => me.command('ask', { question, file: 'a.txt' }), 'takes a file'],
    ['use a command without the permission', (me) => me.command('reload'), 'lacks the permission'],
    ['use a command for administrators', (me) => me.command('shutdown'), 'lacks the permission'],
    [
      'use a guild command in private',
      (_, { as, people }) => as(people.member, { directMessage: true }).command('here'),
      'no such command',
    ],
    [
      'use a message command on what is deleted',
      (me) => me.messageCommand('Ask the reports', { id: '1' }),
      'deleted',
    ],
    ['write nothing', (me) => me.say('  '), 'empty'],
    ['write more than 2,000 characters', (me) => me.say('x'.repeat(2001)), 'at most 2000'],
    [
      'submit a modal that is not on the screen',
      (me) => me.submit({ data: { custom_id: 'm', title: 't', components: [] }, openedBy: '1' }, {}),
      'not on this screen',
    ],
  ])('%s', (_, act, why) => {
    expect(refusalOf(act)).toEqual(refusal(why));
  });

  it('ask for suggestions where none are offered', async () => {
    await expect(mira.autocomplete('ask', {}, 'question')).rejects.toThrow(refusal('does not ask for it'));
  });

  it.each<[string, (message: APIMessage) => unknown, string]>([
    ['click what is not there', (message) => mira.click(message, 'other'), 'no such component'],
    ['click what is disabled', (message) => mira.click(message, 'off'), 'disabled'],
    ['click a menu', (message) => mira.click(message, 'menu'), 'not a button'],
    ['choose in a button', (message) => mira.choose(message, 'on', ['ferry']), 'it is a button'],
    ['choose too few values', (message) => mira.choose(message, 'menu', ['ferry']), 'at least 2'],
    [
      'choose too many values',
      (message) => mira.choose(message, 'menu', ['ferry', 'harbour', 'pier', 'quay']),
      'at most 3',
    ],
    [
      'choose one value twice to reach the least',
      (message) => mira.choose(message, 'menu', ['ferry', 'ferry']),
      'at least 2',
    ],
    [
      'choose a value that is not offered',
      (message) => mira.choose(message, 'menu', ['ferry', 'tide']),
      'not offered',
    ],
    ['choose a channel that there is not', (message) => mira.choose(message, 'where', ['1']), 'not offered'],
    [
      'use a message elsewhere',
      (message) =>
        shared().as(shared().people.member, { channel: shared().channels.reports }).click(message, 'on'),
      'elsewhere',
    ],
  ])('%s', async (_, act, why) => {
    const options = ['ferry', 'harbour', 'pier', 'quay'].map((value) => ({ label: value, value }));
    const button = { type: ComponentType.Button, style: 1, label: 'x' };
    const message = await post({
      content: 'Choose',
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            { ...button, custom_id: 'on' },
            { ...button, custom_id: 'off', disabled: true },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.StringSelect, custom_id: 'menu', options, min_values: 2, max_values: 3 },
          ],
        },
        {
          type: ComponentType.ActionRow,
          components: [{ type: ComponentType.ChannelSelect, custom_id: 'where' }],
        },
      ],
    });
    expect(refusalOf(() => act(message))).toEqual(refusal(why));
  });
});

describe('a private message', () => {
  it('cannot be used by anybody else', async ({ onTestFinished }) => {
    const discord = shared();
    let token = '';
    onTestFinished(
      discord.subscribe((event) => {
        if (event.kind === 'interaction-changed') ({ token } = event.interaction.payload);
      }),
    );
    const interaction = mira.command('library list');
    await call(discord, 'POST', `/interactions/${interaction.id}/${token}/callback`, {
      type: Callback.ChannelMessageWithSource,
      data: {
        content: 'For you',
        flags: MessageFlags.Ephemeral,
        components: [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'on' }] }],
      },
    });
    const message = await interaction.response();
    expect(() => discord.as(discord.people.owner).click(message, 'on')).toThrow(
      refusal('only somebody else'),
    );
    expect(mira.click(message, 'on').state).toEqual({ kind: 'waiting' });
  });
});

const names = (person: UserClient) => person.commands().map(({ name }) => name);

describe('a client lets', () => {
  it('a holder of the admin role use what members may not', () => {
    const { people, as } = shared();
    expect(as(people.admin).command('reload').state.kind).toBe('waiting');
    expect(() => as(people.admin).command('shutdown')).toThrow(ClientRefusal);
    expect(as(people.owner).command('shutdown').state.kind).toBe('waiting');
  });

  it('a person see the commands that they may use', () => {
    const { people, as } = shared();
    expect(names(as(people.owner))).toEqual([
      'ask',
      'library',
      'reload',
      'shutdown',
      'here',
      'Ask the reports',
    ]);
    expect(names(mira)).toEqual(['ask', 'library', 'here', 'Ask the reports']);
    expect(names(as(people.member, { directMessage: true }))).not.toContain('here');
  });
});
