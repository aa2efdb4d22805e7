import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalDiscord } from 'local-discord';
import { buttonId } from '../../support/find-control.ts';
import { createPdf } from '../../support/pdf-file.ts';
import { createTextGenerator, type TextGenerator, writeReports } from '../generated-text.ts';
import { quantile, sorted, spreadOf, type Spread } from '../statistics.ts';
import { type BotOnDiscord, startBotOnDiscord } from './bot-on-discord.ts';

/** Many servers with reports of their own. Times in milliseconds. */
export interface ServersFigures {
  readonly servers: number;
  /** Of one server, on the disk. */
  readonly bytesPerServer: number;
  /** From the first question of each server to its answer. */
  readonly first: { readonly medianMs: number; readonly p99Ms: number; readonly holdMs: number };
  /** Servers whose reports went out of memory meanwhile. */
  readonly evictions: number;
  /** Resident, at most, since the bot's start. */
  readonly peakBytes: number;
  /** From a PDF of ten pages to its preview, and from the button to its being published. */
  readonly preview: Spread;
  readonly publish: Spread & { readonly holdMs: number };
}

export const REPORTS = 20;
export const PARAGRAPHS_IN_REPORT = 10;
export const MEMORY_MB = 256;
const PAGES = 10;
const LINES_ON_PAGE = 44;
const LINES_IN_PARAGRAPH = 11;

/** Asks each server's first question, one after the other; then imports and publishes a PDF in some of them. */
export async function measureServers(
  { count, imports }: { readonly count: number; readonly imports: number },
  seed: number,
  progress: (what: string) => void,
): Promise<ServersFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-bench-'));
  const paragraphs = REPORTS * PARAGRAPHS_IN_REPORT;
  const text = createTextGenerator(paragraphs * count, seed);
  const questions: string[] = [];
  let bytes = 0;
  async function writeServers({ guilds }: LocalDiscord): Promise<void> {
    progress(`${count} servers: writing their reports`);
    await writeReports(folder, text.reports(PARAGRAPHS_IN_REPORT));
    for (const { id } of guilds) {
      const reports = text.reports(paragraphs, PARAGRAPHS_IN_REPORT);
      const own = join(folder, 'servers', id);
      await mkdir(own, { recursive: true });
      await writeReports(own, reports);
      questions.push(text.ask(reports).question);
      bytes += reports.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0);
    }
  }
  const running = await startBotOnDiscord(folder, {
    guilds: count,
    prepare: writeServers,
    env: { COLLECTION_MEMORY_MB: String(MEMORY_MB), LOG_LEVEL: 'debug' },
  });
  try {
    await running.bot.printed(/"event":"reader loaded"/);
    progress(`${count} servers: their first questions`);
    const first = await askFirst(running, questions);
    progress(`${count} servers: a PDF in ${imports} of them`);
    const imported = await importSome(running, text, imports);
    return {
      servers: count,
      bytesPerServer: bytes / count,
      first,
      ...imported,
      evictions: running.bot.count(/"event":"reports of a server forgotten/u),
      peakBytes: await running.bot.peakBytes(),
    };
  } finally {
    await running.stop();
    await rm(folder, { recursive: true });
  }
}

async function askFirst(
  { bot, discord }: BotOnDiscord,
  questions: readonly string[],
): Promise<ServersFigures['first']> {
  // Not counted: the first question of all pays for the compiler.
  await discord
    .as(discord.people.member, { directMessage: true })
    .command('ask', { question: 'What is it?' })
    .response();
  await bot.watchDelay();
  const waits: number[] = [];
  for (const [at, { channels }] of discord.guilds.entries()) {
    const member = discord.as(discord.people.member, { channel: channels[0] });
    const sent = performance.now();
    await member.command('ask', { question: questions[at] ?? '' }).response();
    waits.push(performance.now() - sent);
  }
  const ordered = sorted(waits);
  return {
    medianMs: quantile(ordered, 0.5),
    p99Ms: quantile(ordered, 0.99),
    holdMs: (await bot.delay()).longestHoldMs,
  };
}

async function importSome(
  { bot, discord }: BotOnDiscord,
  text: TextGenerator,
  imports: number,
): Promise<Pick<ServersFigures, 'preview' | 'publish'>> {
  const previews: number[] = [];
  const publications: number[] = [];
  let holdMs = 0;
  for (let at = 0; at < imports; at++) {
    // The latest servers are still in memory.
    const { channels } = discord.guilds.at(-1 - (at % discord.guilds.length)) ?? discord.guild;
    const manager = discord.as(discord.people.admin, { channel: channels[0] });
    const added = performance.now();
    const file = { name: `import-${at}.pdf`, bytes: writePdf(text) };
    const preview = await manager.command('reports add', { file, title: `Import ${at}` }).response();
    previews.push(performance.now() - added);
    await bot.delay();
    const pressed = performance.now();
    await manager.click(preview, buttonId(preview, 'Publish')).response();
    publications.push(performance.now() - pressed);
    holdMs = Math.max(holdMs, (await bot.delay()).longestHoldMs);
  }
  return { preview: spreadOf(previews), publish: { ...spreadOf(publications), holdMs } };
}

/** Pages of paragraphs in each of which somebody says something, so that there are questions to suggest. */
function writePdf(text: TextGenerator): Uint8Array {
  const paragraph = (name: string): readonly string[] => {
    const said = text.sentence().replace('.', ',');
    const all = `“${said}” said ${name}. ${Array.from({ length: 6 }, text.sentence).join(' ')}`;
    const lines = all.replaceAll(/[“”]/gu, '"').match(/.{1,80}(?: |$)/gu) ?? [];
    return [...lines.slice(0, LINES_IN_PARAGRAPH - 1), ''];
  };
  return createPdf(
    Array.from({ length: PAGES }, (_, page) =>
      Array.from({ length: LINES_ON_PAGE / LINES_IN_PARAGRAPH }, (__, at) =>
        paragraph(`Ana Reis${'abcdefghij'[page]}${'klmn'[at]}, the mayor of Corvo`),
      )
        .flat()
        .map((line, at) => ({ text: line, size: 11, base: 740 - 15 * at })),
    ),
  );
}
