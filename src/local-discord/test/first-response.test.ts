import { ComponentType, InteractionResponseType as Callback, MessageFlags } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { deferral, it, reply, type RawBot } from './support/raw-bot.ts';
import { call } from './support/rest-client.ts';

const V2 = MessageFlags.IsComponentsV2;
const row = {
  type: ComponentType.ActionRow,
  components: [{ type: ComponentType.Button, style: 1, label: 'Next', custom_id: 'next' }],
};
const suggestions = (...choices: object[]) => ({
  type: Callback.ApplicationCommandAutocompleteResult,
  data: { choices },
});

describe('the first response', () => {
  it('answers 204 without a body, or with its message when asked for', async ({ bot }) => {
    expect(await bot.ask().respond(reply('x'))).toEqual({ status: 204, faults: [], body: undefined });
    expect(await bot.ask().respond(reply('x'), '?with_response=true')).toMatchObject({
      status: 200,
      body: {
        interaction: { response_message_loading: false },
        resource: { type: 4, message: { content: 'x' } },
      },
    });
    expect(await bot.ask().respond(deferral, '?with_response=true')).toMatchObject({
      status: 200,
      body: { interaction: { response_message_loading: true }, resource: { type: 5 } },
    });
  });

  it('is taken at 3 seconds, and not later', async ({ bot }) => {
    const inTime = bot.ask();
    bot.clock.advance(3000);
    expect(await inTime.respond(reply('x'))).toMatchObject({ status: 204 });
    const late = bot.ask();
    bot.clock.advance(3001);
    expect(await late.respond(reply('x'))).toMatchObject({ status: 404, code: 10062 });
    await expect(late.handle.response()).rejects.toThrow('did not respond within 3 seconds');
    expect(bot.discord.violations).toMatchObject([{ by: 'bot', what: expect.stringContaining('10062') }]);
  });

  it('is taken once', async ({ bot }) => {
    const { respond } = bot.ask();
    await respond(reply('x'));
    expect(await respond(reply('y'))).toMatchObject({ status: 400, code: 40060 });
    expect(await respond(deferral)).toMatchObject({ status: 400, code: 40060 });
  });

  it('may be tried again when the first try was refused', async ({ bot }) => {
    const { handle, respond } = bot.ask();
    expect(await respond(reply('x'.repeat(2001)))).toMatchObject({
      status: 400,
      faults: ['data.content: BASE_TYPE_BAD_LENGTH'],
    });
    expect(await respond(reply('x'))).toMatchObject({ status: 204 });
    expect((await handle.response()).content).toBe('x');
  });

  it('is refused for an interaction that there is not, or with the token of another', async ({ bot }) => {
    const { handle } = bot.ask();
    for (const path of ['/interactions/1/token/callback', `/interactions/${handle.id}/other/callback`]) {
      expect(await call(bot.discord, 'POST', path, reply('x'), {})).toMatchObject({
        status: 404,
        code: 10062,
      });
    }
  });
});

// Discord's documentation, "Interaction Callback Type", "Interaction Callback Data Structure", "Autocomplete".
describe('the first response is refused', () => {
  it.for([
    ['an unknown type', { type: 99 }, 'type: BASE_TYPE_CHOICES'],
    ['no type', {}, 'type: BASE_TYPE_CHOICES'],
    [
      'an update where there is no message',
      { type: Callback.UpdateMessage, data: { content: 'x' } },
      'type: BASE_TYPE_CHOICES',
    ],
    ['choices where nothing is typed', suggestions(), 'type: BASE_TYPE_CHOICES'],
    [
      'a deferral that has the V2 flag',
      { ...deferral, data: { flags: V2 } },
      'data.flags: BASE_TYPE_BAD_VALUE',
    ],
  ] as const)('with %s', async ([, body, fault], { bot }) => {
    expect(await bot.ask().respond(body)).toMatchObject({
      status: 400,
      code: 50035,
      faults: expect.arrayContaining([fault]),
    });
  });

  it.for([
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
  ] as const)('to typing, with %s', async ([, choices, fault], { bot }) => {
    const typing = bot.type();
    expect(await typing.respond(suggestions(...choices))).toMatchObject({
      status: 400,
      faults: expect.arrayContaining([fault]),
    });
    expect(await typing.respond(suggestions({ name: 'ferry', value: 'ferry' }))).toMatchObject({
      status: 204,
    });
    expect(await typing.choices).toEqual([{ name: 'ferry', value: 'ferry' }]);
  });
});

/** A click on the button of a message that was made of `data`. */
const click = async (bot: RawBot, data: object) => {
  const { handle, respond } = bot.ask();
  await respond({ type: Callback.ChannelMessageWithSource, data });
  const message = await handle.response();
  return { message, ...bot.catch(() => bot.mira.click(message, 'next')) };
};

describe('an answer to a click', () => {
  it('is refused when its message is gone', async ({ bot }) => {
    const { message, respond } = await click(bot, { content: 'Choose', components: [row] });
    await call(bot.discord, 'DELETE', `/channels/${message.channel_id}/messages/${message.id}`);
    expect(await respond({ type: Callback.UpdateMessage, data: { content: 'x' } })).toMatchObject({
      code: 10008,
    });
  });

  it('cannot take the V2 flag off its message', async ({ bot }) => {
    const components = [{ type: ComponentType.TextDisplay, content: 'a' }, row];
    const { respond } = await click(bot, { flags: V2, components });
    expect(
      await respond({ type: Callback.UpdateMessage, data: { content: 'plain', components: [] } }),
    ).toMatchObject({
      faults: expect.arrayContaining(['data.content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2']),
    });
  });
});
