import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startBotOver } from '../support/bot-over.ts';
import { buttonId, labelsOf, menuOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { MILL_FIRE, startBotOn } from '../support/running-bot.ts';
import { useRunningBot } from '../support/use-running-bot.ts';

const DISCOVERED = 'Who discovered the fire?';

describe('the option report', () => {
  const running = useRunningBot('test');
  const { as } = running;
  const add = async (id: string, title: string): Promise<void> =>
    writeFile(join(running.dataDir, `${id}.md`), MILL_FIRE.replace('The fire at the mill', title));
  beforeEach(async () => {
    await add('mill-old', 'The old mill');
    await running.bot.reload();
  });

  it.each([
    ['an id in capitals', 'MILL-OLD'],
    ['a title', 'the old MILL'],
    ['a part of a title', 'old'],
  ])('takes %s, of every command', async (_, report) => {
    const mira = as('member');
    for (const asked of [
      mira.command('ask', { question: DISCOVERED, report }),
      mira.command('search', { words: 'fire', report }),
      mira.command('read', { report }),
      as('admin').command('settings', { report }),
    ])
      expect(messageText(await asked.response())).toContain('**The old mill**');
  });

  it('that fits two lets the person choose, and then does what was wanted', async () => {
    const asked = as('member').command('ask', { question: DISCOVERED, report: 'mill' });
    const choices = await asked.response();
    expect(messageText(choices)).toBe('**2 reports fit “mill”.** Choose one.');
    expect(labelsOf(choices)).toEqual(['The fire at the mill', 'The old mill']);
    expect(asked.ephemeral).toBe(true);
    const answer = await as('member').click(choices, buttonId(choices, 'The old mill')).response();
    expect(answer.id).toBe(choices.id);
    expect(messageText(answer)).toContain(`-# ${DISCOVERED}`);
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
    const choices = await as('member').command('ask', { question: DISCOVERED, report: 'mill' }).response();
    const { discord, dataDir } = running;
    await running.bot.stop();
    const again = await startBotOn(discord, dataDir);
    onTestFinished(() => again.stop());
    const note = await as('member').click(choices, buttonId(choices, 'The old mill')).response();
    expect(messageText(note)).toContain('This button no longer works. Use /ask instead.');
  });
});

const section = (at: number) => `## Part ${at}\n\nWitness ${at} was heard. She spoke long.\n\nMore of her.\n`;
const INQUIRY = `---\ntitle: The ferry inquiry\npublisher: Harbour News\npublished: 2016-07-01\n---\n\n${Array.from({ length: 8 }, (_, at) => section(at + 1)).join('\n')}`;
const NOTE = '---\ntitle: A note\n---\n\nIt rained. All day.\n\nThen it stopped. At last.\n';
const many = Object.fromEntries(
  Array.from({ length: 6 }, (_, at) => [
    `r${at}.md`,
    `---\ntitle: Report ${at}\n---\n\nNumber ${at} begins. It ends.\n`,
  ]),
);

const quoted = (message: APIMessage): readonly string[] =>
  [...messageText(message).matchAll(/^> (.*)$/gm)].map((match) => match[1] ?? '');
const heard = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `Witness ${from + at} was heard.`);

