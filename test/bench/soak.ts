import { parseArgs } from 'node:util';
import { measureLoad } from './bot/load.ts';
import { shippedQuestions } from './run-part.ts';
import { soak as measureSoak } from './bot/measure-soak.ts';
import { argsOf, isProgram, runTool, type Terminal, UsageError } from '../../src/tools/run-tool.ts';

const HELP = `Ask the bot questions for a long time, and see whether its memory grows.

  npm run --silent soak -- [--minutes N] [--rate N]

  --minutes N   how long (default: 10)
  --rate N      questions a second (default: half of what the bot can answer here, which is measured first)
  --help        print this

Says "passed", or "failed" and ends with 1: when the heap, after collections, is over 2 % larger in the last minute than in
the third (of fewer than four minutes: in the second half than in the first), or when a question had no answer in time.
`;

const MOST_GROWTH = 0.02;
const SECONDS_PER_STEP = 3;

export const soak = async (terminal?: Terminal): Promise<void> => runTool(HELP, soakBot, terminal);

async function soakBot(terminal: Terminal): Promise<void> {
  const { stdout, stderr } = terminal;
  const { values } = parseArgs({
    ...argsOf(terminal),
    options: {
      minutes: { type: 'string', default: '10' },
      rate: { type: 'string' },
    },
  });
  const minutes = parsePositive('minutes', values.minutes);
  const given = values.rate === undefined ? undefined : parsePositive('rate', values.rate);
  const questions = await shippedQuestions();
  const rate = given ?? (await halfOfKnee(questions));
  stdout.write(`${rate} questions a second for ${minutes} minutes\n`);
  const found = await measureSoak('data', questions, { rate, minutes }, (what) => {
    stderr.write(`${what}\n`);
  });
  const { sent, failed, thirdBytes, lastBytes, growth } = found;
  const [third, last] = [thirdBytes, lastBytes].map((bytes) => (bytes / 1e6).toFixed(2));
  stdout.write(
    `${sent} questions, ${failed} without an answer in time; ` +
      `heap ${third} MB in the ${minutes < 4 ? 'first half' : 'third minute'}, ${last} MB in the last: ${(100 * growth).toFixed(1)} %\n`,
  );
  const isPassed = growth <= MOST_GROWTH && failed === 0;
  stdout.write(isPassed ? 'passed\n' : 'failed\n');
  if (!isPassed) terminal.exitCode = 1;
}

async function halfOfKnee(questions: readonly string[]): Promise<number> {
  const { knee } = await measureLoad('data', questions, SECONDS_PER_STEP);
  if (knee === undefined) throw new Error('Cannot choose a rate: the bot is too slow here; give --rate');
  return Math.floor(knee / 2);
}

function parsePositive(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new UsageError(`--${name} is ${JSON.stringify(text)}, wanted a number above 0`);
}

if (isProgram(import.meta.url)) await soak();
