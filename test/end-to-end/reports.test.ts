import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArticle } from '../../src/import/read-article.ts';
import { startBotOver } from '../support/bot-over.ts';
import { buttonId, menuOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBotOptions, startBotOn } from '../support/running-bot.ts';

const SHARED = '---\ntitle: The ferry report\n---\n\nThe ferry sank off Corvo.\n';
const ARTICLE = `---
title: Mill burns down
publisher: The Corvo Courier
published: 2016-07-01
---

The mill of Aljustrel burnt down on Monday, and nobody was hurt.

"The fire began in the kitchen," said Ana Reis, the mayor of Aljustrel.

The mill was built in 1912 and had forty workers when it closed.
`;
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A bot that reads what it imports by itself; the first test, and those of the process, leave that as it is. */
async function start(options: RunningBotOptions = { readSource: readArticle }) {
  const started = await startBotOver({ 'ferry.md': SHARED }, options);
  const { discord, folder } = started;
  const own = join(folder, 'servers', discord.guild.id);
  const ada = discord.as(discord.people.admin);
  const add = (name: string, text: string, options: Record<string, unknown> = {}) =>
    ada.command('reports add', { file: file(name, text), ...options });
  const press = (message: Parameters<typeof buttonId>[0], label: string) =>
    ada.click(message, buttonId(message, label));
  const files = async () => (await readdir(own)).filter((each) => each.endsWith('.md'));
  return { ...started, own, ada, add, press, files };
}

