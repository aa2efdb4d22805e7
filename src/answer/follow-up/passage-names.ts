import { findMentions, type Mention } from '../../attribution/people/names.ts';
import { bare } from '../../attribution/words/lexicon.ts';
import { isCapital, isNameWord } from '../../attribution/words/name-words.ts';
import type { Token } from '../../attribution/words/tokens.ts';
import { isEnglish } from '../../text/language-tag.ts';
import type { Passage } from '../answer.ts';
import { isAux, isClosed, isQuestionWord, tokensOf } from './asked-frame.ts';
import type { Referent } from './referents.ts';

/** What the passages tell of the names in a question. */
export interface PassageNames {
  /** Names by their words in lower case, as they are written. */
  readonly written: ReadonlyMap<string, string>;
  /** Words that stand in small letters. */
  readonly common: ReadonlySet<string>;
  readonly persons: readonly Mention[];
}

/** Of more passages nothing is read. */
const PASSAGES_READ = 3;

export function readNames(passages: readonly Passage[]): PassageNames {
  const written = new Map<string, string>();
  const common = new Set<string>();
  const persons: Mention[] = [];
  for (const { report, paragraph } of passages.slice(0, PASSAGES_READ)) {
    for (const { start, end } of isEnglish(report.language) ? paragraph.sentences : []) {
      const tokens = tokensOf(report.body.slice(start, end));
      for (const { text, lower } of namesIn(tokens)) written.set(bare(lower), text.replace(/['’]s?$/u, ''));
      for (const { text, lower } of tokens) if (text === lower) common.add(lower);
      persons.push(...findMentions(tokens).filter(isNamedAsPerson));
    }
  }
  return { written, common, persons };
}

/** One word may be a place. */
const isNamedAsPerson = ({ fullName, gender }: Mention): boolean =>
  fullName !== undefined || gender !== 'person';

/** Not those of "No Child Left Behind", where a name cannot be told from other words. */
function namesIn(tokens: readonly Token[]): readonly Token[] {
  const runs: Token[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    // The first word of a sentence has its capital from there.
    const isFirst =
      at === 0 && !(isNameWord(token) && isCapital(tokens[1])) && !/^\p{Lu}{2}/u.test(token.text);
    if (isCapital(token) && !isFirst) runs.at(-1)?.push(token);
    else runs.push([]);
  }
  return runs.filter((run) => run.every(isNameWord)).flat();
}

/** "who is chris garver" as "who is Chris Garver". */
export function withCapitals(question: string, { written, common }: PassageNames): string {
  return question.replaceAll(/\p{Ll}[\p{L}\p{N}-]*(?:['’](?!s\b)\p{L}+)*/gu, (word) => {
    const isOpen = !common.has(word) && !isClosed(word) && !isQuestionWord(word) && !isAux(word);
    return (isOpen && written.get(word.replaceAll('’', "'"))) || word;
  });
}

/** A single name with what the passages tell of it: "Obama" as a man where they have "Barack Obama" or "Mr. Obama". */
export function asPerson(named: Referent, { persons }: PassageNames): Referent {
  const word = named.text.toLowerCase();
  const same = named.kind === 'name' ? persons.filter(({ surname }) => surname === word) : [];
  const [gender, ...others] = new Set(same.map((person) => person.gender));
  return gender === undefined
    ? named
    : { ...named, kind: others.length === 0 ? gender : 'person', speaks: true };
}
