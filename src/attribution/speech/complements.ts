import { addresseeEnd } from '../people/phrase-after.ts';
import { isTimeWord, skipAdverbialsAfter } from '../words/adverbials.ts';
import { CLAUSE_OPENERS, FINITE, PREPOSITIONS } from '../words/lexicon.ts';
import { isCapital, isVerbLike } from '../words/name-words.ts';
import { SPEECH_VERBS, type SpeechVerb } from '../words/speech-verbs.ts';
import { lowerAt, type Token } from '../words/tokens.ts';

/** What follows a verb of speech: token indexes. `direct` lists quotations; `clause` opens reported speech. */
export type Complement =
  | { readonly kind: 'direct'; readonly quotes: readonly number[] }
  | { readonly kind: 'clause'; readonly from: number }
  | { readonly kind: 'none' };

const NONE: Complement = { kind: 'none' };

/** How far, in tokens, a "that", a quotation or a finite verb may be from its verb of speech. */
const REACH = 14;

/** The quotation at `at`, with those that "and" joins to it. */
const joinedQuotes = (tokens: readonly Token[], at: number): Complement => {
  const quotes = [at];
  while (/^(?:and|but|or)$/u.test(lowerAt(tokens, (quotes.at(-1) ?? at) + 1))) {
    const next = (quotes.at(-1) ?? at) + 2;
    if (tokens[next]?.kind !== 'quote') break;
    quotes.push(next);
  }
  return { kind: 'direct', quotes };
};

/** "described it as QUOTE", "called the plan QUOTE": the object first. A title or a term is a name, not a statement. */
const readObjectComplement = (
  tokens: readonly Token[],
  after: number,
  limit: number,
  body: string,
): Complement => {
  for (let at = after + 1; at < Math.min(limit, after + REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || FINITE.has(token.lower)) return NONE;
    if (token.kind === 'quote') {
      const words = body.slice(token.start, token.end).split(/\s+/u, 4);
      const isCapitalised = (word: string): boolean => /^\p{P}*\p{Lu}/u.test(word);
      const determined =
        /^(?:the|this|his|her|their|its)$/u.test(lowerAt(tokens, at - 1)) && lowerAt(tokens, at - 2) !== 'as';
      const named = words.length < 4 && (determined || isCapitalised(words[0] ?? ''));
      const titled = words.length > 1 && words.every(isCapitalised);
      return titled || named ? NONE : joinedQuotes(tokens, at);
    }
    if (token.kind !== 'word') return NONE;
  }
  return NONE;
};

const isQuote = (token: Token | undefined): boolean => token?.kind === 'quote';

const isComma = (token: Token | undefined): boolean => token?.kind === 'comma' || token?.kind === 'colon';

const THAT_MAY_FOLLOW =
  /^(?:in|on|at|of|to|for|during|after|from|by|with|before|outside|via|through|over|earlier|last)$/u;

/** "that" close after the verb: at once, or after "in a message to staff", but not "terms that bound both sides". */
const thatAfter = (tokens: readonly Token[], from: number, limit: number): number | undefined => {
  if (tokens[from]?.lower === 'that') {
    // "argued that night": no clause.
    const next = tokens[from + 1];
    return next?.kind === 'stop' || (isTimeWord(next) && !isCapital(next)) ? undefined : from;
  }
  if (!THAT_MAY_FOLLOW.test(lowerAt(tokens, from))) return undefined;
  for (let at = from + 1; at < Math.min(limit, from + REACH); at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || FINITE.has(token.lower)) return undefined;
    if (token.lower !== 'that') continue;
    const joined = /^(?:provided|given|so|such|except|now|in)$/u.test(lowerAt(tokens, at - 1));
    const next = lowerAt(tokens, at + 1);
    return joined || (isVerbLike(next) && !CLAUSE_OPENERS.has(next)) ? undefined : at;
  }
  return undefined;
};

