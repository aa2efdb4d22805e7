import { drawLoad, drawStages } from './charts.ts';
import { megabytes, renderNumber, renderSpread } from './figures.ts';
import type { HoldRow } from '../bot/holds.ts';
import { KNEE_MS, type Load } from '../bot/load.ts';
import type { StageMeasures } from '../bot/measure-stages.ts';
import { chartLink, renderTable, type Section } from './section.ts';
import { type Overload, RECOVERY_SECONDS } from '../bot/overload.ts';
import { RATE, type ReloadFigures } from '../bot/reload.ts';
import type { Start, Starts } from '../bot/start.ts';
import { quantile, spreadOf } from '../statistics.ts';

/** Asked for: a median under 10 ms, and 30 ms at p99. */
export function renderStages(reading: StageMeasures, byWords: StageMeasures): Section {
  const { asked, stages } = byWords;
  const sum = stages.reduce((total, { milliseconds }) => total + milliseconds, 0);
  const rows = stages.map(({ stage, milliseconds }) => [
    stage,
    milliseconds.toFixed(2),
    ((100 * milliseconds) / sum).toFixed(0),
  ]);
  const costs = [
    ['with the reader', reading] as const,
    ['by words alone (`READER=off`)', byWords] as const,
  ].map(([name, { medianMs, p99Ms, residentBytes }]) => [
    name,
    medianMs.toFixed(1),
    p99Ms.toFixed(1),
    ...residentBytes.map((bytes) => renderNumber(megabytes(bytes))),
  ]);
  const [ask] = reading.kinds;
  const kinds = reading.kinds.map(({ kind, medianMs, p99Ms }) => [
    kind,
    medianMs.toFixed(1),
    p99Ms.toFixed(1),
    (medianMs / (ask?.medianMs ?? NaN)).toFixed(2),
  ]);
  const text = `The bot runs in a process of its own, with the real Discord client, over the shipped reports; the Discord is the local one,
on loopback. ${asked} questions, one after the other: the time from sending \`/ask\` to the bot's first response, and the
memory of the process before the first question and after the last.

${renderTable(['answers', 'median (ms)', 'p99 (ms)', 'memory before (MB)', 'after (MB)'], costs)}

What else people send, one of each in turn with the reader on, held against the same question by \`/ask\`:

${renderTable(['sent', 'median (ms)', 'p99 (ms)', 'of `/ask`'], kinds)}

The work per question by words alone, sampled in rounds of their own; the rest of the time the bot waits. _Other_ is Node
itself and the collection of garbage.

${renderTable(['stage', 'work (ms)', 'share (%)'], [...rows, ['all', sum.toFixed(2), '100']])}

${chartLink('stages.svg', 'Milliseconds of work per question, by stage')}`;
  return {
    title: 'From question to message',
    text,
    charts: [{ file: 'stages.svg', svg: drawStages(stages) }],
  };
}

export interface StartRow {
  /** Such as `data`. */
  readonly library: string;
  readonly runs: readonly Starts[];
}

export function renderStarts(rows: readonly StartRow[]): Section {
  const cells = (starts: readonly Start[]): readonly string[] => [
    renderSpread(spreadOf(starts.map(({ firstAnswerMs }) => firstAnswerMs))),
    renderSpread(spreadOf(starts.map(({ residentBytes }) => megabytes(residentBytes)))),
  ];
  const text = `From starting the program to the first answer, and the memory of its process after that. _Inside_: without a token, as
\`npm start\` runs it, the Discord is a part of the process. _Outside_: with a token and a Discord in another process, as
in real use. _Next_: the second start with the same cache folder. Asked for: 2,500 ms over the shipped reports, and 2,000 ms
over 10,000 paragraphs from the cache.

${renderTable(
  ['reports', 'Discord', 'start', 'first answer (ms)', 'resident (MB)'],
  rows.flatMap(({ library, runs }) =>
    (['inside', 'outside'] as const).flatMap((place) => [
      [library, place, 'first', ...cells(runs.map((starts) => starts[place].cold))],
      [library, place, 'next', ...cells(runs.map((starts) => starts[place].cached))],
    ]),
  ),
)}`;
  return { title: 'Start', text, charts: [] };
}

