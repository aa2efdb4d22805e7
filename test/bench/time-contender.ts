/** A process of its own for one contender, so that none disturbs another's memory. Tells its parent what it measured. */
import { parseArgs } from 'node:util';
import { contenders } from './contenders/index.ts';
import { generateText } from './generated-text.ts';
import type { TimingMessage } from './speed.ts';

/** Not counted: the first questions pay for the compiler. They take at most this share of the time for asking. */
const WARM_UP = 20;
const WARM_UP_SHARE = 0.25;
/** Paragraphs wanted of a question, as the bot wants them. */
const LIMIT = 10;
const SEED = 1;

const { values } = parseArgs({
  options: {
    name: { type: 'string', default: '' },
    paragraphs: { type: 'string', default: '' },
    questions: { type: 'string', default: '' },
    /** For asking; the question that is asked when they are over is the last. */
    milliseconds: { type: 'string', default: '' },
  },
});
const contender = contenders.find(({ name }) => name === values.name);
if (!contender) throw new Error(`Cannot measure "${values.name}": there is no contender of that name`);

const { reports, questions } = generateText(Number(values.paragraphs), Number(values.questions), SEED);
tell({ kind: 'ready' });
const before = usedBytes();
const started = performance.now();
const search = await contender.build(reports);
const buildMs = performance.now() - started;
tell({ kind: 'built', buildMs, bytes: usedBytes() - before });

const begun = performance.now();
const share = (): number => (performance.now() - begun) / Number(values.milliseconds);
for (const { question } of questions.slice(0, WARM_UP)) {
  if (share() < WARM_UP_SHARE) await search(question, LIMIT);
}
const times: number[] = [];
let right = 0;
for (const { question, paragraph } of questions) {
  if (share() >= 1) break;
  const asked = performance.now();
  const [first] = await search(question, LIMIT);
  times.push(performance.now() - asked);
  if (first === paragraph) right++;
}
tell({ kind: 'asked', times, right });

/** On the heap and in array buffers, after a collection. */
function usedBytes(): number {
  if (!globalThis.gc) throw new Error('Cannot measure memory: wanted node --expose-gc');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function tell(message: TimingMessage): void {
  process.send?.(message);
}
