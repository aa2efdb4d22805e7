import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startBotOver } from '../support/bot-over.ts';
import { buttonId, menuOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';

const reportFile = (title: string, paragraphs: readonly string[]): string =>
  `---\ntitle: ${title}\n---\n\n${paragraphs.join('\n\n')}\n`;

const FERRY = reportFile('The ferry inquiry', [
  'The ferry Estrella sank off Corvo. Nobody was hurt.',
  'The owners sold two ferries in spring. Their harbour burnt.',
]);
const DIARY = reportFile(
  'The lighthouse',
  Array.from({ length: 12 }, (_, day) => `The keeper saw ship number ${day + 101} pass.`),
);
const HARBOUR = { 'ferry.md': FERRY, 'lighthouse.md': DIARY };

describe('/search', () => {
  it('lists the passages that hold the words, with the words marked and the place of each', async () => {
    const { mira } = await startBotOver(HARBOUR);
    const searched = mira.command('search', { words: 'ferry' });
    const text = messageText(await searched.response());
    expect(text).toContain('**Passages 1 to 2 of 2** found in the reports');
    expect(text).toContain('> The **ferry** Estrella sank off Corvo.\n-# ');
    expect(text).toContain('> The owners sold two **ferries** in spring.\n-# ');
    expect(text).toMatch(/^-# [12] · \*\*The ferry inquiry\*\* · ¶ 2 of 2$/m);
    expect(searched.ephemeral).toBe(true);
  });

  it('turns the pages in place, five passages a page, and shows each passage once', async () => {
    const { mira } = await startBotOver(HARBOUR);
    const first = await mira.command('search', { words: '*keeper* "ship"' }).response();
    expect(messageText(first)).toContain('**Passages 1 to 5 of 12**');
    const second = await mira.click(first, buttonId(first, 'Passages 6 to 10')).response();
    expect(second.id).toBe(first.id);
    const third = await mira.click(second, buttonId(second, 'Passages 11 to 12')).response();
    const pages = [first, second, third].map(messageText);
    const found = pages.flatMap((page) => [...page.matchAll(/¶ (\d+) of 12/g)].map((match) => match[1]));
    expect(found.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    const back = await mira.click(third, buttonId(third, 'Passages 6 to 10')).response();
    expect(messageText(back)).toBe(pages[1]);
  });

  it('searches one report, and stays in it from page to page', async () => {
    const files = { ...HARBOUR, 'other.md': DIARY.replace('The lighthouse', 'Another') };
    const { mira } = await startBotOver(files);
    const first = await mira.command('search', { words: 'keeper', report: 'lighthouse' }).response();
    expect(messageText(first)).toContain('of 12** found in **The lighthouse**');
    const second = await mira.click(first, buttonId(first, 'Passages 6 to 10')).response();
    expect(messageText(second)).toContain('**Passages 6 to 10 of 12** found in **The lighthouse**');
    expect(messageText(second)).not.toContain('**Another**');
  });

  it('says so when there may be more passages than it lists', async () => {
    const pages = Array.from({ length: 60 }, (_, day) => `The keeper saw ship number ${day} pass.`);
    const { mira } = await startBotOver({ 'log.md': reportFile('Log', pages) });
    const text = messageText(await mira.command('search', { words: 'keeper' }).response());
    expect(text).toContain('**Passages 1 to 5 of 50** found in the reports, best first. There may be more:');
  });

  it('opens a passage from the list, and leads back to the list', async () => {
    const { mira } = await startBotOver(HARBOUR);
    const list = await mira.command('search', { words: 'sank' }).response();
    const menu = menuOf(list);
    const passage = await mira.choose(list, menu.id, [menu.values[0] ?? '']).response();
    expect(messageText(passage)).toContain('> The ferry Estrella sank off Corvo. Nobody was hurt.');
    const back = await mira.click(passage, buttonId(passage, 'Passage 1')).response();
    expect(messageText(back)).toBe(messageText(list));
  });

  it('says which words occur nowhere', async () => {
    const { mira } = await startBotOver(HARBOUR);
    const none = messageText(await mira.command('search', { words: 'zebra _quagga_' }).response());
    expect(none).toContain('**No passage of the reports contains any of these words.**');
    expect(none).toContain('Nowhere in the reports: “zebra” and “quagga”.');
    const some = messageText(
      await mira.command('search', { words: 'zebra ferry', report: 'ferry' }).response(),
    );
    expect(some).toContain('Nowhere in **The ferry inquiry**: “zebra”.');
    const idle = messageText(await mira.command('search', { words: 'what is it' }).response());
    expect(idle).toContain('There is nothing to look for in these words.');
  });

  it('takes words in quotation marks as they are, and leaves out what stands behind a minus sign', async () => {
    const { mira } = await startBotOver(HARBOUR);
    const search = async (words: string) => messageText(await mira.command('search', { words }).response());
    const phrase = await search('"sold two ferries"');
    expect(phrase).toContain('**Passage 1 of 1**');
    expect(phrase).toContain('> The owners **sold two ferries** in spring.');
    const without = await search('ferry -harbours');
    expect(without).toContain('**Passage 1 of 1**');
    expect(without).toContain('sank off Corvo');
    expect(await search('"ferry" -sank')).toMatch(/\*\*No passage fits\.\*\*.*quotation marks.*minus sign/);
    expect(await search('-ferry')).toContain('There is nothing to look for in these words.');
  });

  it('finds a phrase among many passages with its words, and stays with it from page to page', async () => {
    const pages = Array.from({ length: 300 }, (_, day) =>
      day % 30 === 7 ? `On day ${day} he saw no ship.` : `Ship ${day}: no, he saw a boat.`,
    );
    const { mira } = await startBotOver({ 'log.md': reportFile('Log', pages) });
    const first = await mira.command('search', { words: '"saw no ship" -67' }).response();
    expect(messageText(first)).toContain('**Passages 1 to 5 of 9**');
    const second = await mira.click(first, buttonId(first, 'Passages 6 to 9')).response();
    expect([...messageText(second).matchAll(/\*\*saw no ship\*\*/g)]).toHaveLength(4);
  });

  it('says after a reload that the reports have changed, and searches again', async () => {
    const { folder, bot, mira } = await startBotOver(HARBOUR);
    const list = await mira.command('search', { words: 'keeper', report: 'lighthouse' }).response();
    await writeFile(join(folder, 'lighthouse.md'), DIARY.replaceAll('pass.', 'sink.'));
    await bot.reload();
    const note = await mira.click(list, buttonId(list, 'Passages 6 to 10')).response();
    expect(messageText(note)).toContain('The reports have changed since this answer');
    const again = await mira.click(note, buttonId(note, 'Search again')).response();
    expect(messageText(again)).toContain('**Passages 1 to 5 of 12** found in **The lighthouse**');
    expect(messageText(again)).toContain('sink.');
  });

  it('says after a reload that the report searched is gone', async () => {
    const { folder, bot, mira } = await startBotOver(HARBOUR);
    const list = await mira.command('search', { words: 'keeper', report: 'lighthouse' }).response();
    await rm(join(folder, 'lighthouse.md'));
    await bot.reload();
    const note = await mira.click(list, buttonId(list, 'Passages 6 to 10')).response();
    expect(messageText(note)).toContain('This report is no longer among them');
  });

  it('refuses a report that is not there, in private', async () => {
    const { mira } = await startBotOver(HARBOUR);
    const searched = mira.command('search', { words: 'ferry', report: '@everyone' });
    expect(messageText(await searched.response())).toContain('There is no report “\\@everyone”');
    expect(searched.ephemeral).toBe(true);
  });

  it('offers the reports whose title or id holds what was typed', async () => {
    const { mira } = await startBotOver(HARBOUR);
    const choices = await mira.autocomplete('search', { words: 'x', report: 'LIGHT' }, 'report');
    expect(choices).toEqual([{ name: 'The lighthouse', value: 'lighthouse' }]);
  });

  it.each([
    ['the longest words', 'keeper '.repeat(40).slice(0, 200)],
    ['marks', '*_`|~keeper> '.repeat(15)],
    ['nothing to see', '\u200b'],
    ['a ping', '@everyone <@123456789012345678>'],
    ['control characters', 'keeper\u0000\u202e'],
    ['a mark of shortening', 'keeper […]'],
    ['right-to-left text', 'كم عدد المركبات'],
  ])('answers politely: %s', async (_, words) => {
    const { mira } = await startBotOver(HARBOUR);
    const message = await mira.command('search', { words }).response();
    expect(messageText(message).length).toBeGreaterThan(20);
    expect(messageText(message)).not.toContain('went wrong');
    expect(message.mentions).toEqual([]);
  });

  it('fits any report into one message, and says where an excerpt is only a part', async () => {
    const long = `The keeper ${'*wrote* <of> [the] :sea: and '.repeat(200)}slept.`;
    const crowd = Array.from({ length: 6 }, (_, i) => `The keeper sent ${'🚢'.repeat(60)} ${i}.`);
    const { mira, bot } = await startBotOver({
      'long.md': reportFile(
        JSON.stringify('*T* '.repeat(100)),
        Array.from({ length: 6 }, () => long),
      ),
      'crowd.md': reportFile('Crowd', crowd),
      'odd.md': reportFile('Odd', ['The keeper turned \u202eleft.']),
    });
    for (const report of ['long', 'crowd', 'odd']) {
      const message = await mira.command('search', { words: 'keeper', report }).response();
      expect(messageText(message).length).toBeLessThanOrEqual(4000);
      expect([...messageText(message).matchAll(/🚢/gu)].length).toBeLessThan(100);
      const notes = [...messageText(message).matchAll(/A part of a long sentence/g)];
      expect(notes).toHaveLength(report === 'long' ? 5 : 0);
    }
    expect(bot.events).toContain('quotation withheld');
  });

  it('marks whole characters only, in a script that joins letters', async () => {
    const { mira } = await startBotOver({
      'sea.md': `---\ntitle: Sea\nlanguage: fa\n---\n\nاو می\u200cخواهد به دریا برود.\n`,
    });
    const text = messageText(await mira.command('search', { words: 'می' }).response());
    expect(text).toContain('> او **می\u200c**خواهد به دریا برود.');
  });
});
