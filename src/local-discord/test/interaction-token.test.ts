import { MessageFlags } from 'discord-api-types/v10';
import { describe, expect } from 'vitest';
import { deferral, it, reply } from './support/raw-bot.ts';
import { call } from './support/rest-client.ts';

const MINUTES = 60_000;

describe('the token of an interaction', () => {
  it('works with the first response, not before', async ({ bot }) => {
    const { follow, respond } = bot.ask();
    expect(await follow('POST', '', { content: 'x' })).toMatchObject({ status: 404, code: 10015 });
    await respond(deferral);
    expect(await follow('POST', '', { content: 'x' })).toMatchObject({ status: 200 });
  });

  it('works for 15 minutes', async ({ bot }) => {
    const { handle, follow, respond } = bot.ask();
    await respond(deferral);
    bot.clock.advance(15 * MINUTES);
    expect(await follow('PATCH', '/messages/@original', { content: 'x' })).toMatchObject({ status: 200 });
    bot.clock.advance(1);
    expect(await follow('PATCH', '/messages/@original', { content: 'y' })).toMatchObject({
      status: 401,
      code: 50027,
    });
    expect((await handle.response()).content).toBe('x');
  });

  it('leaves a deferral unanswered when 15 minutes have passed', async ({ bot }) => {
    const { handle, respond } = bot.ask();
    await respond(deferral);
    const response = handle.response();
    bot.clock.advance(15 * MINUTES + 1);
    await expect(response).rejects.toThrow('did not finish within 15 minutes');
  });

  it('reaches the original by its name, also when it is escaped', async ({ bot }) => {
    const { follow, respond } = bot.ask();
    await respond(reply('x'));
    for (const name of ['@original', '%40original']) {
      expect(await follow('GET', `/messages/${name}`)).toMatchObject({ body: { content: 'x' } });
    }
  });

  it('makes the first follow-up of a deferral its answer, as private as the deferral', async ({ bot }) => {
    const { handle, follow, respond } = bot.ask();
    await respond({ ...deferral, data: { flags: MessageFlags.Ephemeral } });
    const { body } = await follow('POST', '', { content: 'x', flags: 0 });
    expect(body).toMatchObject({ id: handle.message?.id, flags: MessageFlags.Ephemeral, content: 'x' });
    expect(handle.followUps).toEqual([]);
  });

  it('makes follow-ups, each private or not', async ({ bot }) => {
    const { handle, follow, respond } = bot.ask();
    await respond(reply('x'));
    await follow('POST', '', { content: 'for all' });
    await follow('POST', '', { content: 'for one', flags: MessageFlags.Ephemeral });
    expect(handle.followUps.map(({ content }) => content)).toEqual(['for all', 'for one']);
    const owner = bot.discord.as(bot.discord.people.owner);
    expect(owner.messages().map(({ content }) => content)).toEqual(['x', 'for all']);
  });

  it('does not reach messages of others', async ({ bot }) => {
    const { id } = bot.mira.say('Mine');
    const { follow, respond } = bot.ask();
    await respond(reply('x'));
    expect(await follow('GET', `/messages/${id}`)).toMatchObject({ code: 10008 });
    expect(await follow('DELETE', `/messages/${id}`)).toMatchObject({ code: 10008 });
  });

  it('alone reaches a private message', async ({ bot }) => {
    const { handle, follow, respond } = bot.ask();
    await respond(reply('x', { flags: MessageFlags.Ephemeral }));
    const { id, channel_id } = await handle.response();
    expect(await call(bot.discord, 'GET', `/channels/${channel_id}/messages/${id}`)).toMatchObject({
      code: 10008,
    });
    expect(await follow('DELETE', '/messages/@original')).toMatchObject({ status: 204 });
    expect(await follow('GET', '/messages/@original')).toMatchObject({ code: 10008 });
  });

  it('is bound to its application', async ({ bot }) => {
    const { handle, respond } = bot.ask();
    await respond(reply('x'));
    const callback = bot.discord.requests.at(-1)?.path.split('/') ?? [];
    expect(callback[2]).toBe(handle.id);
    expect(await call(bot.discord, 'POST', `/webhooks/1/${callback[3]}`, { content: 'x' }, {})).toMatchObject(
      {
        code: 10015,
      },
    );
  });
});
