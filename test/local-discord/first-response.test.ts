import {
  ApplicationCommandOptionType,
  ComponentType,
  InteractionResponseType as Callback,
  MessageFlags,
  TextInputStyle,
} from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord/local-discord.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { call } from './rest-caller.ts';

const V2 = MessageFlags.IsComponentsV2;
const option = {
  type: ApplicationCommandOptionType.String,
  name: 'question',
  description: 'What',
  autocomplete: true,
};
const row = {
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: 1, label: 'Next', custom_id: 'next' }],
};
const reply = (content: string, extra: object = {}) => ({
  type: Callback.ChannelMessageWithSource,
  data: { content, ...extra },
});
const deferral = { type: Callback.DeferredChannelMessageWithSource };
const input = (extra: object = {}) => ({
  type: ComponentType.TextInput,
  custom_id: 'text',
  style: TextInputStyle.Short,
  ...extra,
});
const label = (component: object) => ({ type: ComponentType.Label, label: 'Question', component });
const modal = (components: object[], extra: object = {}) => ({
  type: Callback.Modal,
  data: { custom_id: 'm', title: 'Ask again', components, ...extra },
});
const suggestions = (...choices: object[]) => ({
  type: Callback.ApplicationCommandAutocompleteResult,
  data: { choices },
});

let discord: LocalDiscord;
let clock: ReturnType<typeof createManualClock>;
let token: string;

beforeEach(async () => {
  clock = createManualClock();
  let made = 0;
  discord = await startLocalDiscord({ clock, newToken: () => (token = `token-${(made += 1)}`) });
  newest = watchInteractions();
  await call(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'ask', description: 'Asks', options: [option] },
  ]);
});

afterEach(async () => {
  await discord.stop();
  expect(discord.violations.filter(({ by }) => by === 'server')).toEqual([]);
});

let newest: () => string;
const watchInteractions = (): (() => string) => {
  let id = '';
  discord.subscribe((event) => {
    if (event.kind === 'interaction-changed') id = event.interaction.payload.id;
  });
  return () => id;
};

const mira = () => discord.as(discord.people.member);
const open = () => {
  const handle = mira().command('ask');
  const path = `/interactions/${handle.id}/${token}/callback`;
  const own = `/webhooks/${discord.applicationId}/${token}`;
  return {
    handle,
    own,
    respond: (body: unknown, query = '') => call(discord, 'POST', `${path}${query}`, body, {}),
  };
};
const openOnButton = async () => {
  const first = open();
  await first.respond(reply('Choose', { components: [row] }));
  const message = await first.handle.response();
  const handle = mira().click(message, 'next');
  const path = `/interactions/${handle.id}/${token}/callback`;
  return { handle, message, respond: (body: unknown) => call(discord, 'POST', path, body, {}) };
};

