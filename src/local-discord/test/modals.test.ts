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
const option = (value: string, extra: object = {}) => ({ label: value, value, ...extra });
const options = [option('ferry'), option('harbour')];
const select = (extra: object = {}) => ({
  type: ComponentType.StringSelect,
  custom_id: 'menu',
  options,
  ...extra,
});
const users = (extra: object = {}) => ({ type: ComponentType.UserSelect, custom_id: 'users', ...extra });
const radio = (extra: object = {}) => ({
  type: ComponentType.RadioGroup,
  custom_id: 'radio',
  options,
  ...extra,
});
const group = (extra: object = {}) => ({
  type: ComponentType.CheckboxGroup,
  custom_id: 'group',
  options,
  ...extra,
});
const upload = (extra: object = {}) => ({ type: ComponentType.FileUpload, custom_id: 'files', ...extra });
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
    ['with a labelled input in a row', [row(input({ label: 'Question' }))]],
    ['with a text above', [{ type: ComponentType.TextDisplay, content: 'Which?' }, label(input())]],
    ['with a menu', [label(select({ min_values: 0, required: false, max_values: 2, placeholder: 'Any' }))]],
    ['with a menu of users', [label(users({ max_values: 25 }))]],
    ['with a menu of roles', [label(users({ type: ComponentType.RoleSelect }))]],
    ['with a menu of channels', [label(users({ type: ComponentType.ChannelSelect }))]],
    ['with a menu of users and roles', [label(users({ type: ComponentType.MentionableSelect }))]],
    ['with a choice of one', [label(radio())]],
    [
      'with boxes to tick',
      [label(group({ min_values: 2 })), label({ type: ComponentType.Checkbox, custom_id: 'tick' })],
    ],
    [
      'with files to upload',
      [label(upload({ min_values: 0, required: false, max_values: 10, file_types: ['.md'] }))],
    ],
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
      'with an unlabelled input in a row',
      [row(input())],
      'components.0.components.0.label: BASE_TYPE_REQUIRED',
    ],
    [
      'with two inputs in a row',
      [row(input({ label: 'a' }), input({ label: 'b', custom_id: 'b' }))],
      'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
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
    [
      'with a disabled menu',
      [label(select({ disabled: true }))],
      'components.0.component.disabled: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a required menu that needs nothing',
      [label(select({ min_values: 0 }))],
      'components.0.component.min_values: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a menu of more values than options',
      [label(select({ max_values: 3 }))],
      'components.0.component.max_values: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a menu that has one value twice',
      [label(select({ options: [option('a'), option('a')] }))],
      'components.0.component.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'with more users chosen than may be',
      [
        label(
          users({
            default_values: [
              { id: '1', type: 'user' },
              { id: '2', type: 'user' },
            ],
          }),
        ),
      ],
      'components.0.component.default_values: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a choice among one',
      [label(radio({ options: [option('a')] }))],
      'components.0.component.options: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'with two chosen where one may be',
      [label(radio({ options: [option('a', { default: true }), option('b', { default: true })] }))],
      'components.0.component.options: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with more boxes to tick than there are',
      [label(group({ max_values: 3 }))],
      'components.0.component.max_values: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with a least of files above the most',
      [label(upload({ min_values: 2 }))],
      'components.0.component.min_values: BASE_TYPE_BAD_VALUE',
    ],
    [
      'with 11 files',
      [label(upload({ max_values: 11 }))],
      'components.0.component.max_values: NUMBER_TYPE_MAX',
    ],
    ['with files to upload in a row', [row(upload())], 'components.0.components.0.type: BASE_TYPE_CHOICES'],
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
  const { components, resolved } = sent(bot, await open(bot, [label(component)]), fields);
  const [part] = components;
  if (part?.type !== ComponentType.Label) throw new Error('The label did not come back');
  return { ...part.component, resolved };
};

const tides = { name: 'tides.md', bytes: new TextEncoder().encode('# Tides') };

