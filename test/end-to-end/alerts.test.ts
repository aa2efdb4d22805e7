import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/import/read-article.ts';
import { startBotOver } from '../support/bot-over.ts';
import { buttonId, labelsOf } from '../support/find-control.ts';
import { createManualClock } from 'local-discord';
import { messageText } from '../support/message-text.ts';

const SHARED = '---\ntitle: The ferry report\n---\n\nThe ferry sank off Corvo.\n';
const millOf = (town: string): string =>
  `---\ntitle: The mill of ${town}\n---\n\nThe mill of ${town} burnt down on Monday.\n`;
const HOUR = 3_600_000;
/** Real milliseconds: days of the manual clock go by. */
const POLLING = { interval: 10, timeout: 20_000 };

/** A bot whose first server has a report of its own, and is alerted in its second channel. */
async function start({ guilds = 1, alerted = true } = {}) {
  const clock = createManualClock();
  const started = await startBotOver({ 'ferry.md': SHARED }, { clock, guilds, readSource: readArticle });
  const { discord, bot } = started;
  const { admin, member } = discord.people;

  function serverAt(index: number) {
    const [general, alerts] = discord.guilds[index]?.channels ?? [];
    if (!general || !alerts) throw new Error(`there is no guild ${index} with two channels`);
    const [ada, mira] = [admin, member].map((person) => discord.as(person, { channel: general }));
    const there = discord.as(admin, { channel: alerts });
    if (!ada || !mira) throw new Error('there are people');
    const counted = () => bot.events.filter((event) => event === 'question').length;
    return {
      ada,
      mira,
      there,
      alerts,
      /** Resolves when the question is kept too, which it is after its answer was sent. */
      async ask(question: string) {
        const before = counted();
        const answer = await mira.command('ask', { question }).response();
        await expect.poll(counted).toBe(before + 1);
        return answer;
      },
      async publish(text: string) {
        const file = { name: 'mill.md', bytes: new TextEncoder().encode(text) };
        const preview = await ada.command('reports add', { file }).response();
        return ada.click(preview, buttonId(preview, 'Publish')).response();
      },
      async choose(...channels: readonly string[]) {
        const panel = await ada.command('settings').response();
        return messageText(await ada.choose(panel, 'settings:alerts', channels).response());
      },
      told: () => there.messages().map(messageText),
    };
  }

  const server = serverAt(0);
  await server.publish(millOf('Aljustrel'));
  if (alerted) await server.choose(server.alerts.id);
  /** Lets hours pass until the last that was told says so. */
  const untilTold = async (text: string, { told } = server): Promise<void> =>
    await expect
      .poll(() => {
        clock.advance(HOUR);
        return told().at(-1);
      }, POLLING)
      .toContain(text);
  return { ...started, ...server, clock, serverAt, untilTold };
}

