import { Locale } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelsOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

const QUESTION = 'Towards where was the New Syrian Army making steady progress?';

let running: RunningBot;

beforeAll(async () => {
  running = await startRunningBot();
});
afterAll(async () => {
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

const reader = (locale: Locale) => running.discord.as(running.discord.people.member, { locale });
const quotedIn = (text: string) => text.split('\n').filter((line) => line.startsWith('> '));

describe('a reader', () => {
  it.each([
    [Locale.German, 'Gesagt, dem Bericht zufolge', 'Quelle öffnen'],
    [Locale.French, 'rapport', 'source'],
    [Locale.SpanishES, 'informe', 'fuente'],
    [Locale.SpanishLATAM, 'informe', 'fuente'],
    [Locale.PortugueseBR, 'relatório', 'fonte'],
    [Locale.Japanese, '報告書', '出典'],
    [Locale.Swedish, 'Said by, as the report gives it', 'Before'],
  ])('in %s is spoken to in that language, and the quotation stays as it stands', async (locale, said) => {
    const english = await reader(Locale.EnglishUS).command('ask', { question: QUESTION }).response();
    const own = await reader(locale).command('ask', { question: QUESTION }).response();
    expect(quotedIn(messageText(own))).toEqual(quotedIn(messageText(english)));
    expect(messageText(own).toLowerCase()).toContain(said.toLowerCase());
    expect(labelsOf(own)).toHaveLength(labelsOf(english).length);
  });

  it('finds the commands by names of their language', () => {
    const names = running.discord.commands('global').map(({ name_localizations: names }) => names ?? {});
    const inGerman = names.map((each) => each[Locale.German] ?? null).filter((name) => name !== null);
    expect(inGerman.length).toBeGreaterThan(8);
    expect(names.every((each) => !('ar' in each))).toBe(true);
  });
});
