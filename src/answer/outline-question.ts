import { reportsHolding } from '../corpus/match-reports.ts';
import type { Report } from '../corpus/report.ts';
import { functionWordsOf } from '../text/function-words.ts';
import { plainPhrase } from '../text/plain-phrase.ts';
import { type OutlineForm, type OutlinePhrasing, outlinePhrasings } from './outline-phrasings.ts';

/** What people put before and after what they want, in plain phrases. */
const BEFORE = new Set(
  (
    'hi hey hello ok so and please pls plz can could would will you i we want need d like to get have just give show tell write send ' +
    'provide make read me us with a an the some short quick brief general rough concise little good ' +
    'bitte gib geben sie mir zeig zeigen eine einen ein kurze kurzen die den por favor dame deme un una breve fais faites donne donnez moi une me dê da faça um uma'
  )
    .split(' ')
    .map(plainPhrase),
);
const AFTER = (
  'please,pls,plz,thanks,thank you,briefly,quickly,overall,exactly,anyway,for me,for us,in short,in brief,in general,' +
  'in a nutshell,in one sentence,in a few words,in a few sentences,bitte,por favor,s il te plait,s il vous plait'
)
  .split(',')
  .map((words) => ` ${words}`);

/** Between "report" and words of its title: "the report on the ferry". */
const ON = new Set(['on', 'about', 'called', 'titled', 'named', 'entitled', 'from', 'by', 'regarding']);
/** Longer questions ask for something in a report. In UTF-16 code units. */
const LONGEST = 200;
const ENGLISH = functionWordsOf('en');

/**
 * The reports that a question wants an outline of: "What is the report about?", "Summarize the ferry inquiry". Undefined
 * for every other question, such as "What is the report about the ferry?"
 *
 * @param asked what is meant where the question names no report
 * @param known those that it may name
 */
export function findOutlineAsked(
  question: string,
  asked: readonly Report[],
  known: readonly Report[],
): readonly Report[] | undefined {
  if (question.length > LONGEST) return undefined;
  const phrase = withoutAfter(plainPhrase(question));
  const findNamed = namesOf(known);
  for (const wanted of new Set([phrase, withoutBefore(phrase)])) {
    for (const phrasing of outlinePhrasings) {
      for (const form of phrasing.forms) {
        const subject = findSubject(wanted, form);
        if (subject === undefined) continue;
        const found = isAnyReport(subject, phrasing) ? asked : findNamed(subject);
        if (found.length > 0) return found;
      }
    }
  }
  return undefined;
}

/** What `phrase` asks about, empty where it names nothing; undefined when it has another form. */
function findSubject(phrase: string, { before, after }: OutlineForm): string | undefined {
  if (after === undefined) return phrase === before ? '' : undefined;
  const isOfForm =
    phrase.length > before.length + after.length && phrase.startsWith(before) && phrase.endsWith(after);
  return isOfForm ? phrase.slice(before.length, phrase.length - after.length) : undefined;
}

/** Whether the subject is "the report", "these articles", "this" or nothing at all. */
const isAnyReport = (subject: string, { which, nouns, alone }: OutlinePhrasing): boolean =>
  subject === '' || alone.has(subject) || nouns.has(withoutFirst(subject, which));

/** Finds reports by their whole title or id, or by words of their title beside "report". */
function namesOf(known: readonly Report[]): (subject: string) => readonly Report[] {
  const [english] = outlinePhrasings;
  const { which = NO_WORDS, nouns = NO_WORDS } = english ?? {};
  let byName: ReadonlyMap<string, readonly Report[]> | undefined;
  return (subject) => {
    const bare = withoutFirst(subject, which);
    // A subject fits several forms, and the names of all reports are read once.
    byName ??= groupByName(known, which);
    return byName.get(bare) ?? findByTitle(bare, nouns, known);
  };
}

function groupByName(
  known: readonly Report[],
  which: ReadonlySet<string>,
): ReadonlyMap<string, readonly Report[]> {
  const byName = new Map<string, Report[]>();
  for (const report of known) {
    const names = [report.title, report.id].map((name) => withoutFirst(plainPhrase(name), which));
    for (const name of new Set(names)) {
      const namesakes = byName.get(name);
      if (namesakes) namesakes.push(report);
      else byName.set(name, [report]);
    }
  }
  return byName;
}

function findByTitle(bare: string, nouns: ReadonlySet<string>, known: readonly Report[]): readonly Report[] {
  const words = bare.split(' ');
  const [first = '', second = ''] = words;
  const name =
    nouns.has(first) && ON.has(second)
      ? words.slice(2)
      : nouns.has(words.at(-1) ?? '')
        ? words.slice(0, -1)
        : [];
  const telling = name.filter((word) => !ENGLISH.has(word));
  return telling.length > 0 ? reportsHolding(known, telling.join(' ')) : [];
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** Without the words of `some` with which the phrase begins. */
function withoutFirst(phrase: string, some: ReadonlySet<string>): string {
  const words = phrase.split(' ');
  const end = words.findIndex((word) => !some.has(word));
  return end < 0 ? '' : words.slice(end).join(' ');
}

const withoutBefore = (phrase: string): string => withoutFirst(phrase, BEFORE);

function withoutAfter(phrase: string): string {
  const ending = AFTER.find((words) => phrase.endsWith(words));
  return ending === undefined ? phrase : withoutAfter(phrase.slice(0, -ending.length));
}
