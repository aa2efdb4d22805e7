import { parseArgs } from 'node:util';
import { QUOTE_FROM_BY_WORDS as QUOTE_FROM } from '../../src/answer/judge.ts';
import { loadReports } from '../../src/library/load-reports.ts';
import { rankerOver } from '../../src/search/ranking/lexical-ranker.ts';
import { loadLabelledQuestions } from './labelled-questions.ts';
import { findOutcome, measure, type Outcome } from './measure.ts';
import { placeOf, renderMeasures, renderMisses } from './render-measures.ts';
import { runTool, UsageError } from '../../src/tools/run-tool.ts';

const HELP = `Measure how well questions are answered whose answers are known.

  npm run --silent eval -- --data DIR --questions FILE [--json] [--misses]

  --data DIR        folder of the reports
  --questions FILE  one JSON object a line: id, question, report?, kind (answerable, near-miss or off-topic),
                    paragraph (from 1, or null), answers (verbatim)
  --json            print one JSON object
  --misses          print the questions that went wrong, too
  --help            print this
`;

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      questions: { type: 'string' },
      json: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
    },
  });
  if (values.data === undefined || values.questions === undefined) {
    throw new UsageError('wanted both --data DIR and --questions FILE; see --help');
  }
  const ranker = await rankerOver(await loadReports(values.data));
  const outcomes: Outcome[] = [];
  for (const question of await loadLabelledQuestions(values.questions)) {
    outcomes.push(await findOutcome(ranker, question));
  }
  const places = [...new Set(outcomes.map(placeOf))];
  const measures = {
    all: measure(outcomes, QUOTE_FROM),
    reports: Object.fromEntries(
      places.map((place) => {
        const own = outcomes.filter((outcome) => placeOf(outcome) === place);
        return [place, measure(own, QUOTE_FROM)];
      }),
    ),
  };
  process.stdout.write(
    values.json ? `${JSON.stringify(measures, undefined, 2)}\n` : renderMeasures(measures),
  );
  if (values.misses) process.stdout.write(renderMisses(outcomes, QUOTE_FROM));
});
