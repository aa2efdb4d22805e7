import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startLocalDiscord } from 'local-discord';
import { buttonId, menuOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { startBotOn } from '../support/running-bot.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const FERRY = `---
title: The ferry inquiry
---

## The day

The ferry Estrella sank off Corvo. Nobody was hurt.

Divers raised the wreck of the Estrella in March.

## The owners

The ferry belonged to the Reis family.
`;
const LONG = Array.from(
  { length: 95 },
  (_, i) => `The lighthouse keeper wrote line ${i + 1} of his diary.`,
).join(' ');

async function start() {
  const folder = await createTempFolder({
    'ferry.md': FERRY,
    'lighthouse.md': `---\ntitle: The lighthouse\n---\n\n${LONG}\n`,
  });
  const discord = await startLocalDiscord();
  const bot = await startBotOn(discord, folder);
  onTestFinished(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  const mira = discord.as(discord.people.member);
  const olive = discord.as(discord.people.owner);
  const ask = async (
    options: { readonly private?: boolean; readonly question?: string } = {},
  ): Promise<APIMessage> =>
    mira.command('ask', { question: 'Which ferry sank off Corvo?', ...options }).response();
  return { folder, discord, bot, mira, olive, ask };
}

describe('the buttons around a passage', () => {
  it('show the paragraph after in place of a private answer', async () => {
    const { mira, ask } = await start();
    const answer = await ask({ private: true });
    const click = mira.click(answer, buttonId(answer, 'After: ¶ 2'));
    const shown = await click.response();
    expect(shown.id).toBe(answer.id);
    expect(messageText(shown)).toContain('> Divers raised the wreck of the Estrella in March.');
    expect(messageText(shown)).toContain('¶ 2 of 3');
    const back = await mira.click(shown, buttonId(shown, 'Before: ¶ 1')).response();
    expect(messageText(back)).toContain('> The ferry Estrella sank off Corvo. Nobody was hurt.');
  });

  it('leave a public answer as it is, and answer whoever clicked in private', async () => {
    const { olive, mira, ask } = await start();
    const answer = await ask();
    const click = olive.click(answer, buttonId(answer, 'After: ¶ 2'));
    expect(messageText(await click.response())).toContain('Divers raised the wreck');
    expect(click.ephemeral).toBe(true);
    const stays = mira.messages().find(({ id }) => id === answer.id);
    expect(stays && messageText(stays)).toBe(messageText(answer));
  });

  it('read the whole section', async () => {
    const { mira, ask } = await start();
    const answer = await ask({ private: true });
    const shown = await mira.click(answer, buttonId(answer, 'Whole section')).response();
    expect(messageText(shown)).toContain('> The ferry Estrella sank off Corvo. Nobody was hurt.');
    expect(messageText(shown)).toContain('> Divers raised the wreck of the Estrella in March.');
    expect(messageText(shown)).not.toContain('Reis family');
    const back = await mira.click(shown, buttonId(shown, 'Back to ¶ 1')).response();
    expect(messageText(back)).toContain('¶ 1 of 3');
  });

  it('lead through all parts of a paragraph that is too long, and cut nothing', async () => {
    const { mira, ask } = await start();
    let message = await ask({
      private: true,
      question: 'What is line 1 of the diary of the lighthouse keeper?',
    });
    const [, parts] = /Part \d of (\d)/.exec(messageText(message)) ?? [];
    const quoted: string[] = [];
    for (let part = 1; part <= Number(parts); part++) {
      if (!messageText(message).includes(`Part ${part} of ${parts}`)) {
        message = await mira.click(message, buttonId(message, `Part ${part} of ${parts}`)).response();
      }
      quoted.push(...[...messageText(message).matchAll(/^> (.*)$/gm)].map((match) => match[1] ?? ''));
    }
    expect(Number(parts)).toBeGreaterThan(2);
    expect(quoted.join(' ').replaceAll('**', '')).toBe(LONG);
  });

  it('show any of the other passages that were found', async () => {
    const { mira, ask } = await start();
    const answer = await ask({ private: true });
    const menu = menuOf(answer);
    const shown = await mira.choose(answer, menu.id, [menu.values[0] ?? '']).response();
    expect(messageText(shown)).not.toContain('sank off Corvo.**');
    expect(menuOf(shown).values).toEqual(menu.values);
  });

  it('work after a restart, because all they need stands in them', async () => {
    const { discord, folder, bot, mira, ask } = await start();
    const answer = await ask({ private: true });
    await bot.stop();
    const again = await startBotOn(discord, folder);
    onTestFinished(() => again.stop());
    const shown = await mira.click(answer, buttonId(answer, 'After: ¶ 2')).response();
    expect(messageText(shown)).toContain('Divers raised the wreck');
  });

  it('say after a reload that the reports have changed, and offer to ask again', async () => {
    const { folder, bot, mira, ask } = await start();
    const answer = await ask({ private: true });
    await writeFile(join(folder, 'ferry.md'), FERRY.replace('Nobody was hurt', 'Two were hurt'));
    await bot.reload();
    const note = await mira.click(answer, buttonId(answer, 'After: ¶ 2')).response();
    expect(messageText(note)).toContain('The reports have changed since this answer');
    const again = await mira.click(note, buttonId(note, 'Ask again')).response();
    expect(messageText(again)).toContain('Two were hurt');
  });
});

describe('sharing and removing', () => {
  it('posts a private answer in the channel, as asked by that person, without a ping', async () => {
    const { mira, olive, ask } = await start();
    const answer = await ask({ private: true });
    const click = mira.click(answer, buttonId(answer, 'Share in channel'));
    const shared = await click.response();
    expect(click.ephemeral).toBe(false);
    expect(shared.id).not.toBe(answer.id);
    expect(messageText(shared)).toContain(`Asked by <@${mira.context.person.user.id}>`);
    expect(messageText(shared)).toContain('The ferry Estrella sank off Corvo.');
    expect(shared.mentions).toEqual([]);
    expect(olive.messages().map(({ id }) => id)).toContain(shared.id);
  });

  it('removes a public answer for the one who asked, and for nobody else', async () => {
    const { mira, olive, ask } = await start();
    const answer = await ask();
    const refused = olive.click(answer, buttonId(answer, 'Remove'));
    expect(messageText(await refused.response())).toBe('Only the person who asked can remove this answer.');
    expect(refused.ephemeral).toBe(true);
    await mira.click(answer, buttonId(answer, 'Remove')).acknowledged();
    await expect.poll(() => olive.messages().map(({ id }) => id)).not.toContain(answer.id);
  });

  it('lets who shared an answer remove it again', async () => {
    const { mira, olive, ask } = await start();
    const answer = await ask({ private: true });
    const shared = await mira.click(answer, buttonId(answer, 'Share in channel')).response();
    await mira.click(shared, buttonId(shared, 'Remove')).acknowledged();
    await expect.poll(() => olive.messages().map(({ id }) => id)).not.toContain(shared.id);
  });
});

describe('verification', () => {
  it('withholds what Discord would not show exactly, cites it, and logs an error', async () => {
    const { folder, bot, mira } = await start();
    await writeFile(join(folder, 'odd.md'), '---\ntitle: Odd\n---\n\nThe zebra turned \u202eleft at noon.\n');
    await bot.reload();
    const text = messageText(
      await mira.command('ask', { question: 'Where did the zebra turn at noon?' }).response(),
    );
    expect(text).toContain('This passage cannot be shown exactly here.');
    expect(text).toContain('**Odd**');
    expect(text).not.toContain('\u202e');
    expect(bot.events).toContain('quotation withheld');
  });
});
