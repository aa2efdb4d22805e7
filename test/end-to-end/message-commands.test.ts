import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

let running: RunningBot;

beforeAll(async () => {
  running = await startRunningBot();
});
afterAll(async () => {
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

const mira = () => running.discord.as(running.discord.people.member);
const adam = () => running.discord.as(running.discord.people.admin);

describe('"Ask the reports"', () => {
  it('asks what a message of somebody else says, and shows the answer in private', async () => {
    const said = adam().say('What did Matthew Allen say was struck within two days?');
    const asked = mira().messageCommand('Ask the reports', said);
    expect(messageText(await asked.response())).toContain('> ');
    expect(asked.ephemeral).toBe(true);
  });

  it('says so when the message has no text of its own, as the bot’s have not', async () => {
    const own = await mira().command('ask', { question: 'Who is Yahya Rasool?' }).response();
    const asked = mira().messageCommand('Ask the reports', own);
    expect(messageText(await asked.response())).toBe('There is no text in this message.');
  });
});

describe('"Check against the reports"', () => {
  it('checks what a message says, word for word, in private', async () => {
    const said = adam().say('The fire brigade saved the archive of the mill, which goes back to 1820.');
    const checked = mira().messageCommand('Check against the reports', said);
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
    const checked = mira().messageCommand('Check against the reports', adam().say(text));
    expect(messageText(await checked.response())).toContain(expected);
  });

  it('says so of a message of a bot, which has no text', async () => {
    const own = await mira().command('ask', { question: 'Who is Yahya Rasool?' }).response();
    const checked = mira().messageCommand('Check against the reports', own);
    expect(messageText(await checked.response())).toBe('There is no text in this message.');
  });
});
