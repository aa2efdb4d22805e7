import {
  ApplicationCommandType,
  ComponentType,
  InteractionResponseType as Callback,
  InteractionType,
  TextInputStyle,
  type APIModalSubmission,
} from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import type { ModalFields, OpenModal } from '../src/people/modal-input.ts';
import { deferral, it, reply, type RawBot } from './support/raw-bot.ts';
import { call } from './support/rest-client.ts';

const input = (extra: object = {}) => ({
  type: ComponentType.TextInput,
  custom_id: 'text',
  style: TextInputStyle.Short,
  ...extra,
});
const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
const label = (component: object, extra: object = {}) => ({
  type: ComponentType.Label,
  label: 'Question',
  component,
  ...extra,
});
const modal = (components: object[], extra: object = {}) => ({
  type: Callback.Modal,
  data: { custom_id: 'm', title: 'Ask again', components, ...extra },
});

describe('a modal is taken', () => {
  it.for([
    ['with 5 parts', [1, 2, 3, 4, 5].map((n) => label(input({ custom_id: `t${n}` })))],
    ['with a text above', [{ type: ComponentType.TextDisplay, content: 'Which?' }, label(input())]],
  ] as const)('%s', async ([, components], { bot }) => {
    expect(await bot.ask().respond(modal([...components]))).toMatchObject({ status: 204 });
  });
});

