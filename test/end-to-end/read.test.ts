import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { startBotOver } from '../support/bot-over.ts';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';

const PARAGRAPHS = Array.from({ length: 20 }, (_, i) => `The keeper wrote entry ${i + 1}.`);
const LONG = Array.from({ length: 150 }, (_, i) => `The keeper wrote line ${i + 1} of his diary.`).join(' ');
const body = (paragraphs: readonly string[]): string => `${paragraphs.join('\n\n')}\n`;
const DIARY = `---\ntitle: The lighthouse\n---\n\n## Spring\n\n${body(PARAGRAPHS.slice(0, 3))}\n## Summer\n\n${body(PARAGRAPHS.slice(3))}`;
const FILES = {
  'lighthouse.md': DIARY,
  'long.md': `---\ntitle: Long\n---\n\nBefore.\n\n${LONG}\n\nAfter.\n`,
};

const quoted = (message: APIMessage): string[] =>
  [...messageText(message).matchAll(/^> (.*)$/gm)].map((match) => match[1] ?? '');

/** The label of the button that begins so, or undefined. */
const labelOf = (message: APIMessage, start: string): string | undefined =>
  JSON.stringify(message.components).match(new RegExp(`"label":"(${start}[^"]*)"`))?.[1];

describe('/read', () => {
  it('reads a report from a paragraph on, with its headings, to the one who asked', async () => {
    const { mira } = await startBotOver(FILES);
    const opened = mira.command('read', { report: 'lighthouse', paragraph: 1 });
    const text = messageText(await opened.response());
    expect(text).toContain('**Spring**\n-# ¶ 1\n> The keeper wrote entry 1.');
    expect(text).toContain('**Summer**\n-# ¶ 4\n> The keeper wrote entry 4.');
    expect(text).toContain('-# ¶ 1 to ¶ 8\n-# **The lighthouse**');
    expect(opened.ephemeral).toBe(true);
  });

  it('turns the pages forward and back, and leaves nothing out', async () => {
    const { mira } = await startBotOver(FILES);
    const first = await mira.command('read', { report: 'lighthouse', paragraph: 1 }).response();
    const second = await mira.click(first, buttonId(first, 'Read on: ¶ 9')).response();
    expect(second.id).toBe(first.id);
    const third = await mira.click(second, buttonId(second, 'Read on: ¶ 17')).response();
    expect([first, second, third].flatMap(quoted)).toEqual(PARAGRAPHS);
    expect(messageText(third)).toContain('the report ends here');
    expect(labelOf(third, 'Read on')).toBeUndefined();
    const back = await mira.click(third, buttonId(third, 'Back: ¶ 9')).response();
    expect(messageText(back)).toBe(messageText(second));
    expect(labelOf(first, 'Back')).toBeUndefined();
  });

  it('begins at a paragraph, under the heading of its section', async () => {
    const { mira } = await startBotOver(FILES);
    const message = await mira.command('read', { report: 'lighthouse', paragraph: 20 }).response();
    expect(quoted(message)).toEqual(['The keeper wrote entry 20.']);
    expect(messageText(message)).toContain('**Summer**\n-# ¶ 20\n');
    expect(labelOf(message, 'Back')).toBe('Back: ¶ 12');
  });

  it('reads a paragraph that is too long in parts, forward and back, and cuts nothing', async () => {
    const { mira } = await startBotOver(FILES);
    let message = await mira.command('read', { report: 'long', paragraph: 1 }).response();
    const forward = [message];
    for (let label = labelOf(message, 'Read on'); label; label = labelOf(message, 'Read on')) {
      message = await mira.click(message, buttonId(message, label)).response();
      forward.push(message);
    }
    expect(forward.length).toBeGreaterThan(2);
    expect(forward.flatMap(quoted).join(' ')).toBe(`Before. ${LONG} After.`);
    for (let label = labelOf(message, 'Back'); label; label = labelOf(message, 'Back')) {
      message = await mira.click(message, buttonId(message, label)).response();
    }
    expect(quoted(message)[0]).toBe('Before.');
  });

  it('reads a section whose paragraph is too long, to its end', async () => {
    const { mira } = await startBotOver({
      'long.md': `---\ntitle: Long\n---\n\n## Diary\n\n${LONG}\n\nThe lamp broke.\n`,
    });
    const answer = await mira.command('ask', { question: 'Which lamp broke?', private: true }).response();
    let message = await mira.click(answer, buttonId(answer, 'Whole section')).response();
    const pages = [message];
    for (let label = labelOf(message, 'Read on'); label; label = labelOf(message, 'Read on')) {
      message = await mira.click(message, buttonId(message, label)).response();
      pages.push(message);
    }
    expect(pages.flatMap(quoted).join(' ')).toBe(`${LONG} The lamp broke.`);
  });

  it.each([
    ['a report that is not there', { report: '**nowhere**' }, 'There is no report “\\*\\*nowhere\\*\\*”'],
    [
      'a paragraph after the last',
      { report: 'lighthouse', paragraph: 21 },
      'There is no ¶ 21 in **The lighthouse**: its paragraphs are numbered from 1 to 20.',
    ],
  ])('refuses %s, in private', async (_, options, sentence) => {
    const { mira } = await startBotOver(FILES);
    const opened = mira.command('read', options);
    expect(messageText(await opened.response())).toContain(sentence);
    expect(opened.ephemeral).toBe(true);
  });

  it('says after a reload that the reports have changed, and reads on from the same paragraph', async () => {
    const { folder, bot, mira } = await startBotOver(FILES);
    const page = await mira.command('read', { report: 'lighthouse', paragraph: 1 }).response();
    await writeFile(join(folder, 'lighthouse.md'), DIARY.replace('entry 9.', 'nothing.'));
    await bot.reload();
    const note = await mira.click(page, buttonId(page, 'Read on: ¶ 9')).response();
    expect(messageText(note)).toContain('The reports have changed');
    const again = await mira.click(note, buttonId(note, 'Read again from ¶ 9')).response();
    expect(quoted(again)[0]).toBe('The keeper wrote nothing.');
  });

  it('says after a reload that the report is gone', async () => {
    const { folder, bot, mira } = await startBotOver(FILES);
    const page = await mira.command('read', { report: 'lighthouse', paragraph: 1 }).response();
    await rm(join(folder, 'lighthouse.md'));
    await bot.reload();
    const note = await mira.click(page, buttonId(page, 'Read on: ¶ 9')).response();
    expect(messageText(note)).toContain('This report is no longer among them: see /sources.');
  });

  it('withholds what Discord would not show exactly, and reads the rest', async () => {
    const { bot, mira } = await startBotOver({
      'odd.md': '---\ntitle: "*Odd* @everyone"\n---\n\n# <@1>\n\nTurn \u202eleft.\n\n# right\n\n\\> 1. *x*\n',
    });
    const message = await mira.command('read', { report: 'odd', paragraph: 1 }).response();
    expect(messageText(message)).toContain('This passage cannot be shown exactly here.');
    expect(messageText(message)).toContain('> \\\\> 1. \\*x\\*');
    expect(messageText(message)).not.toContain('\u202e');
    expect(bot.events).toContain('quotation withheld');
    expect(message.mentions).toEqual([]);
  });

  it('offers the reports by title', async () => {
    const { mira } = await startBotOver(FILES);
    const choices = await mira.autocomplete('read', { report: 'the l' }, 'report');
    expect(choices).toEqual([{ name: 'The lighthouse', value: 'lighthouse' }]);
  });
});

