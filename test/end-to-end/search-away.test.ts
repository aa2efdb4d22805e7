import { Locale } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { wordingFor } from '../../src/i18n/wording.ts';
import { openStore } from '../../src/store/open-store.ts';
import { systemClock } from '../../src/text/clock.ts';
import { createLog } from '../../src/log.ts';
import { startBotOver } from '../support/bot-over.ts';
import { messageText } from '../support/message-text.ts';
import { replyTo } from '../support/use-running-bot.ts';

const report = (title: string, paragraphs: readonly string[]): string =>
  `---\ntitle: ${title}\n---\n\n${paragraphs.join('\n\n')}\n`;
// One more than are looked at without a search.
const LOG = report(
  'The lighthouse',
  Array.from({ length: 51 }, (_, day) => `The keeper saw ship number ${day + 101} pass.`),
);
const FERRY = report('The ferry', ['The ferry Estrella sank off Corvo in June.']);

it('says that the search is away, never that the reports do not answer, and keeps no such question', async () => {
  const log = createLog('silent');
  const store = await openStore({ kind: 'memory', retentionDays: 30 }, { clock: systemClock, log });
  // Nothing listens at port 9 of this computer.
  const search = { urls: ['http://me:planted-secret@127.0.0.1:9'], from: 1, owner: 'test' };
  const { discord, bot } = await startBotOver({ 'log.md': LOG, 'ferry.md': FERRY }, { store, search });
  const asked = [
    [Locale.EnglishUS, 'ask', { question: 'Which zebra won?' }],
    [Locale.German, 'ask', { question: 'Who saw ship number 117?' }],
    [Locale.Japanese, 'search', { words: 'keeper' }],
  ] as const;
  for (const [locale, command, options] of asked) {
    const reply = await discord.as(discord.people.member, { locale }).command(command, options).response();
    expect(messageText(reply)).toContain(wordingFor(locale).notes.searchAway);
  }
  const mira = discord.as(discord.people.member);
  const mention = await replyTo(mira, mira.mention('Who saw ship number 117?'));
  expect(messageText(mention)).toContain('That does not mean that they have no answer');
  // A report is small enough to be read as a whole, and asks no server.
  const own = await mira.command('ask', { question: 'What sank off Corvo?', report: 'ferry' }).response();
  expect(messageText(own)).toContain('Estrella');

  expect(await store.gaps(undefined)).toEqual([]);
  await expect.poll(() => bot.lines.filter(({ event }) => event === 'not answered')).not.toEqual([]);
  expect(bot.events).toContain('search lost: large collections cannot be asked');
  expect(bot.events).not.toContain('interaction failed');
  expect(JSON.stringify(bot.lines)).not.toMatch(/planted-secret|bWU6cGxhbnRlZC1zZWNyZXQ/u);
});
