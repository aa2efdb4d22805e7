import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ComponentType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startLocalDiscord } from 'local-discord';
import { messageText } from '../support/message-text.ts';
import { startBotOn } from '../support/running-bot.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { useRunningBot } from '../support/use-running-bot.ts';

const FIRE = `---
title: Fire in the harbour
publisher: Harbour News
author: Rui Pires
published: 2024-03-02
url: https://news.example/fire?id=7
---

## The night

The hall in the harbour burned for two days.

Chief Ana Reis of the fire brigade said that 12 people died in the fire.

She added that the wiring of the hall was to blame.
`;
const INQUIRY = `---
title: The fire inquiry
publisher: City Council
---

The council said that 14 people died in the fire. Its report is public.
`;

async function ask(question: string, files: Readonly<Record<string, string>>) {
  const discord = await startLocalDiscord();
  const bot = await startBotOn(discord, await createTempFolder(files));
  onTestFinished(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  return discord.as(discord.people.member).command('ask', { question }).response();
}

describe('an answer', () => {
  it('does not repeat the speaker it begins with, and cites all that is known of the source', async () => {
    const text = messageText(await ask('How many people died in the fire?', { 'fire.md': FIRE }));
    expect(text).not.toContain('Said by');
    expect(text).toContain('**Fire in the harbour** · Harbour News · Rui Pires · March 2, 2024');
    expect(text).toMatch(/section “The night” · ¶ 2 of 3 · content [0-9a-f]{8}/);
  });

  it('shows the sentence before a passage that points back to it, and names its speaker in the report’s own words', async () => {
    const text = messageText(await ask('What was to blame, the wiring of the hall?', { 'fire.md': FIRE }));
    expect(text).toContain(
      '-# The sentence before:\n> Chief Ana Reis of the fire brigade said that 12 people died in the fire.',
    );
    expect(text).toContain(
      'Said by, as the report gives it: **Chief Ana Reis of the fire brigade**\n> She added that the wiring',
    );
  });

  it('links to the very words at the source', async () => {
    const message = await ask('How long did the hall in the harbour burn?', { 'fire.md': FIRE });
    const urls = (message.components ?? []).flatMap((component) =>
      component.type === ComponentType.ActionRow
        ? component.components.flatMap((each) => ('url' in each ? [each.url] : []))
        : [],
    );
    expect(urls).toEqual([
      'https://news.example/fire?id=7#:~:text=The%20hall%20in%20the%20harbour%20burned%20for%20two%20days.',
    ]);
  });

  it('raises no such alarm where they agree', async () => {
    const files = { 'fire.md': FIRE, 'inquiry.md': INQUIRY.replace('14', 'twelve') };
    expect(messageText(await ask('How many people died in the fire?', files))).not.toContain('differ');
  });

  it('offers both of two passages that fit as good as equally well', async () => {
    const ferry = (name: string) =>
      `---\ntitle: The ${name}\n---\n\nThe crew of the ferry was rescued by a trawler at dawn.\n`;
    const files = { 'one.md': ferry('Estrella'), 'two.md': ferry('Aurora') };
    const text = messageText(await ask('Who rescued the crew of the ferry at dawn?', files));
    expect(text).toContain('**Two passages fit this question equally well:**');
    expect(text).toContain('**The Estrella**');
    expect(text).toContain('**The Aurora**');
  });
});

const FLOOD = `---
title: The flood in Norra
publisher: Harbour News
url: https://news.example/flood
---

Some 50,000 civilians live in the valley of Norra. Most of their houses stand on stilts.

On Tuesday night the river broke its dam. The mayor, Ida Holm, said that 14 people had drowned.

Soldiers brought blankets and soup to the school, where 300 villagers slept on the floor.
`;

describe('a bot with a reader', () => {
  const running = useRunningBot('group', () => ({ reads: true }));
  beforeAll(async () => {
    await writeFile(join(running.dataDir, 'flood.md'), FLOOD);
    await running.bot.reload();
    await vi.waitFor(() => expect(running.bot.events).toContain('reader loaded'), 60_000);
  });

  const asked = async (question: string) =>
    messageText(await running.as('member').command('ask', { question, report: 'flood' }).response());

  it('quotes a passage that shares no word with the question', async () => {
    const text = await asked('what did the army give people to eat?');
    expect(text).toContain('blankets and soup');
    expect(text).not.toContain('not an answer');
  });

  it('underlines the words that answer, within the sentence', async () => {
    expect(await asked('When did the river break its dam?')).toMatch(
      /\*\*On __Tuesday night__ the river broke its dam\.\*\*/u,
    );
  });

  it('does not quote what comes near and does not answer', async () => {
    const text = await asked('How many civilians were injured?');
    expect(text).not.toContain('**Some 50,000');
  });

  it('tells admins that it reads', async () => {
    const status = await running.as('owner').command('status').response();
    expect(messageText(status)).toMatch(/^Reader: reading$/mu);
  });
});
