import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserClient } from 'local-discord';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

const QUESTION = 'What did Matthew Allen say was struck within two days?';

let running: RunningBot;

beforeEach(async () => {
  running = await startRunningBot();
});
afterEach(async () => {
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

/** The bot's reply to `asked`, once it is there. */
async function replyTo(person: UserClient, asked: APIMessage): Promise<APIMessage> {
  const find = () => person.messages().find(({ message_reference: to }) => to?.message_id === asked.id);
  await expect.poll(find).toBeDefined();
  const reply = find();
  if (!reply) throw new Error('there is no reply');
  return reply;
}

const as = (name: 'member' | 'admin' | 'owner', directMessage = false) =>
  running.discord.as(running.discord.people[name], { directMessage });

describe('a message that mentions the bot', () => {
  it('is answered with a reply that pings nobody', async () => {
    const reply = await replyTo(as('member'), as('member').mention(QUESTION));
    expect(messageText(reply)).toContain('Matthew Allen');
    expect(messageText(reply)).toContain(`-# ${QUESTION}`);
    expect(reply.mentions).toEqual([]);
  });

  it('is answered in a direct message, with a mention or without', async () => {
    const mira = as('member', true);
    expect(messageText(await replyTo(mira, mira.say(QUESTION)))).toContain('Matthew Allen');
    expect(messageText(await replyTo(mira, mira.mention(QUESTION)))).toContain('Matthew Allen');
  });

  it.each([
    ['no question after it', '', 'Write a question in your own words; /help explains the rest.'],
    ['a question that the reports do not answer', 'Which zebra won?', 'The reports do not answer this.'],
    ['everybody behind it', '@everyone <@&123456789012345678>', '-# \\@everyone'],
  ])('is answered politely: %s', async (_, text, expected) => {
    const reply = await replyTo(as('member'), as('member').mention(text));
    expect(messageText(reply)).toContain(expected);
    expect(reply.mention_everyone).toBe(false);
  });

  it('is the only kind that is answered in a channel', async () => {
    const mira = as('member');
    const { discord } = running;
    const first = await replyTo(mira, mira.mention(QUESTION));
    mira.say(QUESTION);
    mira.say('@everyone what was struck?');
    mira.say('Thank you, that helps', { replyTo: first });
    await replyTo(mira, mira.mention('Who is Yahya Rasool?'));
    const replies = mira.messages().filter(({ author }) => author.id === discord.bot.user.id);
    expect(replies).toHaveLength(2);
  });

  it('has an answer that only the one who asked can remove', async () => {
    const mira = as('member');
    const reply = await replyTo(mira, mira.mention(QUESTION));
    const refused = await as('admin').click(reply, buttonId(reply, 'Remove')).response();
    expect(messageText(refused)).toContain('Only the person who asked can remove this answer.');
    mira.click(reply, buttonId(reply, 'Remove'));
    await expect.poll(() => mira.messages().some(({ id }) => id === reply.id)).toBe(false);
  });

  it('is not answered where the server has switched that off, and never fails for it', async () => {
    const { discord, bot } = running;
    await as('admin').command('settings', { mentions: false }).response();
    const asked = as('member').mention(QUESTION);
    await as('admin').command('settings', { mentions: true }).response();
    await replyTo(as('member'), as('member').mention('Who is Yahya Rasool?'));
    const answered = as('member')
      .messages()
      .filter(({ message_reference: to }) => to?.message_id === asked.id);
    expect(answered).toEqual([]);
    expect(bot.events).not.toContain('mention failed');
    expect(discord.violations).toEqual([]);
  });

  it('is answered with the way to ask where answers are private', async () => {
    const panel = as('admin').command('settings');
    const settings = await panel.response();
    await as('admin').click(settings, buttonId(settings, 'Private everywhere')).response();
    const reply = await replyTo(as('member'), as('member').mention(QUESTION));
    expect(messageText(reply)).toBe('In this channel answers are private. Ask with /ask.');
  });
});
