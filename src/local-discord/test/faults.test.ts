import { DiscordAPIError, HTTPError, type ChatInputCommandInteraction } from 'discord.js';
import { describe, expect } from 'vitest';
import type { LocalDiscordOptions } from '../src/options.ts';
import { createManualClock } from '../src/clock.ts';
import { createSignal, it, type Fixture } from './support/fixture.ts';

const callback = { method: 'POST', path: /^\/interactions\// } as const;

const withAsk = async (
  fixture: Fixture,
  run: (interaction: ChatInputCommandInteraction) => unknown,
  options?: LocalDiscordOptions,
) => {
  const discord = await fixture.start(options);
  const client = await fixture.connect(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await run(interaction);
  });
  await client.application.commands.set([{ name: 'ask', description: 'Asks' }]);
  const statuses = () =>
    discord.requests.filter(({ path }) => callback.path.test(path)).map(({ status }) => status);
  return { discord, client, statuses, mira: discord.as(discord.people.member) };
};

describe('the real client', () => {
  it('waits as long as Retry-After says, then tries again', async ({ fixture }) => {
    const { discord, statuses, mira } = await withAsk(fixture, (interaction) => interaction.reply('At last'));
    discord.faults.rest.planRateLimit(callback, 0.05);
    expect(await mira.command('ask').response()).toMatchObject({ content: 'At last' });
    expect(statuses()).toEqual([429, 204]);
  });

  it('tries at once again when a 429 lacks Retry-After', async ({ fixture }) => {
    const { discord, statuses, mira } = await withAsk(fixture, (interaction) => interaction.reply('At last'));
    discord.faults.rest.planRateLimit(callback, undefined);
    expect(await mira.command('ask').response()).toMatchObject({ content: 'At last' });
    expect(statuses()).toEqual([429, 204]);
  });

  it('tries again after a fault of the server', async ({ fixture }) => {
    const { discord, statuses, mira } = await withAsk(fixture, (interaction) => interaction.reply('At last'));
    discord.faults.rest.plan(callback, { kind: 'respond', status: 500 }, 2);
    expect(await mira.command('ask').response()).toMatchObject({ content: 'At last' });
    expect(statuses()).toEqual([500, 500, 204]);
  });

  it('gives up when the fault stays', async ({ fixture }) => {
    const failed = createSignal<unknown>();
    const { discord, mira } = await withAsk(fixture, (interaction) =>
      interaction.reply('Never').catch(failed.resolve),
    );
    discord.faults.rest.plan(callback, { kind: 'respond', status: 503 }, Infinity);
    mira.command('ask');
    expect(await failed.promise).toBeInstanceOf(HTTPError);
  });

  it('is told what Discord has against a body', async ({ fixture }) => {
    fixture.allowViolations();
    const failed = createSignal<unknown>();
    const { mira } = await withAsk(fixture, (interaction) =>
      interaction.reply('x'.repeat(2001)).catch(failed.resolve),
    );
    mira.command('ask');
    const error = await failed.promise;
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(error).toMatchObject({ code: 50035, message: expect.stringContaining('BASE_TYPE_BAD_LENGTH') });
  });

  it('is told that it was too late', async ({ fixture }) => {
    fixture.allowViolations();
    const clock = createManualClock(Date.now());
    const failed = createSignal<unknown>();
    const { discord, mira } = await withAsk(
      fixture,
      (interaction) => {
        clock.advance(3001);
        return interaction.reply('Late').catch(failed.resolve);
      },
      { clock },
    );
    const interaction = mira.command('ask');
    expect(await failed.promise).toMatchObject({ code: 10062, status: 404 });
    await expect(interaction.response()).rejects.toThrow('3 seconds');
    expect(discord.violations).toHaveLength(1);
  });

  it('is told that it has answered already', async ({ fixture }) => {
    fixture.allowViolations();
    const failed = createSignal<unknown>();
    const { client, mira } = await withAsk(fixture, async (interaction) => {
      await interaction.reply('Once');
      const again = { body: { type: 4, data: { content: 'Twice' } }, auth: false };
      await client.rest
        .post(`/interactions/${interaction.id}/${interaction.token}/callback`, again)
        .catch(failed.resolve);
    });
    mira.command('ask');
    expect(await failed.promise).toMatchObject({ code: 40060, status: 400 });
  });

  it('meets 40060 when its answer arrived but the connection broke', async ({ fixture }) => {
    fixture.allowViolations();
    const failed = createSignal<unknown>();
    const { discord, mira } = await withAsk(fixture, (interaction) =>
      interaction.reply('Here').catch(failed.resolve),
    );
    discord.faults.rest.plan(callback, { kind: 'drop-response' });
    expect(await mira.command('ask').response()).toMatchObject({ content: 'Here' });
    expect(await failed.promise).toMatchObject({ code: 40060 });
  });

  it('tries again when the connection breaks before', async ({ fixture }) => {
    const { discord, statuses, mira } = await withAsk(fixture, (interaction) => interaction.reply('At last'));
    discord.faults.rest.plan(callback, { kind: 'reset' });
    expect(await mira.command('ask').response()).toMatchObject({ content: 'At last' });
    expect(statuses()).toEqual([undefined, 204]);
  });

  it('gives up at once when the server hangs up', async ({ fixture }) => {
    const failed = createSignal<unknown>();
    const { discord, statuses, mira } = await withAsk(fixture, (interaction) =>
      interaction.reply('Never').catch(failed.resolve),
    );
    discord.faults.rest.plan(callback, { kind: 'close' });
    mira.command('ask');
    expect(await failed.promise).toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(statuses()).toEqual([undefined]);
  });

  it('waits for a slow server', async ({ fixture }) => {
    const { discord, mira } = await withAsk(fixture, (interaction) => interaction.reply('Slowly'));
    const hold = createSignal();
    discord.faults.rest.plan(callback, { kind: 'delay', until: hold.promise });
    const interaction = mira.command('ask');
    expect(interaction.state.kind).toBe('waiting');
    hold.resolve();
    expect(await interaction.response()).toMatchObject({ content: 'Slowly' });
  });
});