describe('/reports', () => {
  it('imports a file, shows a private preview, and publishes it for this server alone', async () => {
    const { add, press, mira, files, discord } = await start({});
    const added = add('mill.md', ARTICLE);
    const preview = await added.response();
    expect(added.ephemeral).toBe(true);
    const text = messageText(preview);
    expect(text).toContain('Mill burns down');
    expect(text).toContain('The Corvo Courier');
    expect(text).toContain('¶ 1 The mill of Aljustrel burnt down');
    expect(text).toContain('¶ 3 The mill was built in 1912');
    expect(await files()).toEqual([]);
    const published = messageText(await press(preview, 'Publish').response());
    expect(published).toContain('**Published:** **Mill burns down**');
    expect(await files()).toEqual(['mill-burns-down.md']);
    const asked = mira.command('ask', { question: 'When did the mill burn down?' });
    expect(messageText(await asked.response())).toContain('burnt down on Monday');
    const direct = discord.as(discord.people.member, { directMessage: true });
    const elsewhere = direct.command('ask', { question: 'When did the mill burn down?' });
    expect(messageText(await elsewhere.response())).not.toContain('Monday');
  });

  it('lets details be edited before, and suggestions be dropped', async () => {
    const { add, press, ada, own } = await start();
    const preview = await add('mill.md', ARTICLE).response();
    const form = await press(preview, 'Edit details').modal();
    const edited = await ada.submit(form, { title: 'The mill', publisher: '' }).response();
    expect(messageText(edited)).toContain('**The mill**');
    const menu = menuOf(edited);
    const fewer = await ada.choose(edited, menu.id, menu.values.slice(0, 1)).response();
    await press(fewer, 'Publish').response();
    const written = await readFile(join(own, 'mill-burns-down.md'), 'utf8');
    expect(written).toContain('title: The mill\n');
    expect(written).not.toContain('publisher');
    expect(written.match(/^ +- /gmu)).toHaveLength(1);
  });

  it('publishes nothing of a preview that was discarded, or has lapsed', async () => {
    const { add, press, own, files } = await start();
    const preview = await add('mill.md', ARTICLE).response();
    expect(messageText(await press(preview, 'Discard').response())).toContain('Nothing was published');
    const other = await add('mill.md', ARTICLE).response();
    await rm(join(own, '.drafts'), { recursive: true });
    expect(messageText(await press(other, 'Publish').response())).toContain('This preview has lapsed');
    expect(await files()).toEqual([]);
  });

  it('publishes a preview after a restart', async () => {
    const { add, press, files, bot, discord, folder } = await start();
    const preview = await add('mill.md', ARTICLE).response();
    await bot.stop();
    const restarted = await startBotOn(discord, folder);
    onTestFinished(() => restarted.stop());
    expect(messageText(await press(preview, 'Publish').response())).toContain('**Published:**');
    expect(await files()).toEqual(['mill-burns-down.md']);
  });

  it('keeps a detail that is too long for the form, unless it is changed', async () => {
    const { add, press, ada, own } = await start();
    const publisher = 'Courier '.repeat(600).trim();
    await press(
      await add('mill.md', ARTICLE.replace('The Corvo Courier', publisher)).response(),
      'Publish',
    ).response();
    const form = await ada.command('reports edit', { report: 'mill-burns-down' }).modal();
    await ada.submit(form, { title: 'The mill' }).response();
    expect(await readFile(join(own, 'mill-burns-down.md'), 'utf8')).toContain(`publisher: ${publisher}\n`);
  });

  it('edits, removes and brings back, in the folder too, and says who did', async () => {
    const { add, press, ada, own, files } = await start();
    await press(await add('mill.md', ARTICLE).response(), 'Publish').response();
    const report = 'mill-burns-down';
    const before = await readFile(join(own, `${report}.md`), 'utf8');
    const form = await ada.command('reports edit', { report }).modal();
    expect(messageText(await ada.submit(form, { title: 'The mill' }).response())).toContain('**Changed:**');
    const question = await ada.command('reports remove', { report }).response();
    expect(messageText(await press(question, 'Remove').response())).toContain('**Removed:** **The mill**');
    expect(await files()).toEqual([]);
    const history = messageText(await ada.command('reports history').response());
    expect(history).toMatch(/<@\d+>: removed \*\*The mill\*\*/u);
    const changes = await ada.autocomplete('reports rollback', {}, 'change');
    expect(changes.map(({ name }) => name)).toHaveLength(3);
    await ada.command('reports rollback').response();
    expect(await files()).toEqual([`${report}.md`]);
    const [, second] = await ada.autocomplete('reports rollback', {}, 'change');
    await ada.command('reports rollback', { change: String(changes[1]?.value) }).response();
    expect(second).toBeDefined();
    expect(await readFile(join(own, `${report}.md`), 'utf8')).toBe(before);
  });

  it('lists reports, and gives the file of one', async () => {
    const { add, press, ada } = await start();
    expect(messageText(await ada.command('reports list').response())).toContain(
      'There are no reports here yet',
    );
    await press(await add('mill.md', ARTICLE).response(), 'Publish').response();
    expect(messageText(await ada.command('reports list').response())).toContain('`mill-burns-down`');
    const shown = await ada.command('reports show', { report: 'mill-burns-down' }).response();
    const [copy] = shown.attachments.map((each) => ada.download(each));
    expect(new TextDecoder().decode(copy)).toContain('The mill was built in 1912');
  });

  it.each([
    ['an empty file', 'mill.txt', '', /mill\.txt was not imported.*empty/su],
    ['a file of another kind', 'mill.exe', 'x', /its name does not end with/u],
  ])('says what is wrong with %s', async (_, name, text, message) => {
    const { add } = await start();
    expect(messageText(await add(name, text).response())).toMatch(message);
  });

  it('refuses who may not, and shared reports for all but admins', async () => {
    const { discord, add } = await start();
    const other = discord.as(discord.people.member);
    expect(() => other.command('reports list', {})).toThrow('permission');
    expect(messageText(await add('mill.md', ARTICLE, { shared: true }).response())).toContain(
      'Only admins of this bot',
    );
  });

  it('warns of what is here already', async () => {
    const { add, press } = await start();
    await press(await add('mill.md', ARTICLE).response(), 'Publish').response();
    const again = messageText(await add('mill.md', ARTICLE).response());
    expect(again).toContain('It takes the place of the report with this id.');
    const twin = ARTICLE.replace('title: Mill burns down', 'title: The ferry report');
    const text = messageText(await add('twin.md', twin).response());
    expect(text).toMatch(/a report called The ferry report is here already/u);
    expect(text).toMatch(/¶ 1 stands in Mill burns down too, as ¶ 1/u);
  });
});
