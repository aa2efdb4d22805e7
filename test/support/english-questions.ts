import { readFileSync } from 'node:fs';

const FILES = [
  'test/eval/questions.jsonl',
  'test/fit/reader/calibration-news.jsonl',
  'test/fit/reader/calibration-encyclopedia.jsonl',
];

/** Every English question that the project has, as it was written. */
export const englishQuestions = (): readonly string[] =>
  FILES.flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => String(JSON.parse(line).question));
