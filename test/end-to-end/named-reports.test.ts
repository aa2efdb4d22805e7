import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonId, labelsOf, menuOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { MILL_FIRE, type RunningBot, startBotOn, startRunningBot } from '../support/running-bot.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

let running: RunningBot;

const add = async (id: string, title: string): Promise<void> =>
  writeFile(join(running.dataDir, `${id}.md`), MILL_FIRE.replace('The fire at the mill', title));

beforeEach(async () => {
  running = await startRunningBot();
  await add('mill-old', 'The old mill');
  await running.bot.reload();
});
afterEach(async () => {
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

const as = (name: 'member' | 'admin' | 'owner') => running.discord.as(running.discord.people[name]);
const QUESTION = 'Who discovered the fire?';

describe('the option report', () => {
  it.each([
    ['an id in capitals', 'MILL-OLD'],
    ['a title', 'the old MILL'],
    ['a part of a title', 'old'],
  ])('takes %s, of every command', async (_, report) => {
    const mira = as('member');
    for (const asked of [
      mira.command('ask', { question: QUESTION, report }),
      mira.command('search', { words: 'fire', report }),
      mira.command('read', { report }),
      as('admin').command('settings', { report }),
    ])
      expect(messageText(await asked.response())).toContain('**The old mill**');
  });

  it('that fits two lets the person choose, and then does what was wanted', async () => {
    const asked = as('member').command('ask', { question: QUESTION, report: 'mill' });
    const choices = await asked.response();
    expect(messageText(choices)).toBe('**2 reports fit “mill”.** Choose one.');
    expect(labelsOf(choices)).toEqual(['The fire at the mill', 'The old mill']);
    expect(asked.ephemeral).toBe(true);
    const answer = await as('member').click(choices, buttonId(choices, 'The old mill')).response();
    expect(answer.id).toBe(choices.id);
    expect(messageText(answer)).toContain(`-# ${QUESTION}`);
    expect(messageText(answer)).toContain('**The old mill**');
    expect(labelsOf(answer)).toContain('Share in channel');
  });

  it('keeps the other options of the command', async () => {
    const choices = await as('member').command('read', { report: 'mill', paragraph: 2 }).response();
    const page = await as('member').click(choices, buttonId(choices, 'The fire at the mill')).response();
    expect(messageText(page)).toContain('The fire brigade saved the archive');
    expect(messageText(page)).not.toContain('burned down');
  });

  it('of a command that opens a form opens it for the one that is chosen', async () => {
    const choices = await as('owner').command('reports edit', { report: 'mill', shared: true }).response();
    const form = await as('owner').click(choices, buttonId(choices, 'The old mill')).modal();
    expect(JSON.stringify(form)).toContain('The old mill');
  });

  it('tells reports of one title apart, in a menu where they are many', async () => {
    for (const at of [1, 2, 3, 4]) await add(`twin-${at}`, 'The old mill');
    await running.bot.reload();
    const offered = await as('member').autocomplete('read', { report: 'old mi' }, 'report');
    expect(offered).toContainEqual({ name: 'twin-3 · The old mill', value: 'twin-3' });
    const choices = await as('member').command('read', { report: 'mill' }).response();
    const { id, values } = menuOf(choices);
    expect(values).toHaveLength(6);
    const page = await as('member')
      .choose(choices, id, [values[0] ?? ''])
      .response();
    expect(messageText(page)).toContain('**The fire at the mill**');
  });

  it('no longer offers a choice after a restart, and says what to do', async () => {
    const choices = await as('member').command('ask', { question: QUESTION, report: 'mill' }).response();
    const { discord, dataDir } = running;
    await running.bot.stop();
    const again = await startBotOn(discord, dataDir);
    const note = await as('member').click(choices, buttonId(choices, 'The old mill')).response();
    expect(messageText(note)).toContain('This button no longer works. Use /ask instead.');
    running = {
      ...running,
      bot: again,
      stop: async () => {
        await again.stop();
        await discord.stop();
      },
    };
  });
});
