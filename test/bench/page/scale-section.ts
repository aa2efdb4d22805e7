import { type ScaleFigures, WARM_UP } from '../bot/scale.ts';
import { megabytes, renderNumber } from './figures.ts';
import { renderTable, type Section } from './section.ts';

export function renderScale(figures: readonly ScaleFigures[], questions: number): Section {
  const rows = figures.flatMap(({ first, again, ...one }) =>
    [first, again].map((asked) => [
      `${one.paragraphs.toLocaleString('en-GB')}, ${one.place}${asked === again ? ', again' : ''}`,
      renderNumber(asked.medianMs),
      renderNumber(asked.p99Ms),
      renderNumber(asked.botCpuMs),
      renderNumber(asked.serverCpuMs),
      renderNumber(asked.holdMs),
      (100 * asked.right).toFixed(1),
      renderNumber(one.startMs / 1000),
      one.fillMs === undefined ? '' : renderNumber(one.fillMs / 1000),
      renderNumber(megabytes(one.heapBytes)),
      renderNumber(megabytes(one.residentBytes)),
    ]),
  );
  const text = `${questions} questions of made-up text, one at a time, from the question to the message that answers, without the
reader. The same collection in memory, where it is not too large for that, then in OpenSearch, a server of one node on this
machine. Wanted at 100,000 paragraphs there: a median of at most 40 ms, p99 of at most 200. ${WARM_UP} other questions come
before, for the compilers of the bot and of the server. At first most reports are quoted for the first time, and read for who
says what in them; then the same is asked again. The start reads kept analyses, except that of the first row of each size.

${renderTable(
  [
    'paragraphs',
    'median (ms)',
    'p99 (ms)',
    'CPU, bot (ms)',
    'CPU, server (ms)',
    'event loop held at most (ms)',
    'right first (%)',
    'start (s)',
    'brought in (s)',
    'heap (MB)',
    'resident (MB)',
  ],
  rows,
)}`;
  return { title: 'Large collections', text, charts: [] };
}