describe('/sources', () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => {
      const id = `report-${String(i + 1).padStart(2, '0')}`;
      return [
        `${id}.md`,
        `---\ntitle: Title ${i + 1}\npublisher: The *Paper*\npublished: 2016-07-01\nurl: https://news.example/${id}\n---\n\nText.\n`,
      ];
    }),
  );

  it('pages through more reports than fit, each with publisher, date, paragraphs and link', async () => {
    const { mira } = await startBotOver(files);
    const first = await mira.command('sources').response();
    expect(messageText(first)).toMatch(/^\*\*30 reports\*\* · 1 to 12 · content [0-9a-f]{8}$/m);
    expect(messageText(first)).toContain(
      '**Title 1**\n-# The \\*Paper\\* · July 1, 2016 · 1 paragraph · <https://news.example/report-01> · `report-01`',
    );
    const second = await mira.click(first, buttonId(first, 'Reports 13 to 24')).response();
    const third = await mira.click(second, buttonId(second, 'Reports 25 to 30')).response();
    const titles = [first, second, third].flatMap((page) =>
      [...messageText(page).matchAll(/^\*\*Title (\d+)\*\*$/gm)].map((match) => Number(match[1])),
    );
    expect(titles).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    const back = await mira.click(third, buttonId(third, 'Reports 13 to 24')).response();
    expect(messageText(back)).toBe(messageText(second));
  });

  it('says after a reload that the reports have changed, and lists them again', async () => {
    const { folder, bot, mira } = await startBotOver(files);
    const first = await mira.command('sources').response();
    await rm(join(folder, 'report-30.md'));
    await bot.reload();
    const note = await mira.click(first, buttonId(first, 'Reports 13 to 24')).response();
    const again = await mira.click(note, buttonId(note, 'List them again')).response();
    expect(messageText(again)).toContain('**29 reports**');
  });

  it('lists reports whose titles and addresses are as long as they can be', async () => {
    const long = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [
        `r${i}-${'x'.repeat(200)}.md`,
        `---\ntitle: "${'*'.repeat(3000)}"\npublisher: "${'_'.repeat(3000)}"\nurl: https://news.example/${'a'.repeat(i * 200)}\n---\n\nText.\n`,
      ]),
    );
    const { mira } = await startBotOver(long);
    let message = await mira.command('sources').response();
    const listed: string[] = [];
    for (;;) {
      expect(messageText(message).length).toBeLessThanOrEqual(4000);
      listed.push(...[...messageText(message).matchAll(/`(r\d)-x+`/g)].map((match) => match[1] ?? ''));
      const next = labelOf(message, `Reports ${listed.length + 1} to`);
      if (next === undefined) break;
      message = await mira.click(message, buttonId(message, next)).response();
    }
    expect(listed).toEqual(Array.from({ length: 9 }, (_, i) => `r${i}`));
    expect(messageText(message)).toContain('too long to list');
  });
});