// Discord's documentation, "Modal" and "Component Reference".
describe('a modal is refused', () => {
  it.for([
    [
      'with a title of 46 characters',
      [label(input())],
      'title: BASE_TYPE_BAD_LENGTH',
      { title: 'x'.repeat(46) },
    ],
    ['without a title', [label(input())], 'title: BASE_TYPE_BAD_LENGTH', { title: '' }],
    [
      'with a custom id of 101 characters',
      [label(input())],
      'custom_id: BASE_TYPE_BAD_LENGTH',
      { custom_id: 'x'.repeat(101) },
    ],
    ['of nothing', [], 'components: BASE_TYPE_BAD_LENGTH'],
    [
      'of 6 parts',
      [1, 2, 3, 4, 5, 6].map((n) => label(input({ custom_id: `t${n}` }))),
      'components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with one custom id twice',
      [label(input()), label(input())],
      'components: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    ['with one id twice', [label(input({ id: 7 }), { id: 7 })], 'components: COMPONENT_ID_DUPLICATED'],
    ['with a bare input', [input()], 'components.0.type: BASE_TYPE_CHOICES'],
    [
      'with a button',
      [row({ type: 2, style: 1, label: 'x', custom_id: 'x' })],
      'components.0.components.0.type: BASE_TYPE_CHOICES',
    ],
    [
      'with a label of 46 characters',
      [label(input(), { label: 'x'.repeat(46) })],
      'components.0.label: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a description of 101 characters',
      [label(input(), { description: 'x'.repeat(101) })],
      'components.0.description: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a text of white space',
      [{ type: ComponentType.TextDisplay, content: ' ' }],
      'components.0.content: BASE_TYPE_REQUIRED',
    ],
    [
      'with an input of more than 4,000 characters',
      [label(input({ max_length: 4001 }))],
      'components.0.component.max_length: NUMBER_TYPE_MAX',
    ],
    [
      'with an input of a least above its most',
      [label(input({ min_length: 9, max_length: 3 }))],
      'components.0.component.min_length: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with an input filled in beyond its most',
      [label(input({ value: 'abcd', max_length: 3 }))],
      'components.0.component.value: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with a placeholder of 101 characters',
      [label(input({ placeholder: 'x'.repeat(101) }))],
      'components.0.component.placeholder: BASE_TYPE_BAD_LENGTH',
    ],
    // These Discord takes.
    [
      'with a menu, which is not emulated',
      [label({ type: ComponentType.StringSelect, custom_id: 'm', options: [{ label: 'a', value: 'a' }] })],
      'components.0.component.type: NOT_EMULATED',
    ],
    [
      'with an input in a row, which is not emulated',
      [row(input({ label: 'Question' }))],
      'components.0.type: NOT_EMULATED',
    ],
  ] as const)('%s', async ([, components, fault, extra = {}], { bot }) => {
    expect(await bot.ask().respond(modal([...components], extra))).toMatchObject({
      status: 400,
      code: 50035,
      faults: expect.arrayContaining([`data.${fault}`]),
    });
  });

  it('after a deferral', async ({ bot }) => {
    const { respond } = bot.ask();
    await respond(deferral);
    expect(await respond(modal([label(input())]))).toMatchObject({ status: 400, code: 40060 });
  });

  it('as an answer to a modal, and to typing', async ({ bot }) => {
    const { handle, respond } = bot.ask();
    await respond(modal([label(input())]));
    const opened = await handle.modal();
    const submitted = bot.catch(() => bot.mira.submit(opened, { text: 'a' }));
    const refused = { status: 400, code: 50035, faults: ['type: BASE_TYPE_CHOICES'] };
    expect(await submitted.respond(modal([label(input())]))).toMatchObject(refused);
    const typing = bot.type();
    expect(await typing.respond(modal([label(input())]))).toMatchObject(refused);
    await typing.respond({ type: Callback.ApplicationCommandAutocompleteResult, data: { choices: [] } });
    await typing.choices;
  });
});

/** Opens a modal of these components, as the answer to a command. */
const open = async (bot: RawBot, components: object[]) => {
  const { handle, respond } = bot.ask();
  await respond(modal(components));
  return await handle.modal();
};

/** What the bot gets of a submitted modal. */
const sent = (bot: RawBot, opened: OpenModal, fields: ModalFields): APIModalSubmission => {
  let data: APIModalSubmission | undefined;
  bot.discord.subscribe((event) => {
    if (event.kind !== 'interaction-changed') return;
    const { payload } = event.interaction;
    if (payload.type === InteractionType.ModalSubmit) ({ data } = payload);
  });
  bot.mira.submit(opened, fields);
  if (!data) throw new Error('Nothing was sent');
  return data;
};

/** What the bot gets of a modal with one component. */
const submit = async (bot: RawBot, component: object, fields: ModalFields) => {
  const { components } = sent(bot, await open(bot, [label(component)]), fields);
  const [part] = components;
  if (part?.type !== ComponentType.Label) throw new Error('The label did not come back');
  return part.component;
};

describe('a submitted modal', () => {
  it.for<[string, object, ModalFields, object]>([
    ['text', input(), { text: 'How deep?' }, { value: 'How deep?' }],
    ['the text that the bot put there', input({ value: 'How wide?' }), {}, { value: 'How wide?' }],
    ['no text where none is needed', input({ required: false, min_length: 3 }), {}, { value: '' }],
  ])('gives the bot %s', async ([, component, fields, wanted], { bot }) => {
    expect(await submit(bot, component, fields)).toMatchObject(wanted);
  });

  it('numbers the parts around those that the bot numbered', async ({ bot }) => {
    const opened = await open(bot, [label(input({ id: 1 })), label(input({ custom_id: 'more' }))]);
    const { components } = sent(bot, opened, { text: 'a', more: 'b' });
    const ids = components.map((part) => [part.id, 'component' in part ? part.component.id : undefined]);
    expect(ids).toEqual([
      [2, 1],
      [3, 4],
    ]);
  });

  it.for<[string, object, ModalFields, string]>([
    ['leaves a required input empty', input(), { text: ' ' }, 'it is required'],
    ['writes more than an input takes', input({ max_length: 3 }), { text: 'abcd' }, 'at most 3'],
    ['writes less than an input takes', input({ min_length: 3 }), { text: 'ab' }, 'at least 3'],
    ['fills in a part that there is not', input(), { text: 'a', more: 'b' }, 'no such part'],
  ])('is not sent when somebody %s', async ([, component, fields, why], { bot }) => {
    const opened = await open(bot, [label(component)]);
    expect(() => bot.mira.submit(opened, fields)).toThrow(why);
  });
});

const button = { type: ComponentType.Button, style: 1, label: 'Next', custom_id: 'next' };
const update = { type: Callback.UpdateMessage, data: { content: 'Changed' } };
const take = { type: Callback.DeferredMessageUpdate };

/** The first response to a modal that a click, a command or a message command opened. */
const answerTo = async (bot: RawBot, opener: 'click' | 'command' | 'message command', body: object) => {
  const message = await (async () => {
    const { handle, respond } = bot.ask();
    await respond(reply('Choose', { components: [row(button)] }));
    return await handle.response();
  })();
  const act = {
    click: () => bot.mira.click(message, 'next'),
    command: () => bot.mira.command('ask'),
    'message command': () => bot.mira.messageCommand('Mark', message),
  }[opener];
  const { handle, respond } = bot.catch(act);
  await respond(modal([label(input())]));
  const opened = await handle.modal();
  const submitted = bot.catch(() => bot.mira.submit(opened, { text: 'a' }));
  return { ...(await submitted.respond(body)), changed: bot.mira.messages()[0]?.content };
};

// Where the row says 400 the modal was not opened from a message, and there is none to change.
describe('a submitted modal is answered or refused', () => {
  it.for([
    ['with a message', 'click', reply('x'), 204],
    ['with a deferral', 'click', deferral, 204],
    ['by taking note', 'click', take, 204],
    ['with a message', 'command', reply('x'), 204],
    ['with a deferral', 'command', deferral, 204],
    ['by taking note', 'command', take, 400],
    ['by changing a message', 'command', update, 400],
    ['by changing a message', 'message command', update, 400],
  ] as const)('%s, when it was opened by a %s', async ([, opener, body, status], { bot }) => {
    const { discord } = bot;
    const mark = { type: ApplicationCommandType.Message, name: 'Mark' };
    await call(discord, 'PUT', `/applications/${discord.applicationId}/guilds/${discord.guild.id}/commands`, [
      mark,
    ]);
    expect(await answerTo(bot, opener, body)).toMatchObject({ status, changed: 'Choose' });
  });

  it('by changing the message whose button opened it', async ({ bot }) => {
    expect(await answerTo(bot, 'click', update)).toMatchObject({ status: 204, changed: 'Changed' });
  });
});