describe('the first response', () => {
  it('answers 204 without a body, or with its message when asked for', async () => {
    expect(await open().respond(reply('x'))).toEqual({ status: 204, faults: [], body: undefined });
    expect(await open().respond(reply('x'), '?with_response=true')).toMatchObject({
      status: 200,
      body: {
        interaction: { response_message_loading: false },
        resource: { type: 4, message: { content: 'x' } },
      },
    });
    expect(await open().respond(deferral, '?with_response=true')).toMatchObject({
      status: 200,
      body: { interaction: { response_message_loading: true }, resource: { type: 5 } },
    });
  });

  it('is taken at 3 seconds, and not later', async () => {
    const inTime = open();
    clock.advance(3000);
    expect(await inTime.respond(reply('x'))).toMatchObject({ status: 204 });
    const late = open();
    clock.advance(3001);
    expect(await late.respond(reply('x'))).toMatchObject({ status: 404, code: 10062 });
    await expect(late.handle.response()).rejects.toThrow('did not respond within 3 seconds');
    expect(discord.violations).toMatchObject([{ by: 'bot', what: expect.stringContaining('10062') }]);
  });

  it('is taken once', async () => {
    const { respond } = open();
    await respond(reply('x'));
    expect(await respond(reply('y'))).toMatchObject({ status: 400, code: 40060 });
    expect(await respond(deferral)).toMatchObject({ status: 400, code: 40060 });
  });

  it('may be tried again when the first try was refused', async () => {
    const { handle, respond } = open();
    expect(await respond(reply('x'.repeat(2001)))).toMatchObject({
      status: 400,
      faults: ['data.content: BASE_TYPE_BAD_LENGTH'],
    });
    expect(await respond(reply('x'))).toMatchObject({ status: 204 });
    expect((await handle.response()).content).toBe('x');
  });

  it('is refused for an interaction that there is not, or with the token of another', async () => {
    const { handle } = open();
    expect(await call(discord, 'POST', `/interactions/1/${token}/callback`, reply('x'), {})).toMatchObject({
      code: 10062,
    });
    expect(
      await call(discord, 'POST', `/interactions/${handle.id}/other/callback`, reply('x'), {}),
    ).toMatchObject({ code: 10062 });
  });

  // Discord's documentation, "Interaction Callback Type", "Modal", "Autocomplete"; discord.md on deferrals.
  it.each([
    ['an unknown type', { type: 99 }, 'type: BASE_TYPE_CHOICES'],
    ['no type', {}, 'type: BASE_TYPE_CHOICES'],
    [
      'an update where there is no message',
      { type: Callback.UpdateMessage, data: { content: 'x' } },
      'type: BASE_TYPE_CHOICES',
    ],
    ['choices where nothing is typed', suggestions(), 'type: BASE_TYPE_CHOICES'],
    ['a deferral with the V2 flag', { ...deferral, data: { flags: V2 } }, 'data.flags: BASE_TYPE_BAD_VALUE'],
    [
      'a modal title of 46 characters',
      modal([label(input())], { title: 'x'.repeat(46) }),
      'data.title: BASE_TYPE_BAD_LENGTH',
    ],
    ['a modal of nothing', modal([]), 'data.components: BASE_TYPE_BAD_LENGTH'],
    [
      'a modal of 6 parts',
      modal(['1', '2', '3', '4', '5', '6'].map((custom_id) => label(input({ custom_id })))),
      'data.components: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a modal with one custom id twice',
      modal([label(input()), label(input())]),
      'data.components: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'an unlabelled input in a row',
      modal([{ type: ComponentType.ActionRow, components: [input()] }]),
      'data.components.0.components.0.label: BASE_TYPE_REQUIRED',
    ],
    [
      'an input of more than 4,000 characters',
      modal([label(input({ max_length: 4001 }))]),
      'data.components.0.component.max_length: NUMBER_TYPE_MAX',
    ],
    [
      'an input with a least above its most',
      modal([label(input({ min_length: 9, max_length: 3 }))]),
      'data.components.0.component.min_length: BASE_TYPE_BAD_VALUE',
    ],
    [
      'an input filled in beyond its most',
      modal([label(input({ value: 'abcd', max_length: 3 }))]),
      'data.components.0.component.value: BASE_TYPE_BAD_LENGTH',
    ],
  ])('is refused with %s', async (_, body, fault) => {
    expect(await open().respond(body)).toMatchObject({
      status: 400,
      code: 50035,
      faults: expect.arrayContaining([fault]),
    });
  });

  it.each([
    [
      '26 choices',
      Array.from({ length: 26 }, (_, n) => ({ name: `c${n}`, value: `c${n}` })),
      'data.choices: BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a name of 101 characters',
      [{ name: 'x'.repeat(101), value: 'x' }],
      'data.choices.0.name: BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty name', [{ name: '', value: 'x' }], 'data.choices.0.name: BASE_TYPE_BAD_LENGTH'],
    [
      'a value of 101 characters',
      [{ name: 'x', value: 'x'.repeat(101) }],
      'data.choices.0.value: BASE_TYPE_BAD_LENGTH',
    ],
    ['a number for a text option', [{ name: 'x', value: 7 }], 'data.choices.0.value: BASE_TYPE_BAD_TYPE'],
  ])('to typing is refused with %s', async (_, choices, fault) => {
    const typing = mira().autocomplete('ask', { question: 'f' }, 'question');
    const path = `/interactions/${newest()}/${token}/callback`;
    expect(await call(discord, 'POST', path, suggestions(...choices), {})).toMatchObject({
      status: 400,
      faults: expect.arrayContaining([fault]),
    });
    expect(
      await call(discord, 'POST', path, suggestions({ name: 'ferry', value: 'ferry' }), {}),
    ).toMatchObject({ status: 204 });
    expect(await typing).toEqual([{ name: 'ferry', value: 'ferry' }]);
  });
});

describe('an answer to a click', () => {
  it('is refused when its message is gone', async () => {
    const { message, respond } = await openOnButton();
    await call(discord, 'DELETE', `/channels/${message.channel_id}/messages/${message.id}`);
    expect(await respond({ type: Callback.UpdateMessage, data: { content: 'x' } })).toMatchObject({
      code: 10008,
    });
  });

  it('cannot take the V2 flag off its message', async () => {
    const first = open();
    await first.respond({
      type: Callback.ChannelMessageWithSource,
      data: { flags: V2, components: [{ type: ComponentType.TextDisplay, content: 'a' }, row] },
    });
    const click = mira().click(await first.handle.response(), 'next');
    const path = `/interactions/${click.id}/${token}/callback`;
    const body = { type: Callback.UpdateMessage, data: { content: 'plain', components: [] } };
    expect(await call(discord, 'POST', path, body, {})).toMatchObject({
      faults: expect.arrayContaining(['data.content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2']),
    });
  });
});

