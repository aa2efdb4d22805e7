import type { UserClient } from 'local-discord';
import { beforeEach, describe, expect, it } from 'vitest';
import { buttonId, labelsOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { replyTo, useRunningBot } from '../support/use-running-bot.ts';

const READ = '-# and what did he say?\n-# *Read as:* What did Chris Garver say?';
const MINUTE = 60_000;

let now = 1;
beforeEach(() => void (now = 1));
const running = useRunningBot('test', () => ({ now: () => now }));
const mira = () => running.as('member');
const adam = () => running.as('admin');
const ask = (who: UserClient, question: string, options = {}) =>
  who.command('ask', { question, ...options }).response();

const first = async (who: UserClient) => messageText(await ask(who, 'Who is Chris Garver?'));
const next = async (who: UserClient, options = {}) =>
  messageText(await ask(who, 'and what did he say?', options));

describe('a question that leans on the one before', () => {
  it('is read as what it means, says so, and can be asked as it was written', async () => {
    expect(await first(mira())).not.toContain('Read as');
    const answer = await ask(mira(), 'and what did he say?');
    expect(messageText(answer).startsWith(READ)).toBe(true);
    expect(messageText(answer)).toContain('Col. Chris Garver');
    const written = await mira().click(answer, buttonId(answer, 'Ask as written')).response();
    expect(messageText(written)).toContain('-# and what did he say?\n');
    expect(messageText(written)).not.toContain('Read as');
    expect(labelsOf(written)).not.toContain('Ask as written');
  });

  it('is completed in all ways of asking, each after the other', async () => {
    await replyTo(mira(), mira().mention('Who is Chris Garver?'));
    expect(await next(mira())).toContain(READ);
    const mentioned = await replyTo(mira(), mira().mention('and what did he say?'));
    expect(messageText(mentioned)).toContain(READ);
  });

  it('quotes another passage when something else is asked for', async () => {
    const said = messageText(await ask(mira(), 'What did Chris Garver say?'));
    const other = messageText(await ask(mira(), 'What else did he say?'));
    const third = messageText(await ask(mira(), 'what else did he say?'));
    const places = [said, other].map((text) => /¶ \d+/u.exec(text)?.[0]);
    expect(new Set(places).size).toBe(2);
    expect(third).toContain('The reports do not answer this.');
  });

  it('keeps its votes, and goes to the gaps, as it was read', async () => {
    await ask(mira(), 'Who is Peter Novak?');
    expect(messageText(await ask(mira(), 'Where does he live?'))).toContain('Where does Peter Novak live?');
    await ask(mira(), 'Who is Chris Garver?');
    const answer = await ask(mira(), 'and what did he say?');
    await mira().click(answer, buttonId(answer, 'Wrong passage')).response();
    const gaps = messageText(await running.as('owner').command('gaps').response());
    expect(gaps).toContain('Where does Peter Novak live?');
    expect(gaps).toContain('What did Chris Garver say?');
    expect(gaps).not.toContain('does he');
  });

  it('keeps what it was read as in the pages of its answer, and when it is asked again', async () => {
    await first(mira());
    const answer = await ask(mira(), 'and what did he say?');
    const label = labelsOf(answer).find((each) => each.startsWith('After'));
    const page = await mira()
      .click(answer, buttonId(answer, label ?? ''))
      .response();
    expect(messageText(page).startsWith(READ)).toBe(true);
    await running.change('fallujah-convoy-strikes.md', (text) => `${text}\nNothing else is known.\n`);
    const stale = await mira()
      .click(answer, buttonId(answer, label ?? ''))
      .response();
    const again = await mira().click(stale, buttonId(stale, 'Ask again')).response();
    expect(messageText(again).startsWith('-# What did Chris Garver say?\n')).toBe(true);
  });
});

describe('what the bot remembers', () => {
  it('is forgotten ten minutes after the answer', async () => {
    await first(mira());
    now += 9 * MINUTE;
    expect(await next(mira())).toContain(READ);
    now += 11 * MINUTE;
    expect(await next(mira())).not.toContain('Read as');
  });

  it('is of one person in one channel', async () => {
    const { discord } = running;
    const { reports } = discord.channels;
    const elsewhere = discord.as(discord.people.member, { channel: reports });
    const direct = discord.as(discord.people.member, { directMessage: true });
    await first(mira());
    for (const other of [adam(), elsewhere, direct]) expect(await next(other)).not.toContain('Read as');
    expect(await next(discord.as(discord.people.admin, { directMessage: true }))).not.toContain('Read as');
    await first(direct);
    expect(messageText(await replyTo(direct, direct.say('and what did he say?')))).toContain(READ);
    await ask(mira(), 'Who is Yahya Rasool?');
    expect(await next(mira())).toContain('What did Yahya Rasool say?');
    expect(await next(direct)).toContain(READ);
  });

  it('is of the message that a question replies to, whoever asks', async () => {
    const garver = await ask(mira(), 'Who is Chris Garver?');
    await ask(mira(), 'Who is Yahya Rasool?');
    const asked = adam().mention('and what did he say?', { replyTo: garver });
    expect(messageText(await replyTo(adam(), asked))).toContain(READ);
    const direct = running.as('member', { directMessage: true });
    const told = await replyTo(direct, direct.say('Who is Chris Garver?'));
    await replyTo(direct, direct.say('Who is Yahya Rasool?'));
    const back = await replyTo(direct, direct.say('and what did he say?', { replyTo: told }));
    expect(messageText(back)).toContain(READ);
    const own = mira().say('Chris Garver again?');
    const reply = await replyTo(mira(), mira().mention('and what did he say?', { replyTo: own }));
    expect(messageText(reply)).not.toContain('Read as');
  });

  it('is of the message on which a thread was begun, until something is asked in it', async () => {
    const { discord } = running;
    const garver = await ask(mira(), 'Who is Chris Garver?');
    await ask(mira(), 'Who is Yahya Rasool?');
    const thread = mira().startThread(garver, 'Garver');
    const inThread = discord.as(discord.people.admin, { channel: thread });
    expect(await next(inThread)).toContain(READ);
    const mentioned = await replyTo(inThread, inThread.mention('Who is Matthew Allen?'));
    expect(mentioned.channel_id).toBe(thread.id);
    expect(await next(inThread)).toContain('What did Matthew Allen say?');
    expect(await next(mira())).toContain('What did Yahya Rasool say?');
  });

  it('is not told to all when only one person has seen it', async () => {
    await ask(mira(), 'Who is Chris Garver?', { private: true });
    expect(await next(mira(), { private: true })).toContain(READ);
    expect(await next(mira())).not.toContain('Read as');
  });

  it('is not used once its report has changed or gone', async () => {
    await first(mira());
    await running.change('fallujah-convoy-strikes.md', (text) => text.replace('Chris Garver', 'Carl Garver'));
    expect(await next(mira())).not.toContain('Read as');
  });

  it('is not used for what somebody else has written', async () => {
    await first(mira());
    const said = adam().say('and what did he say?');
    const answer = await mira().messageCommand('Ask the reports', said).response();
    expect(messageText(answer)).not.toContain('Read as');
  });
});
