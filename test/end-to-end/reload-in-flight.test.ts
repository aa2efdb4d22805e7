import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startBotOver } from '../support/bot-over.ts';
import { messageText } from '../support/message-text.ts';

const SHIPS = Array.from({ length: 100 }, (_, n) => `Vessel${n}`);

/** Few enough that a busy machine answers each in Discord's three seconds. */
const IN_FLIGHT = 6;

/** A report that names a cause in each paragraph, so that a mixture of two editions shows. */
const edition = (cause: string): string =>
  `---\ntitle: Lost to ${cause}\n---\n\n${SHIPS.map((ship) => `The ${ship} sank because of ${cause}.`).join('\n\n')}\n`;

it('questions in flight during reloads are each answered once, out of one edition', async () => {
  const { bot, mira, folder } = await startBotOver({ 'ships.md': edition('fire') });
  const asked: ReturnType<typeof mira.command>[] = [];
  const inFlight = new Set<Promise<unknown>>();
  /** Resolves when there is room for the next question. */
  const ask = async () => {
    const ship = SHIPS[asked.length % SHIPS.length] ?? '';
    const question = mira.command('ask', { question: `Why did the ${ship} sink?` });
    asked.push(question);
    const answered = question.response().finally(() => inFlight.delete(answered));
    inFlight.add(answered);
    if (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
  };

  for (const cause of ['storm', 'fire', 'storm', 'fire', 'storm']) {
    await writeFile(join(folder, 'ships.md'), edition(cause));
    const done = new AbortController();
    const reloading = bot.reload().finally(() => done.abort());
    while (!done.signal.aborted) await ask();
    expect((await reloading).kind).toBe('reloaded');
  }
  await ask();

  const causes = new Set<string>();
  for (const [n, question] of asked.entries()) {
    const text = messageText(await question.response());
    const named = new Set(text.match(/fire|storm/g));
    expect(text).toContain(SHIPS[n % SHIPS.length]);
    expect(named.size).toBe(1);
    for (const cause of named) causes.add(cause);
  }
  expect([...causes]).toEqual(expect.arrayContaining(['fire', 'storm']));
  expect(mira.messages()).toHaveLength(asked.length);
  expect(bot.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});
