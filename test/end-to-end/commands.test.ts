import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageFlags } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

let running: RunningBot;

beforeEach(async () => {
  running = await startRunningBot();
});
afterEach(async () => {
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

const member = () => running.discord.as(running.discord.people.member);
const owner = () => running.discord.as(running.discord.people.owner);
const moderator = () => running.discord.as(running.discord.people.moderator);

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

  it('never lets a message ping', async () => {
    await member().command('ask', { question: '@everyone' }).response();
    const bodies = running.discord.requests
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

describe('/rollback', () => {
  it('goes back to the reports before the last reload, and forward again', async () => {
    const nothing = owner().command('rollback');
    expect(messageText(await nothing.response())).toContain('There is nothing to go back to');
    expect(nothing.ephemeral).toBe(true);
    await writeFile(join(running.dataDir, 'new.md'), '---\ntitle: New\n---\n\nThe ferry sank off Corvo.\n');
    const reloaded = messageText(await owner().command('reload').response());
    expect(reloaded).toContain('Added: new');
    const [, after] = /content ([0-9a-f]{8})\./.exec(reloaded) ?? [];
    const ask = async () =>
      messageText(await member().command('ask', { question: 'Where did the ferry sink?' }).response());
    expect(await ask()).toContain('sank off Corvo');
    const back = messageText(await owner().command('rollback').response());
    expect(back).toMatch(
      /^\*\*Back\*\* to the reports before: 2 reports, 16 paragraphs, content [0-9a-f]{8}\.$/m,
    );
    expect(back).toContain('Removed: new');
    expect(await ask()).not.toContain('sank off Corvo');
    expect(back).toMatch(
      new RegExp(
        `^-# That is a change too: /rollback once more brings back content ${after}\\. .*/reports rollback`,
        'm',
      ),
    );
    const forth = messageText(await owner().command('rollback').response());
    expect(forth).toContain('Added: new');
    expect(forth).toContain(`content ${after}.`);
    expect(await ask()).toContain('sank off Corvo');
  });

  it('refuses everybody else in private, and changes nothing', async () => {
    const refused = moderator().command('rollback');
    expect(messageText(await refused.response())).toMatch(
      /^Only admins of this bot may do this: .*`ADMIN_ROLE_IDS`/,
    );
    expect(refused.ephemeral).toBe(true);
  });
});

describe('/reload', () => {
  it('serves the new content to an admin’s order', async () => {
    await writeFile(
      join(running.dataDir, 'ferry.md'),
      '---\ntitle: The ferry\n---\n\nThe ferry Estrella sank off Corvo.\n',
    );
    const reloaded = owner().command('reload');
    const text = messageText(await reloaded.response());
    expect(text).toContain('**Reloaded**');
    expect(text).toContain('Added: ferry');
    expect(reloaded.ephemeral).toBe(true);
    const answer = messageText(
      await member().command('ask', { question: 'Which ferry sank off Corvo?' }).response(),
    );
    expect(answer).toContain('The ferry Estrella sank off Corvo.');
  });

  it('says so when nothing has changed', async () => {
    expect(messageText(await owner().command('reload').response())).toContain('Nothing has changed.');
  });

  it('keeps the old library when a report has faults, and names file and line of each', async () => {
    await writeFile(
      join(running.dataDir, 'bad.md'),
      '---\ntitle: Bad\npublished: June\ncolour: red\n---\n\nText.\n',
    );
    const text = messageText(await owner().command('reload').response());
    expect(text).toContain('**Nothing was reloaded.**');
    expect(text).toMatch(/bad\.md" \(line 3\)/);
    expect(text).toMatch(/bad\.md" \(line 4\)/);
    const sources = messageText(await member().command('sources').response());
    expect(sources).toContain('**2 reports**');
  });

  it('attaches all faults when they do not fit', async () => {
    for (let number = 0; number < 12; number++) {
      await writeFile(join(running.dataDir, `bad-${number}.md`), 'no front matter\n');
    }
    const message = await owner().command('reload').response();
    expect(messageText(message)).toContain('The 12 faults:');
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['faults.txt']);
  });

  it('refuses everybody else in private, and reloads nothing', async () => {
    await writeFile(join(running.dataDir, 'ferry.md'), '---\ntitle: The ferry\n---\n\nText.\n');
    const refused = moderator().command('reload');
    expect(messageText(await refused.response())).toMatch(
      /^Only admins of this bot may do this: .*`ADMIN_ROLE_IDS`/,
    );
    expect(refused.ephemeral).toBe(true);
    expect(messageText(await member().command('sources').response())).toContain('**2 reports**');
  });
});

describe('the bot', () => {
  it('reloads from outside, as SIGHUP does', async () => {
    await running.bot.reload();
    expect(running.bot.events).toContain('reloaded');
  });

  it('marks its answers as Components V2', async () => {
    const message = await member().command('ask', { question: 'Who is Yahya Rasool?' }).response();
    expect((message.flags ?? 0) & MessageFlags.IsComponentsV2).not.toBe(0);
  });
});
