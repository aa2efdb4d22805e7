import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AnsweredQuestion, askSteadily } from './ask-steadily.ts';
import type { Asked, Facts, Fault } from './fault.ts';
import type { World } from './world.ts';

/** What became of the questions that were asked while one fault was played. */
export interface Row {
  readonly fault: Fault;
  readonly sent: number;
  readonly answered: number;
  /** Told that there is no answer, and why. */
  readonly told: number;
  readonly lost: number;
  readonly doubled: number;
  /** Said what is neither the answer nor why there is none, or quoted two generations at once. */
  readonly wrong: number;
  /** The longest that the bot's event loop was held, in milliseconds. */
  readonly longestHold: number;
  /** The line that names the fault; undefined when there was none. */
  readonly line: string | undefined;
  /** What is wrong; empty when all is well. */
  readonly problems: readonly string[];
  /** Something is wrong, but this computer was too busy to tell why. */
  readonly isBusy: boolean;
}

/** Milliseconds of questions before the fault. */
const BEFORE = 300;
/** Milliseconds in which the bot must answer again after the fault. */
const RECOVERY = 30_000;

/** Who waits for a processor longer than it has one is on a computer that is too busy for Discord's three seconds. */
const MOST_WAIT = 0.5;

/** Plays one fault while questions come in; up to `tries` times while the computer is too busy to tell what is wrong. */
export async function playFault(
  fault: Fault,
  world: World,
  { tries: most = 1, progress }: { readonly tries?: number; readonly progress?: (what: string) => void } = {},
): Promise<Row> {
  const waited = await watchProcessorWait();
  // Of all tries: some lines are written once in the life of a bot.
  const said = world.listen();
  for (let tries = 1; ; tries++) {
    const row = await playOnce(fault, world, said);
    const wait = await waited();
    const isBusy = wait > MOST_WAIT && row.problems.length > 0;
    if (!isBusy || tries === most) return { ...row, isBusy };
    progress?.(
      `again: this computer was busy for ${Math.round(100 * wait)} % of the time: ${row.problems.join('; ')}`,
    );
  }
}

/** What there is to judge a row by. */
interface Played {
  readonly answered: readonly AnsweredQuestion[];
  readonly cutAt: number;
  readonly line: string | undefined;
  /** What went wrong while the fault was played. */
  readonly problems: readonly string[];
}

async function playOnce(fault: Fault, world: World, said: () => string): Promise<Omit<Row, 'isBusy'>> {
  // A fault that went wrong may have left none.
  if (!world.bot.isRunning) await world.startBot();
  await world.bot.watchDelay();
  const violations = world.discord.violations.length;
  const played = await askAndPlay(fault, world, said);
  const { answered } = played;
  const longestHold = world.bot.isRunning ? (await world.bot.delay()).longestHoldMs : NaN;
  const broken = world.discord.violations.slice(violations).filter(({ by }) => by === 'server');
  return {
    fault,
    sent: answered.length,
    answered: count(answered, ({ answers }) => answers > 0),
    told: count(answered, ({ answers, isTold }) => answers === 0 && isTold),
    lost: count(answered, isLost),
    doubled: count(answered, isDoubled),
    wrong: count(answered, ({ wrong }) => wrong.length > 0),
    longestHold,
    line: played.line,
    problems: [
      ...played.problems,
      ...findProblems(fault, played, requestsOf(world)),
      ...broken.map(({ where, what }) => `the local Discord is wrong: ${where}: ${what}`),
    ],
  };
}

async function askAndPlay(fault: Fault, world: World, said: () => string): Promise<Played> {
  const problems: string[] = [];
  const questions = askSteadily(world);
  await sleep(BEFORE);
  let cutAt = Infinity;
  try {
    cutAt = (await fault.play(world))?.cutAt ?? Infinity;
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  }
  world.discord.faults.rest.clear();
  if (!world.bot.isRunning) problems.push('there is no bot after it');
  else if (!(await questions.isAnswered(RECOVERY)))
    problems.push(`no question was answered within ${RECOVERY / 1000} s after it`);
  const answered = await questions.stop();
  return { answered, cutAt, line: await findLine(fault.log, said), problems };
}