describe('alerts', () => {
  it('are off until a manager chooses a channel, which is told who did, and off again without one', async () => {
    const { ada, choose, alerts, told, discord, ask, untilTold, publish } = await start({ alerted: false });
    const off = 'No channel is told what was not answered here.';
    expect(messageText(await ada.command('settings').response())).toContain(off);
    await ask('Which zebra won?');
    expect(told()).toEqual([]);
    expect(await choose(alerts.id)).toContain(`<#${alerts.id}> is told of each change`);
    expect(told()).toEqual([expect.stringContaining(`<@${discord.people.admin.user.id}> has chosen this`)]);
    await untilTold('Which zebra won?');
    expect(await choose()).toContain(off);
    await publish(millOf('Beja'));
    expect(told()).toHaveLength(2);
  });

  it('tell at most once a day what was not answered and what was marked wrong', async () => {
    const { ask, mira, clock, untilTold, told } = await start();
    await ask('Which zebra won?');
    const answer = await ask('When did the mill of Aljustrel burn down?');
    await mira.click(answer, buttonId(answer, 'Wrong passage')).response();
    await untilTold('**1.** Which zebra won?\n-# not answered, 1 time');
    expect(told().at(-1)).toContain('-# marked wrong by 1 person: **The mill of Aljustrel**, ¶ 1');
    const before = told().length;
    await ask('Who sold llamas?');
    // The clock is put forward by an hour, and back.
    for (const jump of [HOUR, -HOUR]) clock.advance(jump);
    await untilTold('Who sold llamas?');
    expect(told()).toHaveLength(before + 1);
    expect(told().at(-1)).toContain('Which zebra won?');
  });

  it('do not come again once they were marked as seen, which managers alone may do', async () => {
    const { ask, ada, discord, alerts, there, untilTold } = await start();
    await ask('Which zebra won?');
    await untilTold('Which zebra won?');
    const alert = there.messages().at(-1);
    if (!alert) throw new Error('there is an alert');
    const button = buttonId(alert, 'Mark all as seen');
    const refused = discord.as(discord.people.member, { channel: alerts }).click(alert, button);
    expect(messageText(await refused.response())).toContain('Only members with **Manage Server**');
    const marked = await there.click(alert, button).response();
    expect(messageText(marked)).toContain(`-# Marked as seen by <@${discord.people.admin.user.id}>`);
    expect(labelsOf(marked)).toEqual(['Add a report']);
    expect(messageText(await ada.command('gaps').response())).toContain('not answered, 1 time, seen');
    await ask('Which zebra won?');
    await ask('Who sold llamas?');
    await untilTold('**1.** Who sold llamas?');
    expect(messageText(there.messages().at(-1) ?? alert)).not.toContain('zebra');
  });

  it('lead to a form for the address of a report, and say how a file is added', async () => {
    const { ask, discord, alerts, there, untilTold } = await start();
    await ask('Which zebra won?');
    await untilTold('Which zebra won?');
    const alert = there.messages().at(-1);
    if (!alert) throw new Error('there is an alert');
    const form = await there.click(alert, buttonId(alert, 'Add a report')).modal();
    expect(JSON.stringify(form)).toContain('type /reports add');
    const sent = there.submit(form, { url: 'http://127.0.0.1:1/mill.md', title: 'The mill' });
    const reply = messageText(await sent.response());
    expect(reply).toContain('mill.md was not imported');
    expect(reply).toContain('is not on the public Internet');
    const refused = discord.as(discord.people.member, { channel: alerts });
    const note = await refused.click(alert, buttonId(alert, 'Add a report')).response();
    expect(messageText(note)).toContain('Only members with **Manage Server**');
  });

  it('name each change of the reports, who made it, and the content version since then', async () => {
    const { publish, ada, discord, told } = await start();
    const who = `<@${discord.people.admin.user.id}>`;
    const published = messageText(await publish(millOf('Beja')));
    const version = /content (\w+)/u.exec(published)?.[1];
    await expect
      .poll(told)
      .toContain(`${who}: added **The mill of Beja** · content ${version ?? 'as published'}`);
    const asked = await ada.command('reports remove', { report: 'the-mill-of-beja' }).response();
    await ada.click(asked, buttonId(asked, 'Remove')).response();
    await expect.poll(() => told().at(-1)).toMatch(/: removed \*\*The mill of Beja\*\* · content \w+$/u);
    await ada.command('reports rollback').response();
    await expect
      .poll(() => told().at(-1))
      .toContain(`${who}: added **The mill of Beja** · content ${version}`);
  });

  it('tell a server nothing of another, and of the shared reports nothing at all', async () => {
    const { serverAt, ask, untilTold, told } = await start({ guilds: 3 });
    const [other, without] = [serverAt(1), serverAt(2)];
    await other.publish(millOf('Beja'));
    for (const each of [other, without]) await each.choose(each.alerts.id);
    await ask('Which zebra won?');
    await other.ask('Who sold llamas?');
    await without.ask('Who bought otters?');
    await untilTold('Which zebra won?');
    await untilTold('Who sold llamas?', other);
    await other.publish(millOf('Cuba'));
    await expect.poll(() => other.told().at(-1)).toContain('Cuba');
    expect(told().join('\n')).not.toMatch(/llamas|otters|Beja|Cuba/u);
    expect(other.told().join('\n')).not.toMatch(/zebra|otters|Aljustrel/u);
    expect(without.told()).toEqual([expect.stringContaining('has chosen this channel')]);
  });
});

const refusal = (status: number, code: number) => ({
  kind: 'respond' as const,
  status,
  body: { message: 'Refused', code },
});

describe('a channel for alerts', () => {
  const message = { method: 'POST' as const, path: /\/channels\/\d+\/messages$/u };

  it('in which the bot may not write is not chosen, and the manager is told why', async () => {
    const { discord, ada, choose, alerts } = await start({ alerted: false });
    for (const [fault, sentence] of [
      [refusal(403, 50_001), 'The bot may not write in'],
      [refusal(403, 50_013), 'The bot may not write in'],
      [refusal(404, 10_003), 'is no text channel of this server'],
    ] as const) {
      discord.faults.rest.plan(message, fault);
      expect(await choose(alerts.id)).toContain(sentence);
    }
    expect(messageText(await ada.command('settings').response())).toContain('No channel is told');
  });

  it('in which it may not write any more stays; one that has gone does not; each in one line of the log', async () => {
    const { discord, bot, ada, publish } = await start();
    const lines = () => bot.lines.filter(({ event }) => event === 'alert not delivered');
    discord.faults.rest.plan(message, refusal(403, 50_013));
    await publish(millOf('Beja'));
    await expect.poll(lines).toMatchObject([{ level: 'warn', outcome: 'forbidden' }]);
    discord.faults.rest.plan(message, refusal(404, 10_003));
    await publish(millOf('Cuba'));
    await expect.poll(lines).toMatchObject([{}, { level: 'warn', outcome: 'gone' }]);
    const settings = async () => messageText(await ada.command('settings').response());
    await expect.poll(settings).toContain('No channel is told');
  });
});

describe('/gaps export', () => {
  it('gives all gaps of the server as a file, and of no other', async () => {
    const { serverAt, ask, ada } = await start({ guilds: 2 });
    const other = serverAt(1);
    await other.publish(millOf('Beja'));
    await other.ask('Who sold llamas?');
    await ask('=1+1, or which "zebra" won?');
    const exported = ada.command('gaps', { export: true });
    const reply = await exported.response();
    expect(exported.ephemeral).toBe(true);
    expect(messageText(reply)).toContain('**1 entry** is in the file.');
    const [file] = reply.attachments;
    if (!file) throw new Error('there is a file');
    expect(Buffer.from(ada.download(file)).toString('utf8')).toBe(
      '\uFEFFQuestion,Passage marked wrong,Times,First (UTC),Last (UTC),Seen\r\n' +
        `"'=1+1, or which ""zebra"" won?",,1,2026-08-01 00:00,2026-08-01 00:00,\r\n`,
    );
  });

  it('is for who keeps the reports', async () => {
    const { mira } = await start();
    expect(() => mira.command('gaps', { export: true })).toThrow('mira lacks the permission');
  });
});