describe('planned faults', () => {
  it('hit only requests that fit, in the order they were planned', async ({ fixture }) => {
    const discord = await fixture.start();
    const { rest } = discord.faults;
    rest.plan({ method: 'PUT' }, { kind: 'respond', status: 418 });
    rest.plan({ path: /^\/users/ }, { kind: 'respond', status: 502, body: { message: 'first' } });
    rest.plan({ path: /^\/users/ }, { kind: 'respond', status: 503, headers: { 'x-mark': 'second' } });
    const get = () =>
      fetch(`${discord.apiUrl}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } });
    const [first, second, third] = [await get(), await get(), await get()];
    expect(await first.json()).toEqual({ message: 'first' });
    expect([second.status, second.headers.get('x-mark'), third.status]).toEqual([503, 'second', 200]);
  });

  it('can be taken back', async ({ fixture }) => {
    const discord = await fixture.start();
    discord.faults.rest.plan({}, { kind: 'reset' }, Infinity);
    discord.faults.rest.clear();
    expect((await fetch(`${discord.apiUrl}/v10/gateway`)).status).toBe(200);
  });

  it('delay by the clock of the server', async ({ fixture }) => {
    const clock = createManualClock();
    const delayed = createSignal<number>();
    const after: typeof clock.after = (milliseconds, task) => {
      delayed.resolve(milliseconds);
      return clock.after(milliseconds, task);
    };
    const discord = await fixture.start({ clock: { ...clock, after } });
    discord.faults.rest.plan({}, { kind: 'delay', until: 10_000 });
    const response = fetch(`${discord.apiUrl}/v10/gateway`);
    expect(await delayed.promise).toBe(10_000);
    clock.advance(10_000);
    expect((await response).status).toBe(200);
  });
});