describe('a submitted modal', () => {
  it.for<[string, object, ModalFields, object]>([
    ['text', input(), { text: 'How deep?' }, { value: 'How deep?' }],
    ['the text that the bot put there', input({ value: 'How wide?' }), {}, { value: 'How wide?' }],
    ['no text where none is needed', input({ required: false, min_length: 3 }), {}, { value: '' }],
    [
      'chosen values',
      select({ max_values: 2 }),
      { menu: ['harbour', 'ferry'] },
      { values: ['harbour', 'ferry'] },
    ],
    [
      'what the bot had chosen',
      select({ options: [option('a'), option('b', { default: true })] }),
      {},
      { values: ['b'] },
    ],
    ['no value where none is needed', select({ required: false }), { menu: [] }, { values: [] }],
    ['one choice', radio(), { radio: 'ferry' }, { value: 'ferry' }],
    ['no choice', radio({ required: false }), {}, { value: null }],
    ['ticked boxes', group(), { group: ['ferry', 'harbour'] }, { values: ['ferry', 'harbour'] }],
    ['a tick', { type: ComponentType.Checkbox, custom_id: 'tick' }, { tick: true }, { value: true }],
    ['no tick', { type: ComponentType.Checkbox, custom_id: 'tick' }, {}, { value: false }],
    ['no files', upload({ required: false }), {}, { values: [], resolved: undefined }],
  ])('gives the bot %s', async ([, component, fields, wanted], { bot }) => {
    expect(await submit(bot, component, fields)).toMatchObject(wanted);
  });

  it('gives the bot uploaded files', async ({ bot }) => {
    const { resolved, ...part } = await submit(bot, upload({ max_values: 2 }), { files: [tides] });
    const [file] = Object.values(resolved?.attachments ?? {});
    expect(file).toMatchObject({ filename: 'tides.md', size: 7, ephemeral: true });
    expect(part).toMatchObject({ values: [file?.id] });
    expect(await (await fetch(file?.url ?? '')).text()).toBe('# Tides');
  });

  it.for([
    ['users', ComponentType.UserSelect, 'users'],
    ['roles', ComponentType.RoleSelect, 'roles'],
    ['channels', ComponentType.ChannelSelect, 'channels'],
    ['users among users and roles', ComponentType.MentionableSelect, 'users'],
  ] as const)('gives the bot chosen %s', async ([, type, kind], { bot }) => {
    const { people, roles, channels } = bot.discord;
    const id = { users: people.owner.user.id, roles: roles.admin.id, channels: channels.reports.id }[kind];
    const { resolved, ...part } = await submit(bot, users({ type }), { users: [id] });
    expect(part).toMatchObject({ type, values: [id] });
    expect(Object.keys(resolved?.[kind] ?? {})).toEqual([id]);
  });

  it('numbers the parts around those that the bot numbered', async ({ bot }) => {
    const opened = await open(bot, [label(input({ id: 1 })), label(select())]);
    const { components } = sent(bot, opened, { text: 'a', menu: ['ferry'] });
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
    ['chooses for an input', input(), { text: ['a'] }, 'takes text'],
    ['fills in a part that there is not', input(), { text: 'a', more: 'b' }, 'no such part'],
    ['chooses nothing', select(), {}, '0 values, at least 1'],
    ['chooses too much', select(), { menu: ['ferry', 'harbour'] }, '2 values, at most 1'],
    ['chooses what is not offered', select(), { menu: ['tide'] }, 'not offered'],
    ['chooses by a tick', select(), { menu: true }, 'takes values'],
    ['chooses a user that there is not', users(), { users: ['1'] }, 'not offered'],
    ['makes no choice', radio(), {}, '0 values, at least 1'],
    ['ticks too few boxes', group({ min_values: 2 }), { group: ['ferry'] }, 'at least 2'],
    [
      'writes for a tick',
      { type: ComponentType.Checkbox, custom_id: 'tick' },
      { tick: 'yes' },
      'true or false',
    ],
    ['uploads nothing', upload(), {}, '0 files, at least 1'],
    ['uploads too much', upload(), { files: [tides, tides] }, '2 files, at most 1'],
    ['writes for a file', upload(), { files: 'tides.md' }, 'takes files'],
    [
      'uploads another type',
      upload({ file_types: ['.pdf', 'image'] }),
      { files: [tides] },
      'only .pdf, image',
    ],
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
    await call(discord, 'POST', `/applications/${discord.applicationId}/commands`, {
      type: ApplicationCommandType.Message,
      name: 'Mark',
    });
    expect(await answerTo(bot, opener, body)).toMatchObject({ status, changed: 'Choose' });
  });

  it('by changing the message whose button opened it', async ({ bot }) => {
    expect(await answerTo(bot, 'click', update)).toMatchObject({ status: 204, changed: 'Changed' });
  });
});