function findProblems(
  { mayLose, log }: Fault,
  { answered, cutAt, line }: Played,
  requestsFor: Facts['requestsFor'],
): readonly string[] {
  const facts: Facts = { asked: answered, cutAt, requestsFor };
  const unexcused = answered.filter((question) => isLost(question) && !mayLose?.covers(question, facts));
  const doubled = answered.filter(isDoubled);
  const wrong = answered.flatMap((question) => question.wrong);
  return [
    ...(unexcused.length > 0
      ? [`${unexcused.length} lost without an excuse: ${describe(unexcused, facts)}`]
      : []),
    ...(doubled.length > 0 ? [`${doubled.length} answered twice: ${describe(doubled, facts)}`] : []),
    ...(wrong.length > 0 ? [`${wrong.length} answered wrongly: ${wrong[0]}`] : []),
    ...(line === undefined ? [`no line of the log matches ${log}`] : []),
  ];
}

const isLost = ({ answers, isTold }: AnsweredQuestion): boolean => answers === 0 && !isTold;
const isDoubled = ({ answers }: AnsweredQuestion): boolean => answers > 1;

const count = (questions: readonly AnsweredQuestion[], is: (question: AnsweredQuestion) => boolean): number =>
  questions.filter(is).length;

const requestsOf =
  ({ discord }: World): Facts['requestsFor'] =>
  ({ id, kind }) =>
    discord.requests.filter(({ path, body }) =>
      kind === 'command' ? path.startsWith(`/interactions/${id}/`) : repliesTo(body) === id,
    );

function repliesTo(body: unknown): unknown {
  const { message_reference: reference }: { message_reference?: unknown } = Object(body);
  const { message_id: id }: { message_id?: unknown } = Object(reference);
  return id;
}

/** Of some lines there is one a second, for all of the kind. In milliseconds. */
const LINE_WITHIN = 3000;

async function findLine(pattern: RegExp, said: () => string): Promise<string | undefined> {
  const find = () =>
    said()
      .split('\n')
      .find((line) => pattern.test(line));
  const end = performance.now() + LINE_WITHIN;
  while (!find() && performance.now() < end) await sleep(100);
  return find();
}

/** A few of the questions: how they were asked, when, and how the bot's requests for them ended. */
function describe(questions: readonly Asked[], { asked, requestsFor }: Facts): string {
  const start = asked[0]?.at ?? 0;
  return questions
    .slice(0, 3)
    .map((question) => {
      const statuses = requestsFor(question).map(({ status }) => status ?? 'cut');
      return `${question.kind} at ${Math.round(question.at - start)} ms (requests: ${statuses.join(', ') || 'none'})`;
    })
    .join('; ');
}

/**
 * How much of the time in which this process could run it waited for a processor, 0 to 1: told since the last call.
 * Only Linux says so; elsewhere 0.
 */
async function watchProcessorWait(): Promise<() => Promise<number>> {
  let [ran, waited] = await readSchedule();
  return async () => {
    const [ranBefore, waitedBefore] = [ran, waited];
    [ran, waited] = await readSchedule();
    const more = waited - waitedBefore;
    return more / Math.max(1, more + ran - ranBefore);
  };
}

/** Nanoseconds that this process's main thread ran and waited. https://docs.kernel.org/scheduler/sched-stats.html */
async function readSchedule(): Promise<readonly [ran: number, waited: number]> {
  if (process.platform !== 'linux') return [0, 0];
  const [ran = 0, waited = 0] = (await readFile('/proc/self/schedstat', 'utf8')).split(' ').map(Number);
  return [ran, waited];
}
