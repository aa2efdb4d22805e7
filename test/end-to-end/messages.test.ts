import { describe, expect, it } from 'vitest';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { replyTo, useRunningBot } from '../support/use-running-bot.ts';

const QUESTION = 'What did Matthew Allen say was struck within two days?';

describe('a message that mentions the bot', () => {
  const running = useRunningBot('test');
  const { as } = running;

  it('is answered with a reply that pings nobody', async () => {
    const reply = await replyTo(as('member'), as('member').mention(QUESTION));
    expect(messageText(reply)).toContain('Matthew Allen');
    expect(messageText(reply)).toContain(`-# ${QUESTION}`);
    expect(reply.mentions).toEqual([]);
  });

  it('is answered in a direct message, with a mention or without', async () => {
    const mira = as('member', { directMessage: true });
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

describe('a command of a message', () => {
  const { as } = useRunningBot('group');

  describe('"Ask the reports"', () => {
    it('asks what a message of somebody else says, and shows the answer in private', async () => {
      const said = as('admin').say('What did Matthew Allen say was struck within two days?');
      const asked = as('member').messageCommand('Ask the reports', said);
      expect(messageText(await asked.response())).toContain('> ');
      expect(asked.ephemeral).toBe(true);
    });

    it('says so when the message has no text of its own, as the bot’s have not', async () => {
      const own = await as('member').command('ask', { question: 'Who is Yahya Rasool?' }).response();
      const asked = as('member').messageCommand('Ask the reports', own);
      expect(messageText(await asked.response())).toBe('There is no text in this message.');
    });
  });

  describe('"Check against the reports"', () => {
    it('checks what a message says, word for word, in private', async () => {
      const said = as('admin').say(
        'The fire brigade saved the archive of the mill, which goes back to 1820.',
      );
      const checked = as('member').messageCommand('Check against the reports', said);
      expect(messageText(await checked.response())).toContain('**Exact.**');
      expect(checked.ephemeral).toBe(true);
    });

    it.each([
      [
        'other words',
        'The fire brigade lost the archive of the mill, which goes back to 1820.',
        '**Not word for word.**',
      ],
      ['words of no report', 'The zebra won the marathon in the rain yesterday.', '**Not in the reports.**'],
      ['2,000 characters', 'zebra '.repeat(333).trim(), '**Not in the reports.**'],
    ])('says so of %s', async (_, text, expected) => {
      const checked = as('member').messageCommand('Check against the reports', as('admin').say(text));
      expect(messageText(await checked.response())).toContain(expected);
    });

    it('says so of a message of a bot, which has no text', async () => {
      const own = await as('member').command('ask', { question: 'Who is Yahya Rasool?' }).response();
      const checked = as('member').messageCommand('Check against the reports', own);
      expect(messageText(await checked.response())).toBe('There is no text in this message.');
    });
  });
});
