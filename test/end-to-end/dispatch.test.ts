import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Command } from '../../src/discord/command.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';
import { createSlowCommand } from '../support/slow-command.ts';

let running: RunningBot | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(command: Command, deferAfter = 1): Promise<RunningBot> {
  running = await startRunningBot({ commands: [...commands, command], deferAfter });
  return running;
}

describe('dispatch', () => {
  it.each([
    ['public', false],
    ['private', true],
  ])('defers a slow %s command, and then answers in place', async (_, isPrivate) => {
    const slow = createSlowCommand(isPrivate);
    const { discord } = await start(slow.command);
    const asked = discord.as(discord.people.member).command('slow');
    await asked.acknowledged();
    expect(asked.deferred).toBe(true);
    expect(asked.ephemeral).toBe(isPrivate);
    slow.finish('at last');
    expect(messageText(await asked.response())).toBe('at last');
    expect(discord.violations).toEqual([]);
  });

  it('apologises when a command fails after its deferral', async () => {
    const slow = createSlowCommand(false);
    const {
      discord,
      bot: { events },
    } = await start(slow.command);
    const asked = discord.as(discord.people.member).command('slow');
    await asked.acknowledged();
    slow.fail(new Error('broken'));
    expect(messageText(await asked.response())).toContain('Something went wrong on our side.');
    expect(events).toContain('interaction failed');
  });

  it('apologises in private when a command fails at once', async () => {
    const broken: Command = {
      data: { name: 'slow', description: 'Breaks' },
      isPublic: () => Promise.resolve(true),
      run: () => Promise.reject(new Error('broken')),
    };
    const { discord } = await start(broken, 1500);
    const asked = discord.as(discord.people.member).command('slow');
    expect(messageText(await asked.response())).toContain('Something went wrong on our side.');
    expect(asked.ephemeral).toBe(true);
  });

  it.each([
    ['gaps', 'gaps:00000000.-.0.0', 'Only admins of this bot may do this'],
    ['dismiss', `dismiss:${'0'.repeat(16)}.0`, 'Only admins of this bot may do this'],
    ['settings', 'settings:private', 'Only members with **Manage Server** may do this'],
  ])('checks at every use of a button who may press it: %s', async (_, customId, refusal) => {
    const forged: Command = {
      data: { name: 'forged', description: 'Posts a button' },
      isPublic: () => Promise.resolve(true),
      run: () =>
        Promise.resolve({
          components: [
            {
              type: ComponentType.ActionRow,
              components: [
                { type: ComponentType.Button, style: ButtonStyle.Secondary, label: 'x', custom_id: customId },
              ],
            },
          ],
        }),
    };
    const { discord } = await start(forged, 1500);
    const mira = discord.as(discord.people.member);
    const message = await mira.command('forged').response();
    const pressed = mira.click(message, customId);
    expect(messageText(await pressed.response())).toContain(refusal);
    expect(pressed.ephemeral).toBe(true);
    const allowed = await discord.as(discord.people.owner).click(message, customId).response();
    expect(messageText(allowed)).not.toContain('Only ');
  });

  it('survives that the apology fails too', async () => {
    const {
      discord,
      bot: { events },
    } = await start(createSlowCommand(false).command, 1500);
    const broken = {
      kind: 'respond',
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body' },
    } as const;
    discord.faults.rest.plan({ path: /\/callback$/ }, broken, 2);
    const lost = discord.as(discord.people.member).command('ask', { question: 'Who is Yahya Rasool?' });
    await expect.poll(() => events).toContain('apology failed');
    expect(lost.message).toBeUndefined();
    const asked = discord.as(discord.people.member).command('ask', { question: 'Who is Yahya Rasool?' });
    expect(messageText(await asked.response())).toContain('Yahya Rasool');
  });

  it('answers what was begun before it stops', async () => {
    const slow = createSlowCommand(false);
    const { discord, bot } = await start(slow.command);
    const asked = discord.as(discord.people.member).command('slow');
    await asked.acknowledged();
    const stopped = bot.stop();
    slow.finish('just in time');
    await stopped;
    expect(messageText(await asked.response())).toBe('just in time');
  });
});
