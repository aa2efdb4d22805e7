import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { takeScreenshot } from './screenshot.ts';

/** A report for what the project's own do not show: a paragraph too long for one message. */
const DEMO = {
  'diary.md': `---
title: The keeper’s diary
---

${Array.from({ length: 90 }, (_, day) => `On day ${day + 1} the lighthouse keeper wrote that the lamp had burned all night.`).join(' ')}
`,
};

const OWN = [
  { file: 'docs/pictures/answer.png', question: 'How many kids need aid?', look: 'light' },
  { file: 'docs/pictures/no-answer.png', question: 'Who won the zebra race?', look: 'dark' },
] as const;
const DEMONSTRATED = [
  {
    file: 'docs/pictures/parts.png',
    question: 'What did the lighthouse keeper write on day 1?',
    look: 'light',
  },
] as const;

/** Runs the program as `npm start` does, over the reports of `dataDir`, and takes the pictures of its page. */
async function takeOf(dataDir: string, pictures: typeof OWN | typeof DEMONSTRATED): Promise<void> {
  const bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: { ...process.env, DISCORD_TOKEN: '', PORT: '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface({ input: bot.stdout })) {
      const url = /^Open (http:\S+)/.exec(line)?.[1];
      if (url === undefined) continue;
      for (const picture of pictures) {
        await takeScreenshot({ url, ...picture });
        process.stdout.write(`${picture.file}\n`);
      }
      break;
    }
  } finally {
    bot.kill('SIGINT');
    await once(bot, 'exit');
  }
}

await mkdir('docs/pictures', { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'pilcrow-pictures-'));
try {
  for (const [name, text] of Object.entries(DEMO)) await writeFile(join(folder, name), text);
  await takeOf('data', OWN);
  await takeOf(folder, DEMONSTRATED);
} finally {
  await rm(folder, { recursive: true });
}
