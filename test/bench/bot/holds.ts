import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAX_REPORT_BYTES } from '../../../src/corpus/report-bytes.ts';
import { MOST_PARAGRAPHS } from '../../../src/corpus/parse-report.ts';
import { HOSTILE } from '../../support/hostile-bodies.ts';
import { type BotOnDiscord, startBotOnDiscord } from './bot-on-discord.ts';

/** How long hostile reports held the event loop at most while each was done once, in milliseconds. */
export interface HoldRow {
  /** What the reports are made of. */
  readonly name: string;
  /** By what was done, in the order of the table's columns. */
  readonly holds: Readonly<Record<string, number>>;
}

/** Of what is checked, in UTF-16 code units. */
const QUOTE_LENGTH = 3000;

const KINDS = [
  'one line of sentences',
  'one word repeated',
  'words that are alike',
  'a table',
  'headings alone',
];
const WORDS = 'the ferry sank with a number of people in the harbour on a day of the year 1912';

/** The reports of some folders, with what they are made of. `share`: of the largest reports that load. */
function foldersOf(share: number): readonly (readonly [string, readonly string[]])[] {
  // A little less, so that the front matter fits.
  const kinds = HOSTILE.filter(([name]) => KINDS.includes(name)).map(
    ([name, bodyOf]) => [name, [bodyOf(share * MAX_REPORT_BYTES - 1000)]] as const,
  );
  const paragraphs = (heading: (at: number) => string): string =>
    Array.from({ length: share * MOST_PARAGRAPHS }, (_, at) => `${heading(at)}${WORDS} ${at}.\n\n`).join('');
  return [
    ...kinds,
    ['a heading for each paragraph', [paragraphs((at) => `# Ferry ${at}\n\n`)]],
    [
      'the same words in all paragraphs of five reports',
      Array.from({ length: 5 }, () => paragraphs(() => '')),
    ],
  ];
}

/** Loads each folder into a running bot, and gives each command once. */
export async function measureHolds(
  share: number,
  progress: (what: string) => void,
): Promise<readonly HoldRow[]> {
  const rows: HoldRow[] = [];
  for (const [name, bodies] of foldersOf(share)) {
    progress(`holds by ${name}`);
    rows.push({ name, holds: await measureFolder(bodies) });
  }
  return rows;
}

async function measureFolder(bodies: readonly string[]): Promise<HoldRow['holds']> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-bench-'));
  const write = (id: string, body: string): Promise<void> =>
    writeFile(join(folder, `${id}.md`), `---\ntitle: ${id}\nurl: https://a.example/${id}\n---\n\n${body}\n`);
  await write('first', 'The lighthouse was built in 1901.');
  const running = await startBotOnDiscord(folder, { cacheDir: join(folder, 'cache') });
  try {
    await running.bot.printed(/"event":"reader loaded"/);
    for (const [at, body] of bodies.entries()) await write(`ferry-${at}`, body);
    return await measureCommands(running, bodies[0] ?? '');
  } finally {
    await running.stop();
    await rm(folder, { recursive: true });
  }
}

async function measureCommands({ bot, discord }: BotOnDiscord, body: string): Promise<HoldRow['holds']> {
  const admin = discord.as(discord.people.owner);
  const middle = body.slice(body.length / 2, body.length / 2 + QUOTE_LENGTH);
  const question = 'How many people sank with the ferry in the harbour in 1912?';
  const commands: Readonly<Record<string, () => Promise<unknown>>> = {
    async loading() {
      await admin.command('reload').acknowledged();
      await bot.printed(/"event":"reloaded"/u);
    },
    '/ask': () => admin.command('ask', { question }).response(),
    '/search': () => admin.command('search', { words: 'ferry sank -lighthouse "ferry"' }).response(),
    '/verify': () => admin.command('verify', { quote: middle }).response(),
    // Nearly the same, and so compared word by word.
    '/verify, altered': () =>
      admin.command('verify', { quote: middle.replaceAll(/(\w+) (\w+)/gu, '$2 $1') }).response(),
    '/sources': () => admin.command('sources').response(),
    '/read': () => admin.command('read', { report: 'ferry-0' }).response(),
    '/read ¶': () => admin.command('read', { report: 'ferry-0', paragraph: 1 }).response(),
    completing: () => admin.autocomplete('ask', { question: 'ferry 7' }, 'question'),
  };
  // Not counted: the first question of all pays for the compiler.
  await commands['/ask']?.();
  await bot.watchDelay();
  const holds: Record<string, number> = {};
  for (const [name, run] of Object.entries(commands)) {
    await bot.delay();
    await run();
    holds[name] = (await bot.delay()).longestHoldMs;
  }
  return holds;
}
