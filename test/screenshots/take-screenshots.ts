import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { takeReportsPictures } from './reports-pictures.ts';
import { takeScreenshot } from './screenshot.ts';

/** A report for what the project's own do not show: a paragraph too long for one message. */
const DEMO = {
  'diary.md': `---
title: The keeper’s diary
---

${Array.from({ length: 90 }, (_, day) => `On day ${day + 1} the lighthouse keeper wrote that the lamp had burned all night.`).join(' ')}
`,
};

const PICTURES = 'docs/pictures';

/** Runs the program as `npm start` does, over the reports of `dataDir`, and takes pictures of its page. */
async function withPage(dataDir: string, take: (url: string) => Promise<void>): Promise<void> {
  const bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, DISCORD_TOKEN: '', PORT: '', DATA_DIR: dataDir, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    // Before the reader is there, the bot answers by words alone.
    const [[url]] = await Promise.all([
      findLine(bot.stdout, /(?<=^Open )http:\S+/u),
      findLine(bot.stderr, /"event":"reader loaded"/u),
    ]);
    await take(url);
  } finally {
    bot.kill('SIGINT');
    await once(bot, 'exit');
  }
}

/** What else comes is read too, or the program would wait. */
const findLine = (output: Readable, pattern: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    createInterface({ input: output })
      .on('line', (line) => {
        const match = pattern.exec(line);
        if (match) resolve(match);
      })
      .on('close', () => reject(new Error(`The bot ended before it printed ${pattern.source}`)));
  });

await mkdir(PICTURES, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'pilcrow-pictures-'));
try {
  await withPage('data', async (url) => {
    await takeScreenshot({ url, file: `${PICTURES}/answer.png`, question: 'How many kids need aid?' });
    await takeScreenshot({
      url,
      file: `${PICTURES}/no-answer.png`,
      question: 'Who won the zebra race?',
      look: 'dark',
    });
  });
  for (const [name, text] of Object.entries(DEMO)) await writeFile(join(folder, name), text);
  await withPage(folder, async (url) => {
    const question = 'What did the lighthouse keeper write on day 1?';
    await takeScreenshot({ url, file: `${PICTURES}/parts.png`, question });
    await takeReportsPictures(url, PICTURES);
  });
} finally {
  await rm(folder, { recursive: true });
}
