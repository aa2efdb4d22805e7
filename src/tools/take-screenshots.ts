import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { takeScreenshot } from './screenshot.ts';

/** The pictures of the README and of docs/, taken of the program as it is. */
const PICTURES = [
  { file: 'docs/pictures/answer.png', question: 'How many kids need aid?', look: 'light' },
  { file: 'docs/pictures/no-answer.png', question: 'Who won the zebra race?', look: 'dark' },
] as const;

await mkdir('docs/pictures', { recursive: true });
const bot = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
  env: { ...process.env, DISCORD_TOKEN: '', PORT: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  for await (const line of createInterface({ input: bot.stdout })) {
    const url = /^Open (http:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    for (const picture of PICTURES) {
      await takeScreenshot({ url, ...picture });
      process.stdout.write(`${picture.file}\n`);
    }
    break;
  }
} finally {
  bot.kill('SIGINT');
  await once(bot, 'exit');
}
