import { readdir } from 'node:fs/promises';
import { createManualClock } from 'local-discord';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readArticle } from '../../src/import/read-article.ts';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { createLog } from '../../src/log.ts';
import { openPostgres } from '../../src/postgres/postgres.ts';
import { startBotOver } from '../support/bot-over.ts';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';

const SHARED = '---\ntitle: The ferry report\n---\n\nThe ferry sank off Corvo.\n';
const ARTICLE = `---
title: Mill burns down
publisher: The Corvo Courier
---

The mill of Aljustrel burnt down on Monday, and nobody was hurt.

The mill was built in 1912 and had forty workers when it closed.
`;
const QUESTION = 'When did the mill burn down?';

describe.skipIf(noPostgres)('/reports in PostgreSQL', () => {
  const server = usePostgres();

  it('publishes for this server alone, edits, removes, brings back, and leaves no file', async () => {
    const world = { clock: createManualClock(), log: createLog('silent') };
    const postgres = await openPostgres(await server.createDatabase(), { ...world, patience: 20_000 });
    onTestFinished(() => postgres.close());
    const content = await openDatabaseContent(postgres, world);
    await content.contentOf(undefined).change([{ id: 'ferry', text: SHARED }], '1');
    const { discord, mira, folder } = await startBotOver({}, { postgres, readSource: readArticle });
    const ada = discord.as(discord.people.admin);
    const press = async (message: Parameters<typeof buttonId>[0], label: string) =>
      messageText(await ada.click(message, buttonId(message, label)).response());
    const ask = async () => messageText(await mira.command('ask', { question: QUESTION }).response());
    const textOf = async (id: string) => {
      const { reports } = await content.contentOf(discord.guild.id).load();
      return reports.find(({ report }) => report.id === id)?.report.body;
    };

    const bytes = new TextEncoder().encode(ARTICLE);
    const preview = await ada.command('reports add', { file: { name: 'mill.md', bytes } }).response();
    expect(await textOf('mill-burns-down')).toBeUndefined();

    expect(await press(preview, 'Publish')).toContain('**Published:** **Mill burns down**');
    expect(await ask()).toContain('burnt down on Monday');
    const direct = discord.as(discord.people.member, { directMessage: true });
    expect(messageText(await direct.command('ask', { question: QUESTION }).response())).not.toContain(
      'Monday',
    );

    const report = 'mill-burns-down';
    const form = await ada.command('reports edit', { report }).modal();
    expect(messageText(await ada.submit(form, { title: 'The mill' }).response())).toContain('**Changed:**');
    expect(await press(await ada.command('reports remove', { report }).response(), 'Remove')).toContain(
      '**Removed:** **The mill**',
    );
    expect(await ask()).not.toContain('Monday');
    const history = messageText(await ada.command('reports history').response());
    expect(history).toMatch(/<@\d+>: removed \*\*The mill\*\*/u);
    await ada.command('reports rollback').response();
    expect(await ask()).toContain('burnt down on Monday');
    expect(await textOf(report)).toContain('The mill was built in 1912');
    expect(messageText(await ada.command('reports list').response())).toContain('**The mill**');
    expect(await readdir(folder)).toEqual([]);
  });
});
