import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noStore } from '../../src/store/open-store.ts';
import { buttonId, menuOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { startRunningBot } from '../support/running-bot.ts';
import { useRunningBot } from '../support/use-running-bot.ts';

const running = useRunningBot('test');
const { as } = running;

describe('/rollback', () => {
  it('goes back to the reports before the last reload, and forward again', async () => {
    const nothing = as('owner').command('rollback');
    expect(messageText(await nothing.response())).toContain('There is nothing to go back to');
    expect(nothing.ephemeral).toBe(true);
    await writeFile(join(running.dataDir, 'new.md'), '---\ntitle: New\n---\n\nThe ferry sank off Corvo.\n');
    const reloaded = messageText(await as('owner').command('reload').response());
    expect(reloaded).toContain('Added: new');
    const [, after] = /content ([0-9a-f]{8})\./.exec(reloaded) ?? [];
    const ask = async () =>
      messageText(await as('member').command('ask', { question: 'Where did the ferry sink?' }).response());
    expect(await ask()).toContain('sank off Corvo');
    const back = messageText(await as('owner').command('rollback').response());
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
    const forth = messageText(await as('owner').command('rollback').response());
    expect(forth).toContain('Added: new');
    expect(forth).toContain(`content ${after}.`);
    expect(await ask()).toContain('sank off Corvo');
  });

  it('refuses everybody else in private, and changes nothing', async () => {
    const refused = as('moderator').command('rollback');
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
    const reloaded = as('owner').command('reload');
    const text = messageText(await reloaded.response());
    expect(text).toContain('**Reloaded**');
    expect(text).toContain('Added: ferry');
    expect(reloaded.ephemeral).toBe(true);
    const answer = messageText(
      await as('member').command('ask', { question: 'Which ferry sank off Corvo?' }).response(),
    );
    expect(answer).toContain('The ferry Estrella sank off Corvo.');
  });

  it('says so when nothing has changed', async () => {
    expect(messageText(await as('owner').command('reload').response())).toContain('Nothing has changed.');
  });

  it('keeps the old library when a report has faults, and names file and line of each', async () => {
    await writeFile(
      join(running.dataDir, 'bad.md'),
      '---\ntitle: Bad\npublished: June\ncolour: red\n---\n\nText.\n',
    );
    const text = messageText(await as('owner').command('reload').response());
    expect(text).toContain('**Nothing was reloaded.**');
    expect(text).toMatch(/bad\.md" \(line 3\)/);
    expect(text).toMatch(/bad\.md" \(line 4\)/);
    const sources = messageText(await as('member').command('sources').response());
    expect(sources).toContain('**2 reports**');
  });

  it('attaches all faults when they do not fit', async () => {
    for (let number = 0; number < 12; number++) {
      await writeFile(join(running.dataDir, `bad-${number}.md`), 'no front matter\n');
    }
    const message = await as('owner').command('reload').response();
    expect(messageText(message)).toContain('The 12 faults:');
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['faults.txt']);
  });

  it('refuses everybody else in private, and reloads nothing', async () => {
    await writeFile(join(running.dataDir, 'ferry.md'), '---\ntitle: The ferry\n---\n\nText.\n');
    const refused = as('moderator').command('reload');
    expect(messageText(await refused.response())).toMatch(
      /^Only admins of this bot may do this: .*`ADMIN_ROLE_IDS`/,
    );
    expect(refused.ephemeral).toBe(true);
    expect(messageText(await as('member').command('sources').response())).toContain('**2 reports**');
  });

  it('reloads from outside, as SIGHUP does', async () => {
    await running.bot.reload();
    expect(running.bot.events).toContain('reloaded');
  });
});

describe('/status', () => {
  it('tells an admin how the bot is doing', async () => {
    const before = messageText(await as('owner').command('status').response());
    expect(before).toContain('nothing asked yet');
    for (const question of ['Who is Yahya Rasool?', 'Which zebra won?'])
      await as('member').command('ask', { question }).response();
    as('member').mention('Who is Yahya Rasool?');
    const status = async () => {
      const asked = as('owner').command('status');
      return { asked, text: messageText(await asked.response()) };
    };
    // A mention is counted after its reply was sent, so the reply says nothing about the count.
    await expect.poll(async () => (await status()).text).toContain('2 answered');
    const { asked, text } = await status();
    expect(asked.ephemeral).toBe(true);
    expect(text).toMatch(/^\*\*Running\*\* since <t:\d+:F> \(<t:\d+:R>\)$/m);
    expect(text).toMatch(/^Pilcrow \d+\.\d+\.\d+, Node \d+\.\d+\.\d+, content [0-9a-f]{8}$/m);
    expect(text).toMatch(/^2 reports, 16 paragraphs$/m);
    expect(text).toMatch(/^Questions since the start: 2 answered, [01] with nearest .*, [01] without any$/m);
    expect(text).toMatch(/^Time to an answer: median \d+ ms, p99 \d+ ms$/m);
    expect(text).toMatch(/^Memory: [\d,]+ MB resident$/m);
    expect(text).toMatch(/^Shard 1 of 1, 1 server$/m);
  });

  it('refuses everybody else in private', async () => {
    const refused = as('moderator').command('status');
    expect(messageText(await refused.response())).toMatch(
      /^Only admins of this bot may do this: .*`ADMIN_ROLE_IDS`/,
    );
    expect(refused.ephemeral).toBe(true);
  });
});

const QUESTION = 'What did Matthew Allen say was struck within two days?';

/** Opens the settings and presses a button there. */
async function press(label: string): Promise<string> {
  const panel = await as('admin').command('settings').response();
  return messageText(await as('admin').click(panel, buttonId(panel, label)).response());
}

describe('/settings', () => {
  it('shows how the bot answers, in private, to who may manage the server', async () => {
    const shown = as('admin').command('settings');
    const text = messageText(await shown.response());
    expect(text).toContain('Answers are public in every channel.');
    expect(text).toContain('Questions go to all reports.');
    expect(text).toContain('Messages that mention the bot are answered.');
    expect(shown.ephemeral).toBe(true);
  });

  it('makes answers public in the chosen channels only', async () => {
    const { reports } = running.discord.channels;
    const panel = await as('admin').command('settings').response();
    const menu = menuOf(panel).id;
    const changed = await as('admin').choose(panel, menu, [reports.id]).response();
    expect(messageText(changed)).toContain(`Answers are public in <#${reports.id}>, and private elsewhere.`);
    const here = as('member', { channel: running.discord.channels.reports }).command('ask', {
      question: QUESTION,
    });
    const elsewhere = as('member').command('ask', { question: QUESTION });
    await Promise.all([here.response(), elsewhere.response()]);
    expect([here.ephemeral, elsewhere.ephemeral]).toEqual([false, true]);
  });

  it('makes answers private everywhere, and public again', async () => {
    expect(await press('Private everywhere')).toContain('Answers are private in every channel.');
    const hidden = as('member').command('ask', { question: QUESTION, private: false });
    await hidden.response();
    expect(hidden.ephemeral).toBe(true);
    expect(await press('Public everywhere')).toContain('Answers are public in every channel.');
  });

  it('sends questions that name no report to one, until they are sent to all again', async () => {
    const set = await as('admin').command('settings', { report: 'mill-fire' }).response();
    expect(messageText(set)).toContain('Questions that name no report go to **The fire at the mill**.');
    const ask = async (report?: string) =>
      messageText(
        await as('member')
          .command('ask', { question: QUESTION, ...(report && { report }) })
          .response(),
      );
    expect(await ask()).not.toContain('ISIS militants');
    expect(await ask('*')).toContain('ISIS militants');
    expect(await ask('fallujah-convoy-strikes')).toContain('ISIS militants');
    const offered = await as('member').autocomplete('ask', { question: 'x', report: '' }, 'report');
    expect(offered[0]).toEqual({ name: 'All reports', value: '*' });
    expect(await press('Ask all reports')).toContain('Questions go to all reports.');
    expect(await ask()).toContain('ISIS militants');
  });

  it('asks all reports when the chosen one has gone, and says so', async () => {
    await as('admin').command('settings', { report: 'mill-fire' }).response();
    await running.remove('mill-fire.md');
    const text = messageText(await as('admin').command('settings').response());
    expect(text).toContain('The default report “mill-fire” is not among the reports now');
    const answer = await as('member').command('ask', { question: QUESTION }).response();
    expect(messageText(answer)).toContain('ISIS militants');
  });

  it('refuses a report that is not there, and changes nothing', async () => {
    const refused = await as('admin').command('settings', { report: 'nowhere', mentions: false }).response();
    expect(messageText(refused)).toContain('There is no report “nowhere”');
    const text = messageText(await as('admin').command('settings').response());
    expect(text).toContain('Messages that mention the bot are answered.');
  });

  it('is not for other members, who do not even see it', () => {
    expect(
      as('member')
        .commands()
        .map(({ name }) => name),
    ).not.toContain('settings');
  });

  it('says that nothing can be set where nothing is kept', async () => {
    const other = await startRunningBot({ store: noStore });
    const reply = await other.discord.as(other.discord.people.admin).command('settings').response();
    expect(messageText(reply)).toContain('`STORE=off`');
    await other.stop();
  });
});
