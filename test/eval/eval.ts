import { parseArgs } from 'node:util';
import { QUOTE_FROM, QUOTE_FROM_BY_WORDS } from '../../src/answer/judge.ts';
import { loadReports } from '../../src/library/load-reports.ts';
import { loadReader } from '../../src/reader/open-reader.ts';
import { noReader, type Reader } from '../../src/reader/reader.ts';
import { rankerOver } from '../../src/search/ranking/lexical-ranker.ts';
import { loadLabelledQuestions } from './labelled-questions.ts';
import { findOutcome, measure, type Outcome, rankerWith } from './measure.ts';
import { placeOf, renderMeasures, renderMisses } from './render-measures.ts';
import { argsOf, isProgram, runTool, type Terminal, toolLog, UsageError } from '../../src/tools/run-tool.ts';

const HELP = `Measure how well questions are answered whose answers are known.

  npm run --silent eval -- --data DIR --questions FILE [--words] [--json] [--misses]

  --data DIR        folder of the reports
  --questions FILE  one JSON object a line: id, question, report?, kind (answerable, near-miss or off-topic),
                    paragraph (from 1, or null), answers (verbatim)
  --words           by words alone, without the reader
  --json            print one JSON object
  --misses          print the questions that went wrong, too
  --help            print this
`;

/** `load`: the reader. */
export const evaluate = async (terminal?: Terminal, load = () => loadReader(toolLog)): Promise<void> =>
  runTool(HELP, (given) => measureAll(given, load), terminal);

async function measureAll(terminal: Terminal, load: () => Promise<Reader>): Promise<void> {
  const { stdout } = terminal;
  const { values } = parseArgs({
    ...argsOf(terminal),
    options: {
      data: { type: 'string' },
      questions: { type: 'string' },
      words: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined || values.questions === undefined) {
    throw new UsageError('wanted both --data DIR and --questions FILE; see --help');
  }
  const reader = values.words ? noReader : await load();
  const quoteFrom = reader.state === 'ready' ? QUOTE_FROM : QUOTE_FROM_BY_WORDS;
  const ranker = rankerWith(reader, await rankerOver(await loadReports(values.data)));
  const outcomes: Outcome[] = [];
  for (const question of await loadLabelledQuestions(values.questions)) {
    outcomes.push(await findOutcome(ranker, question));
  }
  const places = [...new Set(outcomes.map(placeOf))];
  const measures = {
    all: measure(outcomes, quoteFrom),
    reports: Object.fromEntries(
      places.map((place) => {
        const own = outcomes.filter((outcome) => placeOf(outcome) === place);
        return [place, measure(own, quoteFrom)];
      }),
    ),
  };
  stdout.write(values.json ? `${JSON.stringify(measures, undefined, 2)}\n` : renderMeasures(measures));
  if (values.misses) stdout.write(renderMisses(outcomes, quoteFrom));
}

if (isProgram(import.meta.url)) await evaluate();
