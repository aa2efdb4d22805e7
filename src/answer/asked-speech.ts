import { maySpeak, type Statement } from '../attribution/find-statements.ts';
import { SPEECH_VERBS } from '../attribution/words/speech-verbs.ts';
import type { Paragraph, Report } from '../corpus/report.ts';
import type { FoundParagraph } from '../search/ranking/ranker.ts';
import type { Task } from '../text/cooperative-task.ts';
import { type Language, createLanguage } from '../text/language.ts';
import { isEnglish } from '../text/language-tag.ts';
import { slice, type Span } from '../text/span.ts';

/** What a paragraph has of the words that a question asks for: "What did Garver say about the checkpoint?" */
export interface Heard {
  /** The sentences, in whole, of what a speaker says whom the question names. In order. */
  readonly places: readonly [Span, ...Span[]];
  /** Share of the topic's stems that each of these holds, the most that any does; 1 where the question names no topic. */
  readonly topicHeld: number;
}

type Place = Pick<FoundParagraph, 'report' | 'paragraph'>;

/**
 * The paragraphs in which somebody speaks whom `question` names, if it asks in English for what somebody says.
 *
 * @param statementsOf who says what in a report
 */
export function* hearSpeakers(
  question: string,
  searched: readonly Place[],
  statementsOf: (report: Report) => Task<readonly Statement[]>,
): Task<ReadonlyMap<Paragraph, Heard>> {
  const heard = new Map<Paragraph, Heard>();
  const language = createLanguage('en');
  const asked = readAsked(question, language);
  if (asked === undefined) return heard;
  for (const { report, paragraph } of searched) {
    if (!isEnglish(report.language) || !maySpeak(report, paragraph)) continue;
    const statements = yield* statementsOf(report);
    const said = statements.filter(({ paragraph: number }) => number === paragraph.number);
    const found = yield* hear(asked, said, { report, paragraph }, language);
    if (found) heard.set(paragraph, found);
  }
  return heard;
}

const OBJECTS: ReadonlySet<string> = new Set(['what', 'whats', 'anything']);
const THINKING: ReadonlySet<string> = new Set(['think', 'thinks', 'thought', 'believe', 'believes']);

/** "State", "found" and "called" are seldom meant in a question. */
function asksForWords(word: string): boolean {
  const verb = SPEECH_VERBS.get(word);
  const isSpeech = verb !== undefined && !verb.noun && ['say', 'claim', 'tell'].includes(verb.kind);
  return isSpeech || THINKING.has(word);
}

/** The stems of who speaks and about what. Undefined when the question does not ask for words. */
function readAsked(question: string, language: Language): readonly string[] | undefined {
  const words = language.read(question).map(({ folded }) => folded);
  if (!words.some((word) => OBJECTS.has(word)) || !words.some(asksForWords)) return undefined;
  const content = words.filter(
    (word) => !language.functionWords.has(word) && !OBJECTS.has(word) && !asksForWords(word),
  );
  return [...new Set(content.map((word) => language.stem(word)))];
}

function* hear(
  asked: readonly string[],
  statements: readonly Statement[],
  { report: { body }, paragraph: { sentences } }: Place,
  language: Language,
): Task<Heard | undefined> {
  const stemsIn = (span: Span): ReadonlySet<string> =>
    new Set(language.read(slice(body, span)).map(({ folded }) => language.stem(folded)));
  let best: Heard | undefined;
  for (const { speaker, span } of statements) {
    const first = sentences.find(({ end }) => span.start < end);
    const last = sentences.findLast(({ start }) => start < span.end);
    if (speaker === undefined || first === undefined || last === undefined) continue;
    const named = stemsIn(speaker);
    const topic = asked.filter((stem) => !named.has(stem));
    yield;
    if (topic.length === asked.length) continue;
    const place = { start: first.start, end: last.end };
    const said = stemsIn(place);
    const topicHeld = topic.length === 0 ? 1 : topic.filter((stem) => said.has(stem)).length / topic.length;
    if (best === undefined || topicHeld > best.topicHeld) best = { places: [place], topicHeld };
    else if (topicHeld === best.topicHeld) best = { places: [...best.places, place], topicHeld };
  }
  return best;
}