describe('the token of an interaction', () => {
  it('works with the first response, not before', async () => {
    const { own, respond } = open();
    expect(await call(discord, 'POST', own, { content: 'x' }, {})).toMatchObject({
      status: 404,
      code: 10015,
    });
    await respond(deferral);
    expect(await call(discord, 'POST', own, { content: 'x' }, {})).toMatchObject({ status: 200 });
  });

  it('works for 15 minutes', async () => {
    const { handle, own, respond } = open();
    await respond(deferral);
    clock.advance(15 * 60_000);
    expect(await call(discord, 'PATCH', `${own}/messages/@original`, { content: 'x' }, {})).toMatchObject({
      status: 200,
    });
    clock.advance(1);
    expect(await call(discord, 'PATCH', `${own}/messages/@original`, { content: 'y' }, {})).toMatchObject({
      status: 401,
      code: 50027,
    });
    expect((await handle.response()).content).toBe('x');
  });

  it('leaves a deferral unanswered when 15 minutes have passed', async () => {
    const { handle, respond } = open();
    await respond(deferral);
    const response = handle.response();
    clock.advance(15 * 60_000 + 1);
    await expect(response).rejects.toThrow('did not finish within 15 minutes');
  });

  it('reaches the original by its name, also when it is escaped', async () => {
    const { own, respond } = open();
    await respond(reply('x'));
    for (const name of ['@original', '%40original']) {
      expect(await call(discord, 'GET', `${own}/messages/${name}`, undefined, {})).toMatchObject({
        body: { content: 'x' },
      });
    }
  });

  it('makes the first follow-up of a deferral its answer, as private as the deferral', async () => {
    const { handle, own, respond } = open();
    await respond({ ...deferral, data: { flags: MessageFlags.Ephemeral } });
    const { body } = await call(discord, 'POST', own, { content: 'x', flags: 0 }, {});
    expect(body).toMatchObject({ id: handle.message?.id, flags: MessageFlags.Ephemeral, content: 'x' });
    expect(handle.followUps).toEqual([]);
  });

  it('does not reach messages of others', async () => {
    const message = mira().say('Mine');
    const { own, respond } = open();
    await respond(reply('x'));
    expect(await call(discord, 'GET', `${own}/messages/${message.id}`, undefined, {})).toMatchObject({
      code: 10008,
    });
    expect(await call(discord, 'DELETE', `${own}/messages/${message.id}`, undefined, {})).toMatchObject({
      code: 10008,
    });
  });

  it('alone reaches a private message', async () => {
    const { handle, own, respond } = open();
    await respond(reply('x', { flags: MessageFlags.Ephemeral }));
    const { id, channel_id } = await handle.response();
    expect(await call(discord, 'GET', `/channels/${channel_id}/messages/${id}`)).toMatchObject({
      code: 10008,
    });
    expect(await call(discord, 'DELETE', `${own}/messages/@original`, undefined, {})).toMatchObject({
      status: 204,
    });
    expect(await call(discord, 'GET', `${own}/messages/@original`, undefined, {})).toMatchObject({
      code: 10008,
    });
  });

  it('is bound to its application', async () => {
    const { respond } = open();
    await respond(reply('x'));
    expect(await call(discord, 'POST', `/webhooks/1/${token}`, { content: 'x' }, {})).toMatchObject({
      code: 10015,
    });
  });
});

describe('a request', () => {
  it.each([
    ['of an unknown path', 'GET', '/nowhere', 404],
    ['of a known path with another method', 'DELETE', '/gateway/bot', 405],
    ['with a broken escape', 'GET', '/channels/%E0%A4%A', 404],
  ])('%s is refused', async (_, method, path, status) => {
    expect(await call(discord, method, path)).toMatchObject({ status, code: 0 });
    expect(discord.violations).toMatchObject([{ by: 'bot' }]);
  });

  it('without the token, or with another, is refused', async () => {
    expect(await call(discord, 'GET', '/users/@me', undefined, {})).toMatchObject({ status: 401, code: 0 });
    expect(await call(discord, 'GET', '/users/@me', undefined, { authorization: 'Bot other' })).toMatchObject(
      { status: 401 },
    );
    expect(discord.violations).toEqual([]);
  });

  it('is recorded with its answer', async () => {
    await call(discord, 'GET', '/channels/1');
    expect(discord.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: '/channels/1',
      status: 404,
      at: clock.now(),
    });
  });
});
