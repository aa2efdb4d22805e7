import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, type TestContext } from 'vitest';
import { BAD_TOKEN } from '../../src/discord/client.ts';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { messageText } from '../support/message-text.ts';
import { startBotOn } from '../support/running-bot.ts';

/** The client begins a new session after 5 seconds at the earliest, and looks twice a second whether anybody listens. */
const BACK = { timeout: 30_000 };
/** The longest outage, and the way back. */
const MOST = 90_000;

/** A bot for one of several tests that run at the same time: most of each is waiting. */
async function start({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const discord = await startLocalDiscord();
  const bot = await startBotOn(discord, 'data');
  onTestFinished(async () => {
    await bot.stop();
    await discord.stop();
  });
  const mira = discord.as(discord.people.member);
  return {
    discord,
    bot,
    /** Asks, and gives what then stands in the channel. */
    async ask() {
      await mira.command('ask', { question: 'Who is Yahya Rasool?' }).response();
      return mira.messages().map(messageText);
    },
  };
}

type Started = Awaited<ReturnType<typeof start>>;

const ANSWER: unknown = expect.stringContaining('Yahya Rasool');
const ANEW = 'gateway session begun anew';
const RESUMED = 'gateway resumed';

describe.concurrent('the bot answers again, and the log names what happened', () => {
  const cases: readonly [string, string, (started: Started) => unknown][] = [
    [
      'when the session is invalid for now (op 9, true)',
      RESUMED,
      ({ discord }) => discord.faults.gateway.invalidateSessions({ resumable: true }),
    ],
    [
      'when Discord has forgotten the session',
      ANEW,
      ({ discord }) => {
        discord.faults.gateway.forgetSessions();
        discord.faults.gateway.disconnect();
      },
    ],
    ['after an outage of 3 seconds', ANEW, ({ discord }) => outage(discord)],
  ];

  async function outage({ faults }: LocalDiscord): Promise<void> {
    const { end } = await faults.outage();
    await sleep(3000);
    await end();
  }

  it.for(cases)('%s', { timeout: MOST }, async ([, event, bringAbout], { expect, onTestFinished }) => {
    const started = await start({ onTestFinished });
    await bringAbout(started);
    await expect.poll(() => started.bot.events, BACK).toContain(event);
    expect(await started.ask()).toEqual([ANSWER]);
    expect(started.discord.violations).toEqual([]);
  });
});

it('a question that comes in one piece with the log-in is answered', async ({ onTestFinished }) => {
  const discord = await startLocalDiscord();
  onTestFinished(() => discord.stop());
  const mira = discord.as(discord.people.member);
  // Publishes the commands, without which nobody can ask.
  await (await startBotOn(discord, 'data')).stop();
  const asked: ReturnType<typeof mira.command>[] = [];
  discord.subscribe((event) => {
    if (event.kind !== 'bot-presence' || !event.online) return;
    for (let many = 0; many < 5; many++)
      asked.push(mira.command('ask', { question: 'Who is Yahya Rasool?' }));
  });
  const bot = await startBotOn(discord, 'data');
  onTestFinished(() => bot.stop());
  const answers = await Promise.all(asked.map((each) => each.response()));
  expect(answers.map(messageText)).toEqual(Array.from({ length: 5 }, () => ANSWER));
});

describe.concurrent('a malformed payload', () => {
  const texts = ['{"op":0,"t":', '', 'null', '7', '[]', '{}', '{"op":99}', '{"op":0,"t":null,"d":null}'];

  it.for(texts)('is skipped: %s', async (text, { expect, onTestFinished }) => {
    const { discord, ask } = await start({ onTestFinished });
    discord.faults.gateway.sendRaw(text);
    expect(await ask()).toEqual([ANSWER]);
  });

  it('of any event is skipped, and named in the log', async ({ expect, onTestFinished }) => {
    const { discord, bot, ask } = await start({ onTestFinished });
    // Those are about the session itself, which then is another one; and the last makes Node print a warning.
    const others = new Set<string>(['READY', 'RESUMED', 'RATE_LIMITED']);
    for (const t of Object.values(GatewayDispatchEvents).filter((name) => !others.has(name))) {
      for (const d of [null, 7, 'x', {}, [], { id: '1', type: 2 }, { id: '1', type: 2, data: {} }])
        discord.faults.gateway.sendRaw(JSON.stringify({ op: 0, t, s: 9, d }));
    }
    expect(await ask()).toEqual([ANSWER]);
    const skipped = bot.lines.filter(({ event }) => event === 'gateway event skipped');
    const names = new Set(skipped.map(({ name }) => name));
    for (const name of ['INTERACTION_CREATE', 'MESSAGE_CREATE', 'GUILD_CREATE'])
      expect(names).toContain(name);
  });
});

describe('a token that Discord refuses in mid-life', () => {
  it('ends the bot with the sentence that says so', async ({ expect, onTestFinished }) => {
    const { discord, bot } = await start({ onTestFinished });
    discord.faults.gateway.disconnect(4004);
    expect(await bot.lost).toBe(BAD_TOKEN);
  });
});