/** Asked for: the new version within 1 s, and the event loop never held for more than 50 ms. `paragraphs`: in all. */
export function renderReload({ swaps, longestHold, traffic }: ReloadFigures, paragraphs: number): Section {
  const { asked, lost, mixed, latencies } = traffic;
  const text = `Of ${paragraphs.toLocaleString('en-GB')} paragraphs one file changes, ${swaps.length} times, while ${RATE} questions a second are answered in the same process.

${renderTable(
  ['', 'found', 'wanted'],
  [
    [
      'from the reload to the first answer of the new version, median (ms)',
      renderNumber(quantile(swaps, 0.5)),
      '< 1,000',
    ],
    ['the longest of these (ms)', renderNumber(swaps.at(-1) ?? 0), '< 1,000'],
    ['event loop held at most (ms)', renderNumber(longestHold.reloading), '< 50'],
    ['the same without reloads (ms)', renderNumber(longestHold.idle), ''],
    ['questions lost, or answered from two versions', `${lost + mixed} of ${asked}`, '0'],
    ['their answers, median (ms)', renderNumber(quantile(latencies, 0.5)), ''],
    ['their answers, p99 (ms)', renderNumber(quantile(latencies, 0.99)), ''],
  ],
)}`;
  return { title: 'Reload', text, charts: [] };
}

export function renderLoad({ steps, knee }: Load, overload: Overload): Section {
  const found =
    knee === undefined
      ? 'Even the lowest rate is too much for this machine.'
      : `**The knee is at ${knee} questions a second**, the highest rate before p99 passes ${renderNumber(KNEE_MS)} ms.`;
  const text = `One process with the real client answers \`/ask\` at rising rates; the process that sends the questions is the Discord, too,
so that both share the machine. A question counts from when it was due, whether or not earlier ones are answered. ${found}

${renderTable(
  ['questions a second', 'median (ms)', 'p99 (ms)', 'failed', 'event loop late, p99 (ms)', 'resident (MB)'],
  steps.map(({ rate, medianMs, p99Ms, failed, delayP99Ms, residentBytes }) => [
    String(rate),
    renderNumber(medianMs),
    renderNumber(p99Ms),
    String(failed),
    renderNumber(delayP99Ms),
    renderNumber(megabytes(residentBytes)),
  ]),
)}

${chartLink('load.svg', 'Milliseconds to the answer, by questions a second')}

${overloadMarkdown(overload)}`;
  return { title: 'Load', text, charts: [{ file: 'load.svg', svg: drawLoad(steps, KNEE_MS) }] };
}

/** Asked for: never more than 50 ms. */
export function renderHolds(rows: readonly HoldRow[]): Section {
  const text = `Reports that are made to hold the bot up, each as large as one may be, are loaded into a bot that runs, and each command is
given once. How long its own work held the event loop at most, in milliseconds; wanted: less than 50.

${renderTable(
  ['made of', ...Object.keys(rows[0]?.holds ?? {})],
  rows.map(({ name, holds }) => [name, ...Object.values(holds).map(renderNumber)]),
)}`;
  return { title: 'Hostile reports', text, charts: [] };
}

/** Asked for: all is answered again soon after a flood, nothing twice, and a bot that has just begun answers at once. */
function overloadMarkdown({ flood, calm, coldStart, doubled }: Overload): string {
  const rows = [
    ['too many', flood] as const,
    ['after it', calm] as const,
    ['to a bot that has just connected', coldStart] as const,
  ].map(([name, { rate, sent, answered }]) => [name, String(rate), String(sent), String(answered)]);
  const recovered =
    calm.recoveredAfter === undefined
      ? 'Some of the last questions after the flood were not answered'
      : `All questions were answered again ${renderNumber(calm.recoveredAfter)} s after the flood`;
  return `What cannot be answered in time is dropped, and the newest is answered. ${recovered} (wanted: within ${RECOVERY_SECONDS} s); questions
answered twice: ${doubled} (wanted: 0). In its first second, the bot that had just connected answered ${coldStart.answeredAtOnce}.

${renderTable(['questions', 'a second', 'sent', 'answered'], rows)}`;
}
