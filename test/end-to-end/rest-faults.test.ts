import type { APIMessage } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { BAD_TOKEN } from '../../src/discord/client.ts';
import type { RequestFault } from 'local-discord';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type BotOnDiscord, type RunningBot, startBotOn, startRunningBot } from '../support/running-bot.ts';
import { createSlowCommand } from '../support/slow-command.ts';

/** What is counted has its line after a second. */
const LOGGED = { timeout: 20_000 };
const QUESTION = { question: 'Who is Yahya Rasool?' };
const CALLBACK = { method: 'POST', path: /^\/interactions\// } as const;
const CHANNEL = { method: 'POST', path: /^\/channels\/\d+\/messages$/ } as const;

let running: RunningBot;

afterEach(async () => {
  await running.stop();
});

const start = async (options: Parameters<typeof startRunningBot>[0] = {}) => {
  running = await startRunningBot(options);
  const { discord, bot } = running;
  const mira = discord.as(discord.people.member);
  const statuses = ({ path }: { readonly path: RegExp }) =>
    discord.requests.filter((request) => path.test(request.path)).map(({ status }) => status);
  return { discord, bot, mira, statuses, plan: discord.faults.rest.plan };
};

/** A bot with a command `/slow`, which is deferred at once. */
const startSlow = async (isPrivate = false) => {
  const slow = createSlowCommand(isPrivate);
  return { ...slow, ...(await start({ commands: [...commands, slow.command], deferAfter: 1 })) };
};

const refusal = (status: number, code: number, message: string): RequestFault => ({
  kind: 'respond',
  status,
  body: { code, message },
});
const BLOCKED = refusal(400, 200_000, 'Message was blocked by automatic moderation');
const ACKNOWLEDGED = refusal(400, 40060, 'Interaction has already been acknowledged.');

/** Lines that whoever hosts the bot should look at, without those about this test's own requests. */
const complaints = ({ lines }: BotOnDiscord) =>
  lines
    .filter(({ level }) => level === 'warn' || level === 'error')
    .map(({ level, event, why }) => (why === undefined ? { level, event } : { level, event, why }));

describe('an answer that Discord will not have', () => {
  it.each([
    ['10062', 404, 'it must be acknowledged within 3 seconds'],
    ['50027', 401, 'it can be answered for 15 minutes'],
    ['10008', 404, 'the message is gone'],
    ['10003', 404, 'the channel is gone'],
  ])('makes one warning and no second try: %s', async (code, status, why) => {
    const { bot, mira, statuses, plan } = await start();
    plan(CALLBACK, refusal(status, Number(code), 'Refused'));
    mira.command('ask', QUESTION);
    await expect.poll(() => complaints(bot), LOGGED).toHaveLength(1);
    expect(complaints(bot)).toEqual([
      { level: 'warn', event: 'answer not delivered', why: expect.stringContaining(why) },
    ]);
    expect(statuses(CALLBACK)).toEqual([status]);
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
    const outcomes = () =>
      bot.lines.filter(({ event }) => event === 'question').map(({ outcome }) => outcome);
    await expect.poll(outcomes).toEqual(['failed', 'quoted']);
  });

  it('many times at once, as after a stall, makes one line that counts them', async () => {
    const { bot, mira, plan } = await start();
    plan(CALLBACK, refusal(404, 10062, 'Unknown interaction'), 5);
    for (let n = 0; n < 5; n += 1) mira.command('ask', QUESTION);
    await expect.poll(() => complaints(bot), LOGGED).toHaveLength(1);
    expect(bot.lines.filter(({ count }) => count !== undefined)).toMatchObject([{ count: 5 }]);
  });

  it('because of AutoMod is explained in private', async () => {
    const { bot, mira, plan } = await start();
    plan(CALLBACK, BLOCKED);
    const asked = mira.command('ask', QUESTION);
    expect(messageText(await asked.response())).toContain('(AutoMod) blocked the answer');
    expect(asked.ephemeral).toBe(true);
    await expect
      .poll(() => complaints(bot), LOGGED)
      .toEqual([{ level: 'warn', event: 'answer not delivered', why: expect.stringContaining('AutoMod') }]);
  });

  it.each([
    ['public', false],
    ['private', true],
  ])('because of AutoMod is explained in private in place of a %s deferral', async (_, isPrivate) => {
    const { discord, mira, plan, finish } = await startSlow(isPrivate);
    plan({ method: 'PATCH', path: /^\/webhooks\// }, BLOCKED);
    const asked = mira.command('slow');
    await asked.acknowledged();
    finish('a passage');
    expect(messageText(await asked.followUp(1))).toContain('(AutoMod) blocked the answer');
    expect(asked.message).toBeUndefined();
    const others = discord.as(discord.people.admin).messages();
    expect(others.map(messageText)).toEqual([]);
  });

  it('because of AutoMod is explained to who pressed a button, and the message stays', async () => {
    const { mira, plan } = await start();
    const message = await mira.command('ask', QUESTION).response();
    plan(CALLBACK, BLOCKED);
    const pressed = mira.click(message, buttonId(message, 'Before: ¶ 2'));
    expect(messageText(await pressed.response())).toContain('(AutoMod) blocked the answer');
    expect(mira.messages().map(messageText)).toContain(messageText(message));
  });
});

describe('an answer that Discord has already (40060)', () => {
  it('makes one warning, and nothing more is said', async () => {
    const { bot, mira, statuses, plan } = await start();
    plan(CALLBACK, ACKNOWLEDGED);
    mira.command('ask', QUESTION);
    await expect.poll(() => complaints(bot), LOGGED).toHaveLength(1);
    expect(complaints(bot)).toEqual([
      { level: 'warn', event: 'answered already', why: expect.stringContaining('same token') },
    ]);
    expect(statuses(CALLBACK)).toEqual([400]);
  });

  it('is there once when its arrival was not reported to us', async () => {
    const { bot, mira, statuses, plan } = await start();
    plan(CALLBACK, { kind: 'drop-response' });
    const asked = mira.command('ask', QUESTION);
    expect(messageText(await asked.response())).toContain('Yahya Rasool');
    await expect.poll(() => bot.events, LOGGED).toContain('answered already');
    expect(statuses(CALLBACK)).toEqual([undefined, 400]);
    expect(mira.messages()).toHaveLength(1);
  });

  it('may be a deferral of ours, which then gets its answer', async () => {
    const { bot, mira, plan, finish } = await startSlow();
    plan(CALLBACK, { kind: 'drop-response' });
    const asked = mira.command('slow');
    await expect.poll(() => bot.events, LOGGED).toContain('answered already');
    finish('at last');
    expect(messageText(await asked.response())).toBe('at last');
    expect(mira.messages()).toHaveLength(1);
  });
});

describe('a connection that is closed without a response', () => {
  const faults = [
    ['before', 'close', 200],
    ['after', 'close-unanswered', 400],
  ] as const;

  it.each(faults)('%s the answer was taken has it sent once more', async (_, kind, status) => {
    const { bot, mira, statuses, plan } = await start();
    plan(CALLBACK, { kind });
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
    await expect.poll(() => statuses(CALLBACK)).toEqual([undefined, status]);
    await expect.poll(() => bot.events).toContain('question');
    expect(bot.lines).toContainEqual(expect.objectContaining({ event: 'question', outcome: 'quoted' }));
    expect(bot.events).not.toContain('interaction failed');
    expect(mira.messages()).toHaveLength(1);
  });

  it('is not tried for ever', async () => {
    const { bot, mira, statuses, plan } = await start();
    plan(CALLBACK, { kind: 'close' }, Infinity);
    mira.command('ask', QUESTION);
    await expect.poll(() => bot.events).toContain('apology failed');
    expect(statuses(CALLBACK)).toHaveLength(4);
  });

  it.each(faults)('%s a mention was answered has it sent once more', async (_, kind) => {
    const { mira, statuses, plan } = await start();
    plan(CHANNEL, { kind });
    mira.mention(QUESTION.question);
    await expect.poll(() => statuses(CHANNEL)).toEqual([undefined, 200]);
    expect(mira.messages().filter(({ author }) => author.bot)).toHaveLength(1);
  });

  it('may have posted a follow-up, so that it is not sent again', async () => {
    const { bot, mira, plan, statuses, finish } = await startSlow();
    const path = /^\/webhooks\//;
    plan({ method: 'PATCH', path }, BLOCKED);
    plan({ method: 'POST', path }, { kind: 'close-unanswered' });
    const asked = mira.command('slow');
    await asked.acknowledged();
    finish('a passage');
    await expect.poll(() => bot.events).toContain('apology failed');
    expect(messageText(await asked.followUp(1))).toContain('(AutoMod) blocked the answer');
    // The blocked edit, the removal of the deferral, and the follow-up.
    expect(statuses({ path })).toEqual([400, 204, undefined]);
  });
});

describe('a mention', () => {
  const nextReply = async (mira: ReturnType<RunningBot['discord']['as']>): Promise<APIMessage> => {
    const find = () => mira.messages().find(({ author }) => author.bot);
    await expect.poll(find).toBeDefined();
    return find() ?? expect.fail('there is no reply');
  };

  it.each([
    ['50013', 'the bot may not write in the channel'],
    ['50001', 'the bot may not see the channel'],
  ])('where the bot may not write makes one warning: %s', async (code, why) => {
    const { bot, mira, statuses, plan } = await start();
    plan(CHANNEL, refusal(403, Number(code), 'Missing'), Infinity);
    mira.mention(QUESTION.question);
    await expect.poll(() => complaints(bot), LOGGED).toHaveLength(1);
    expect(complaints(bot)).toEqual([{ level: 'warn', event: 'answer not delivered', why }]);
    expect(statuses(CHANNEL)).toEqual([403]);
  });

  it('whose answer AutoMod blocks is answered with that', async () => {
    const { mira, plan } = await start();
    plan(CHANNEL, BLOCKED);
    mira.mention(QUESTION.question);
    expect(messageText(await nextReply(mira))).toContain('(AutoMod) blocked the answer');
  });

  it('is answered once when the arrival of the answer was not reported to us', async () => {
    const { mira, statuses, plan } = await start();
    plan(CHANNEL, { kind: 'drop-response' });
    mira.mention(QUESTION.question);
    await expect.poll(() => statuses(CHANNEL)).toEqual([undefined, 200]);
    expect(mira.messages().filter(({ author }) => author.bot)).toHaveLength(1);
  });
});

describe('a request that fails', () => {
  it('three times on the side of Discord is answered at the fourth', async () => {
    const { bot, mira, statuses, plan } = await start();
    plan(CALLBACK, { kind: 'respond', status: 500 }, 3);
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
    expect(statuses(CALLBACK)).toEqual([500, 500, 500, 200]);
    expect(complaints(bot)).toEqual([]);
  });

  it.each([
    ['with Retry-After', 0.05],
    ['without Retry-After', undefined],
  ])('because of too many requests, %s, is sent again', async (_, retryAfter) => {
    const { discord, mira, statuses } = await start();
    discord.faults.rest.planRateLimit(CALLBACK, retryAfter);
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
    expect(statuses(CALLBACK)).toEqual([429, 200]);
  });

  it('again and again is named in the log, and the next question is answered', async () => {
    const { discord, bot, mira, plan } = await start();
    plan(CALLBACK, { kind: 'respond', status: 503 }, Infinity);
    mira.command('ask', QUESTION);
    await expect.poll(() => bot.events).toContain('apology failed');
    expect(complaints(bot).map(({ event }) => event)).toEqual(['interaction failed', 'apology failed']);
    discord.faults.rest.clear();
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
  });

  it('because the token is no longer taken ends the bot with the sentence that says so', async () => {
    const { discord, bot, plan } = await start();
    plan({ path: /^\/applications\/@me/ }, refusal(401, 0, '401: Unauthorized'));
    discord.as(discord.people.owner).command('reload');
    expect(await bot.lost).toBe(BAD_TOKEN);
  });
});

describe('a slow Discord', () => {
  it('does not keep a person waiting for the acknowledgement', async () => {
    const { discord, plan } = await start();
    let answer: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    plan({ path: /^\/applications\/@me/ }, { kind: 'delay', until: slow });
    const asked = discord.as(discord.people.owner).command('reload');
    await asked.acknowledged();
    expect(asked.deferred).toBe(true);
    answer();
    expect(messageText(await asked.response())).toContain('Nothing has changed');
    expect(discord.violations).toEqual([]);
  });

  it('has its answer late, but has it', async () => {
    const { discord, mira, plan } = await start();
    plan(CALLBACK, { kind: 'delay', until: 1000 });
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
    expect(discord.violations).toEqual([]);
  });
});

describe('two processes with the same token and shard', () => {
  const startTwo = async () => {
    const first = await start();
    const second = await startBotOn(first.discord, running.dataDir);
    const both = { ...first, stop: () => second.stop() };
    return { ...both, warnings: () => [...complaints(first.bot), ...complaints(second)] };
  };

  it('answer a command once, and one of them says that it was late', async () => {
    const { mira, warnings, statuses, stop } = await startTwo();
    await mira.command('ask', QUESTION).response();
    await expect.poll(warnings, LOGGED).toHaveLength(1);
    expect(warnings()).toMatchObject([{ level: 'warn', event: 'answered already' }]);
    expect(new Set(statuses(CALLBACK))).toEqual(new Set([200, 400]));
    expect(mira.messages()).toHaveLength(1);
    await stop();
  });

  it('answer a mention once', async () => {
    const { mira, warnings, statuses, stop } = await startTwo();
    mira.mention(QUESTION.question);
    await expect.poll(() => statuses(CHANNEL)).toEqual([200, 200]);
    expect(mira.messages().filter(({ author }) => author.bot)).toHaveLength(1);
    expect(warnings()).toEqual([]);
    await stop();
  });
});
