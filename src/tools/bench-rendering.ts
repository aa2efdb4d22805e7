import { performance } from 'node:perf_hooks';
import { renderAnswer } from '../discord/render-answer.ts';
import { createLibrary } from '../library/library.ts';
import { loadReports } from '../library/load-reports.ts';

const ROUNDS = 50;

/** Times from an answer to its message: quoting, the gate, citation, links, buttons. Milliseconds, sorted. */
export async function timeRendering(dataDir: string): Promise<readonly number[]> {
  const library = await createLibrary(await loadReports(dataDir));
  const questions = library.reports.flatMap(({ questions: suggested }) => suggested);
  const answers = await Promise.all(
    questions.map(async (question) => ({ question, answer: await library.answer(question) })),
  );
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const { question, answer } of answers) {
      const start = performance.now();
      renderAnswer(answer, question, { library, locale: 'en-GB', audience: 'public' });
      // The first round pays for the compiler.
      if (round > 0) times.push(performance.now() - start);
    }
  }
  return times.sort((a, b) => a - b);
}