describe('what a report is about', () => {
  it('is told by the first sentences of its sections, page by page, and read on from there', async () => {
    const { mira } = await startBotOver({ 'ferry.md': INQUIRY });
    const asked = mira.command('ask', { question: 'What is the report about?' });
    const first = await asked.response();
    const text = messageText(first);
    expect(text).toMatch(
      /^-# What is the report about\?\n\*\*The ferry inquiry\*\*\n-# Harbour News · July 1, 2016 · 16 paragraphs · 8 sections · content [0-9a-f]{8}\n/,
    );
    expect(text).toContain('Nobody has written a summary.');
    expect(text).toContain('**Part 2** · ¶ 3 to ¶ 4\n> Witness 2 was heard.');
    expect(quoted(first)).toEqual(heard(1, 6));
    expect(asked.ephemeral).toBe(false);
    const second = await mira.click(first, buttonId(first, 'Entries 7 to 8')).response();
    expect(quoted(second)).toEqual(heard(7, 8));
    expect(messageText(second)).toContain('-# What is the report about?');
    const read = await mira.click(second, buttonId(second, 'Read from ¶ 1')).response();
    expect(quoted(read)[0]).toBe('Witness 1 was heard. She spoke long.');
    const back = await mira.click(read, buttonId(read, 'Outline')).response();
    expect(quoted(back)).toEqual(heard(1, 6));
  });

  it('opens a section from the menu', async () => {
    const { mira } = await startBotOver({ 'ferry.md': INQUIRY });
    const outline = await mira.command('read', { report: 'ferry' }).response();
    const menu = menuOf(outline);
    const opened = await mira.choose(outline, menu.id, [menu.values[2] ?? '']).response();
    expect(messageText(opened)).toContain('Witness 3 was heard.');
  });

  it('is where reading begins; without sections it is told by the paragraphs', async () => {
    const { mira } = await startBotOver({ 'note.md': NOTE });
    const opened = mira.command('read', { report: 'note' });
    const message = await opened.response();
    expect(messageText(message)).toContain('It has no sections');
    expect(messageText(message)).toContain('**¶ 2**\n> Then it stopped.');
    expect(opened.ephemeral).toBe(true);
    expect(labelsOf(message)).toEqual(['Read from ¶ 1']);
  });

  it('is told of the report that is named, by the option or in the question', async () => {
    const { mira } = await startBotOver({ 'ferry.md': INQUIRY, 'note.md': NOTE });
    for (const given of [
      { question: 'summary', report: 'a note' },
      { question: 'Summarize "A note", please' },
      { question: 'what is the note report about' },
    ]) {
      const text = messageText(await mira.command('ask', given).response());
      expect(text).toContain('**A note**');
      expect(text).not.toContain('ferry inquiry');
    }
  });

  it('of many reports is told of each, page by page, and opened from the menu', async () => {
    const { mira } = await startBotOver(many);
    const first = await mira.command('ask', { question: 'tl;dr', private: true }).response();
    expect(messageText(first)).toContain('**Reports 1 to 4 of 6**');
    expect(quoted(first)).toEqual([0, 1, 2, 3].map((at) => `Number ${at} begins.`));
    const second = await mira.click(first, buttonId(first, 'Reports 5 to 6')).response();
    expect(quoted(second)).toEqual(['Number 4 begins.', 'Number 5 begins.']);
    const menu = menuOf(second);
    const opened = await mira.choose(second, menu.id, [menu.values[1] ?? '']).response();
    expect(messageText(opened)).toContain('-# tl;dr\n**Report 5**');
    expect(opened.id).toBe(first.id);
  });

  it('is no gap, and a question about a thing in it is answered as ever', async () => {
    const { bot, mira } = await startBotOver({ 'ferry.md': INQUIRY });
    await mira.command('ask', { question: 'give me an overview' }).response();
    const text = messageText(
      await mira.command('ask', { question: 'What is the report about witness 3?' }).response(),
    );
    expect(text).not.toContain('Nobody has written a summary.');
    // What is logged counts as a question that was looked up: the overview is none.
    await expect.poll(() => bot.lines.filter(({ event }) => event === 'question').length).toBe(1);
  });

  it('says after a reload that the reports have changed, and shows the outline again', async () => {
    const { folder, bot, mira } = await startBotOver({ 'ferry.md': INQUIRY });
    const first = await mira.command('read', { report: 'ferry' }).response();
    await writeFile(join(folder, 'ferry.md'), INQUIRY.replace('Witness 1 was', 'Nobody was'));
    await bot.reload();
    const note = await mira.click(first, buttonId(first, 'Entries 7 to 8')).response();
    expect(messageText(note)).toContain('The reports have changed');
    const again = await mira.click(note, buttonId(note, 'Outline')).response();
    expect(quoted(again)[0]).toBe('Nobody was heard.');
  });
});
