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

const as = (name: 'member' | 'moderator' | 'owner') => running.discord.as(running.discord.people[name]);

describe('/status', () => {
  it('tells an admin how the bot is doing', async () => {
    const before = messageText(await as('owner').command('status').response());
    expect(before).toContain('nothing asked yet');
    for (const question of ['Who is Yahya Rasool?', 'Which zebra won?'])
      await as('member').command('ask', { question }).response();
    as('member').mention('Who is Yahya Rasool?');
    const status = async () => {
      const asked = as('owner').command('status');
      return { asked, text: messageText(await asked.response()) };
    };
    // A mention is counted after its reply was sent, so the reply says nothing about the count.
    await expect.poll(async () => (await status()).text).toContain('2 answered');
    const { asked, text } = await status();
    expect(asked.ephemeral).toBe(true);
    expect(text).toMatch(/^\*\*Running\*\* since <t:\d+:F> \(<t:\d+:R>\)$/m);
    expect(text).toMatch(/^Pilcrow \d+\.\d+\.\d+, Node \d+\.\d+\.\d+, content [0-9a-f]{8}$/m);
    expect(text).toMatch(/^2 reports, 16 paragraphs$/m);
    expect(text).toMatch(/^Questions since the start: 2 answered, [01] with nearest .*, [01] without any$/m);
    expect(text).toMatch(/^Time to an answer: median \d+ ms, p99 \d+ ms$/m);
    expect(text).toMatch(/^Memory: [\d,]+ MB resident$/m);
    expect(text).toMatch(/^Shard 1 of 1, 1 server$/m);
  });

  it('refuses everybody else in private', async () => {
    const refused = as('moderator').command('status');
    expect(messageText(await refused.response())).toMatch(
      /^Only admins of this bot may do this: .*`ADMIN_ROLE_IDS`/,
    );
    expect(refused.ephemeral).toBe(true);
  });
});