/** "said of the plan: QUOTE", "told the BBC in an interview, QUOTE". */
const markedQuoteAfter = (tokens: readonly Token[], from: number, limit: number): number | undefined => {
  for (let at = from; at < Math.min(limit, from + REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || FINITE.has(token.lower)) return undefined;
    if (SPEECH_VERBS.get(token.lower)?.form === 'past') return undefined;
    if (isComma(token)) return isQuote(tokens[at + 1]) ? at + 1 : undefined;
  }
  return undefined;
};

/** "it will", "he left"; not "it for use". */
const isPredicate = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !PREPOSITIONS.has(token.lower) && !/^(?:and|or|as|to)$/u.test(token.lower);

const hasFiniteVerb = (tokens: readonly Token[], from: number, limit: number): boolean => {
  if (CLAUSE_OPENERS.has(lowerAt(tokens, from)) && from + 1 < limit && isPredicate(tokens[from + 1]))
    return true;
  for (let at = from + 1; at < Math.min(limit, from + REACH); at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'quote')) return false;
    if (/^(?:that|who|which|whom|whose|when|where|because|if|to|as|by|and)$/u.test(token.lower)) return false;
    if (FINITE.has(token.lower)) return true;
  }
  return false;
};

/** After "said" these are no clause: "said so", "said nothing", "said to be rich". */
const NO_CLAUSE =
  /^(?:so|yes|no|nothing|little|much|more|less|goodbye|hello|something|anything|as|if|than|to|by|when|where|while|what|whether|how|why|and|or|but|after|before|who|which|because|per)$/u;

/** The complement of `verb`, read from token `after`, right after the verb, up to `limit`. */
export const readComplement = (
  tokens: readonly Token[],
  after: number,
  limit: number,
  verb: SpeechVerb,
  body: string,
): Complement => {
  let start = after;
  let at = skipAdverbialsAfter(tokens, start, limit);
  if (verb.kind === 'call') return readObjectComplement(tokens, after, limit, body);
  if (verb.kind === 'tell' || tokens[at]?.lower === 'to') {
    const addressee = addresseeEnd(tokens, tokens[at]?.lower === 'to' ? at + 1 : at, limit);
    if (addressee === undefined) return NONE;
    start = addressee;
    at = skipAdverbialsAfter(tokens, addressee, limit);
  }
  const marked = markedQuoteAfter(tokens, at, limit);
  if (marked !== undefined && marked < limit) return joinedQuotes(tokens, marked);
  if (isQuote(tokens[at]) && at < limit) return joinedQuotes(tokens, at);
  if (verb.kind === 'ask') return NONE;
  const that = thatAfter(tokens, at, limit) ?? thatAfter(tokens, start, limit);
  if (that !== undefined) {
    const from = tokens[that + 1]?.kind === 'comma' ? that + 2 : that + 1;
    return isQuote(tokens[from]) ? joinedQuotes(tokens, from) : { kind: 'clause', from };
  }
  if (verb.kind === 'find' || verb.noun) return NONE;
  return readBareClause(tokens, at, limit, verb);
};

/** A clause without "that". */
const readBareClause = (
  tokens: readonly Token[],
  at: number,
  limit: number,
  verb: SpeechVerb,
): Complement => {
  const first = tokens[at];
  if (first === undefined || at >= limit) return NONE;
  if (first.kind === 'colon' && tokens[at + 1]?.kind === 'word') return { kind: 'clause', from: at + 1 };
  if (first.kind !== 'word' && first.text !== '$' && first.text !== '£' && first.text !== '€') return NONE;
  const alone =
    tokens[at + 1]?.kind !== 'word' || /^(?:more|less|such|to|about|of)$/u.test(lowerAt(tokens, at + 1));
  if (NO_CLAUSE.test(first.lower) && (first.lower !== 'no' || alone)) return NONE;
  if (FINITE.has(first.lower) && !CLAUSE_OPENERS.has(first.lower)) return NONE;
  // "told MPs about it", "told them the truth", "claimed victory": no clause is certain.
  if (verb.kind !== 'say' && !hasFiniteVerb(tokens, at, limit)) return NONE;
  const short = tokens[at + 1]?.kind !== 'word' && tokens[at + 1]?.kind !== 'quote';
  return short && (verb.kind === 'say' || verb.kind === 'tell') ? NONE : { kind: 'clause', from: at };
};
