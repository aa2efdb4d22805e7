import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Locale, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { useRunningBot } from '../support/use-running-bot.ts';

const running = useRunningBot('group');
const member = () => running.as('member');

describe('/ask', () => {
  it('quotes the passage word for word, with its citation', async () => {
    const asked = member().command('ask', {
      question: 'What did Matthew Allen say was struck within two days?',
    });
    const text = messageText(await asked.response());
    const report = await readFile(join(running.dataDir, 'fallujah-convoy-strikes.md'), 'utf8');
    const quoted = [...text.matchAll(/^> (.*)$/gm)].map((match) =>
      (match[1] ?? '').replaceAll('**', '').replaceAll('\\', ''),
    );
    expect(quoted).toHaveLength(1);
    expect(report).toContain(quoted[0]);
    expect(text).toContain('Matthew Allen');
    expect(text).toMatch(/ISIS militants killed .*\n.* · ¶ 4 of 13 · content [0-9a-f]{8}/);
    expect(asked.ephemeral).toBe(false);
    expect(asked.deferred).toBe(false);
  });

  it('shows the question without what is invisible or turns it round, and escaped', async () => {
    const asked = member().command('ask', { question: 'Who is \u202E*Yahya*\0 Rasool\uD800?' });
    const [line] = messageText(await asked.response()).split('\n');
    expect(line).toBe('-# Who is \\*Yahya\\* Rasool\uFFFD?');
  });

  it('answers from one report, in private, when asked to', async () => {
    const asked = member().command('ask', {
      question: 'Who discovered the fire?',
      report: 'mill-fire',
      private: true,
    });
    expect(messageText(await asked.response())).toContain('**The fire at the mill**');
    expect(asked.ephemeral).toBe(true);
  });

  it('says that the reports do not answer, and which words they lack', async () => {
    const asked = member().command('ask', { question: 'Which zebra won the marathon?' });
    const text = messageText(await asked.response());
    expect(text).toContain('The reports do not answer this.');
    expect(text).toContain('“zebra”');
  });

  it('refuses a report that is not there, in private', async () => {
    const asked = member().command('ask', { question: 'Why?', report: '**nowhere** @everyone' });
    expect(messageText(await asked.response())).toContain(
      'There is no report “\\*\\*nowhere\\*\\* \\@everyone”',
    );
    expect(asked.ephemeral).toBe(true);
  });

  it.each([
    ['question words only', 'who is it'],
    ['a character nobody sees', '\u200b'],
    ['6,000 letters', 'x'.repeat(6000)],
    ['6,000 marks', '*_`|~'.repeat(1200)],
    ['1,000 words', 'who was hit '.repeat(333).trim()],
    ['emoji', '👩‍👩‍👧 🧪?'],
    ['right-to-left text', 'كم عدد المركبات التي دمرت؟'],
    ['combining marks', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘'],
    ['a ping', '@everyone <@123456789012345678> <@&123456789012345678>'],
    ['a code fence', '```\nconst x = 1;\n```'],
    ['control characters', 'a\u0000b\u0007\u202e'],
  ])('answers or refuses politely: %s', async (_, question) => {
    const message = await member().command('ask', { question }).response();
    expect(messageText(message).length).toBeGreaterThan(20);
    expect(messageText(message)).not.toContain('went wrong');
    expect(message.mentions).toEqual([]);
    expect(message.mention_everyone).toBe(false);
  });

  it('marks its answers as Components V2', async () => {
    const message = await member().command('ask', { question: 'Who is Yahya Rasool?' }).response();
    expect((message.flags ?? 0) & MessageFlags.IsComponentsV2).not.toBe(0);
  });

  it('never lets a message ping', async () => {
    const { requests } = running.discord;
    const before = requests.length;
    await member().command('ask', { question: '@everyone' }).response();
    const bodies = requests
      .slice(before)
      .filter(({ path }) => path.endsWith('/callback'))
      .map(({ body }) => body);
    expect(bodies).toHaveLength(1);
    expect(JSON.stringify(bodies)).toContain('"allowed_mentions":{"parse":[]');
  });

  it('offers the reports whose title or id holds what was typed', async () => {
    const all = await member().autocomplete('ask', { question: 'x', report: '' }, 'report');
    expect(all.map(({ value }) => value)).toEqual(['fallujah-convoy-strikes', 'mill-fire']);
    const some = await member().autocomplete('ask', { question: 'x', report: 'THE mi' }, 'report');
    expect(some).toEqual([{ name: 'The fire at the mill', value: 'mill-fire' }]);
  });
});

describe('/sources', () => {
  it('lists the reports to the one who asked', async () => {
    const asked = member().command('sources');
    const text = messageText(await asked.response());
    expect(text).toMatch(/^\*\*2 reports\*\* · content [0-9a-f]{8}$/m);
    expect(text).toContain('**The fire at the mill**');
    expect(text).toContain('13 paragraphs');
    expect(asked.ephemeral).toBe(true);
  });
});

describe('/about', () => {
  it('says what the bot answers from, and what it does not promise', async () => {
    const text = messageText(await member().command('about').response());
    expect(text).toMatch(
      /16 paragraphs of 2 reports \(content version [0-9a-f]{8}, which changes with the reports\)/,
    );
    expect(text).toContain('does not prove that they are true');
  });
});

const STEADY = 'Towards where was the New Syrian Army making steady progress?';

const reader = (locale: Locale) => running.as('member', { locale });
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
    const english = await reader(Locale.EnglishUS).command('ask', { question: STEADY }).response();
    const own = await reader(locale).command('ask', { question: STEADY }).response();
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
