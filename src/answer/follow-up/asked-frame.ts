import { findQuotations } from '../../attribution/speech/quotations.ts';
import {
  DETERMINERS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  wordSet,
} from '../../attribution/words/lexicon.ts';
import { lowerAt, readTokens, type Token, type TokenRange } from '../../attribution/words/tokens.ts';

/** An English question, parted into what it asks for, its helping verb and the rest. */
export interface AskedFrame {
  /** Without what opens it ("and", "ok, so") and without a mark at its end; short forms in full. */
  readonly text: string;
  /** Offsets are into `text`. */
  readonly tokens: readonly Token[];
  /** "When", "how many vehicles"; empty when yes or no is asked. */
  readonly asked: TokenRange;
  /** Index of "did" or "were"; absent where the verb needs no help: "Who met". */
  readonly aux?: number;
  /** Index of the first token behind both. */
  readonly rest: number;
}

/** UTF-16 units. A longer question explains itself. */
const LONGEST_QUESTION = 200;

/** What people say before a question, and what adds nothing to it. */
const OPENER =
  /^(?:and|but|so|ok|okay|then|well|also|oh|hmm?|thanks|thank you|thx|cool|great|nice|interesting|yes|yeah|right|sure|got it|i see)(?![\p{L}\p{N}'’])[\s,.!…:;–—-]*/iu;
const END = /[\s?!.…]/u;

/** A question word with a short form behind it. */
const SHORT = /^(who|what|where|when|why|how)(?:'(s|re|d|ve|ll)|(s))$/iu;
const FULL: Readonly<Record<string, string>> = { s: 'is', re: 'are', d: 'did', ve: 'have', ll: 'will' };
const WH = wordSet('who whom whose what which where when why how');
export const isQuestionWord = (lower: string): boolean => WH.has(lower);
const BE = wordSet("is are was were isn't aren't wasn't weren't");
const DO = wordSet("do does did don't doesn't didn't");
const AUX: ReadonlySet<string> = new Set([
  ...BE,
  ...DO,
  ...wordSet(
    "has have had hasn't haven't hadn't can could will would shall should may might must can't couldn't won't wouldn't shouldn't",
  ),
]);
export const isBe = (lower: string): boolean => BE.has(lower);
export const isDo = (lower: string): boolean => DO.has(lower);
/** A word of the kinds that have few members: it is no name. */
export const isClosed = (lower: string): boolean =>
  lower !== 'i' && [DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS].some((set) => set.has(lower));
export const isAux = (lower: string): boolean => AUX.has(lower);

const BEFORE_WH = wordSet('to from in at by with for about on of under since until');
const AFTER_HOW = wordSet('many much long far often old big large tall fast soon late high deep');
const AFTER_WH = wordSet('else exactly');
/** Words between the question word and its helping verb, as in "what kind of vehicles were". */
const MOST_ASKED = 6;

/** Undefined for what is no single English question, or is too long to lean on another. */
export function readFrame(written: string): AskedFrame | undefined {
  const text = plainText(written);
  if (text === '' || text.length > LONGEST_QUESTION) return undefined;
  const tokens = tokensOf(text).filter(({ kind }) => kind !== 'border');
  if (tokens.some(({ kind }) => kind === 'stop')) return undefined;
  const lead = BEFORE_WH.has(lowerAt(tokens, 0)) ? 1 : 0;
  if (lead === 0 && isAux(lowerAt(tokens, 0)))
    return { text, tokens, asked: { from: 0, to: 0 }, aux: 0, rest: 1 };
  if (!isQuestionWord(lowerAt(tokens, lead))) return undefined;
  const word = lowerAt(tokens, lead);
  const opens = word === 'how' && AFTER_HOW.has(lowerAt(tokens, lead + 1)) ? lead + 2 : lead + 1;
  const first = AFTER_WH.has(lowerAt(tokens, opens)) ? opens + 1 : opens;
  const namesThing = opens > lead + 1 || /^(?:what|which|whose)$/u.test(word);
  const aux = findAux(tokens, first, namesThing ? MOST_ASKED : 0);
  if (aux === undefined) return { text, tokens, asked: { from: 0, to: first }, rest: first };
  return { text, tokens, asked: { from: 0, to: aux }, aux, rest: aux + 1 };
}

/** The words and marks of one sentence, with a border at its end; quotations are one token each. */
export function tokensOf(text: string): readonly Token[] {
  const span = { start: 0, end: text.length };
  const { closed } = findQuotations(text);
  return readTokens(text, { number: 1, span, sentences: [span] }, closed);
}

function findAux(tokens: readonly Token[], from: number, reach: number): number | undefined {
  for (let at = from; at <= from + reach; at += 1) {
    const { kind, lower = '' } = tokens[at] ?? {};
    if (kind !== 'word') return undefined;
    if (isAux(lower)) return at;
    const isPart = lower === 'the' || lower === 'these' || lower === 'those';
    if ((PRONOUNS.has(lower) || DETERMINERS.has(lower) || SUBORDINATORS.has(lower)) && !isPart)
      return undefined;
  }
  return undefined;
}

function plainText(written: string): string {
  let text = written
    .slice(0, 2 * LONGEST_QUESTION)
    .replaceAll('’', "'")
    .trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(OPENER, '');
  }
  const [first = '', ...others] = withoutEnd(text).split(/\s+/u);
  const [, word = first, marked, plain] = SHORT.exec(first) ?? [];
  const short = marked ?? plain;
  const full = short === undefined ? [word] : [word, FULL[short.toLowerCase()] ?? short];
  return capitalised([...full, ...others].join(' '));
}

/** Without the marks at its end. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && END.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
