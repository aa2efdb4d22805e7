import type { Answerer } from '../answer/answer.ts';
import { foldText } from '../corpus/folded-report.ts';
import { runCooperatively } from '../text/cooperative-task.ts';
import type { PreparedReport } from './prepared-report.ts';
import { type Candidate, findCandidates } from './suggestions/find-candidates.ts';

export interface SuggestOptions {
  /** How many questions at most; 10 if absent. */
  readonly limit?: number;
  /** Ends the work between two questions, with what was found by then. */
  readonly signal?: AbortSignal;
}

/** What Discord offers while somebody types has no more UTF-16 code units. */
const LONGEST = 100;
/** With the reader a question takes about a tenth of a second. */
const MOST_ASKED = 30;
/** Of one paragraph; about one speaker; and of those who the report says who they are. */
const MOST_OF_PARAGRAPH = 2;
const MOST_ABOUT_ONE = 2;
const MOST_PERSONS = 3;
/** One line of letters, numbers and the signs of plain sentences, which asks. */
const PLAIN = /^[¿\p{L}\p{N}][\p{L}\p{M}\p{N} \u00A0'’“”.,:;&%$€£()/¿–—-]*[?？؟]$/u;

/**
 * Questions to suggest for a report, in its language and in its order, each of them proved: asked of the report alone
 * and of all in the library, it is answered by the paragraph that it was made from. Few or none where the report's
 * sentences give no natural ones; none that the report suggests already.
 *
 * @param library serves the report: it must be one of its version
 */
export async function suggestQuestions(
  { report, statements }: Pick<PreparedReport, 'report' | 'statements'>,
  library: Pick<Answerer, 'answer'>,
  { limit = 10, signal }: SuggestOptions = {},
): Promise<readonly string[]> {
  const candidates = await runCooperatively(findCandidates(report, statements));
  const suggested = new Set(report.questions.map(foldQuestion));
  const chosen: Candidate[] = [];
  let asked = 0;
  for (const candidate of inTurn(candidates, report.paragraphs.length, limit)) {
    if (chosen.length >= limit || asked >= MOST_ASKED || signal?.aborted === true) break;
    if (suggested.has(foldQuestion(candidate.question)) || !isNew(candidate, chosen)) continue;
    asked += 1;
    if (await isProved(candidate, report.id, library)) chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.paragraph - b.paragraph).map(({ question }) => question);
}

/** Whether its own paragraph is quoted first: in its report, and then among all. */
async function isProved(
  { question, paragraph }: Candidate,
  report: string,
  library: Pick<Answerer, 'answer'>,
): Promise<boolean> {
  for (const scope of [{ report }, {}]) {
    const answer = await library.answer(question, scope);
    if (answer.kind !== 'quoted') return false;
    const [first] = answer.passages;
    if (first.report.id !== report || first.paragraph.number !== paragraph) return false;
  }
  return true;
}

/** "Who was Ann Lee?" and "Who is Ann Lee?" are one question. */
const foldQuestion = (question: string): string => foldText(question.replace(/ (?:is|are|was|were) /u, ' '));

/** Whether it adds to those chosen, so that they are spread over the report and its people. */
function isNew({ question, paragraph, about, kind }: Candidate, chosen: readonly Candidate[]): boolean {
  const near = chosen.filter((other) => other.paragraph === paragraph);
  const alike = chosen.filter((other) => other.about === about);
  const persons = chosen.filter((other) => other.kind === 'person');
  return (
    near.length < MOST_OF_PARAGRAPH &&
    alike.length < MOST_ABOUT_ONE &&
    (kind !== 'person' || persons.length < MOST_PERSONS) &&
    // One sentence gives several questions, and a section's is about all that is in it.
    !near.some((other) => other.about === about || other.kind === 'section' || kind === 'section') &&
    !chosen.some((other) => foldQuestion(other.question) === foldQuestion(question))
  );
}

/** Of each of `parts` of the report the best that can be offered, then the second best, and so on. */
function inTurn(candidates: readonly Candidate[], paragraphs: number, parts: number): readonly Candidate[] {
  const lists = Array.from({ length: parts }, (): Candidate[] => []);
  for (const candidate of candidates) {
    const { question, paragraph } = candidate;
    if (question.length > LONGEST || !PLAIN.test(question)) continue;
    lists[Math.floor(((paragraph - 1) / paragraphs) * parts)]?.push(candidate);
  }
  for (const list of lists) list.sort((a, b) => b.weight - a.weight);
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
