import type { Statement } from '../../attribution/find-statements.ts';
import { isAdverb, isTimeWord } from '../../attribution/words/adverbials.ts';
import {
  bare,
  COORDINATORS,
  DETERMINERS,
  FINITE,
  isSpeakerNoun,
  NEGATIONS,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TITLES,
  wordSet,
} from '../../attribution/words/lexicon.ts';
import { isCapital, isGenitive, isNameWord, isVerbLike, isWord } from '../../attribution/words/name-words.ts';
import { SPEECH_VERBS } from '../../attribution/words/speech-verbs.ts';
import { lowerAt, spanOf, type Token, type TokenRange } from '../../attribution/words/tokens.ts';
import { slice } from '../../text/span.ts';
import type { WrittenForms } from './written-forms.ts';

const MOST_TOPICS = 3;
const MOST_WORDS = 5;
/** One shorter noun tells too little. In letters. */
const LEAST_ALONE = 7;
/** Before these, what follows is not what is spoken about. */
const NO_OBJECT = /^(?:to|as|like|after|before|since|until|per|via|by|mr|mrs|ms)$/u;
const NATIONALITY = /(?:ian|ean|ish|ese|can|eli|aqi|ani|ench|utch|arab|us|u\.s)$/u;

/** "What did Ann Lee say about the mill of York?" `tokens` are those of the paragraph. */
export function questionsOfStatement(
  body: string,
  tokens: readonly Token[],
  { span, words, speaker, kind }: Statement,
  forms: WrittenForms,
): readonly { readonly question: string; readonly about: string; readonly weight: number }[] {
  const [near, whole] = [words, speaker].map((own) => own && nameOf(slice(body, own), forms));
  const name = near?.includes(' ') === true ? near : (whole ?? near);
  if (name === undefined) return [];
  const from = tokens.findIndex(({ start }) => start >= span.start);
  const end = tokens.findIndex(({ start }) => start >= span.end);
  const named = new Set(name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const about = name.split(' ').at(-1) ?? '';
  const topics = topicsIn(tokens, { from, to: end === -1 ? tokens.length : end }, forms)
    .filter((topic) =>
      tokens
        .slice(topic.from, topic.to)
        .every(
          (token) => !isNameWord(token) || !named.has(bare(token.lower)) || TITLES.has(bare(token.lower)),
        ),
    )
    .map((topic) => ({
      question: `What did ${name} say about ${textOf(body, tokens, topic)}?`,
      about,
      // Reported speech is more often misread than a quotation.
      weight: (kind === 'reported' ? 3.5 : 4) + tellingOf(tokens, topic, from),
    }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_TOPICS);
  return [...topics, { question: `What did ${name} say?`, about, weight: 2 }];
}

/** How much a topic tells: names and several words more, and less what comes late, which may be said by the way. */
function tellingOf(tokens: readonly Token[], { from, to }: TokenRange, opens: number): number {
  const isNamed = tokens.slice(from, to).some(isNameWord);
  return (isNamed ? 1 : 0) + Math.min(to - from, 4) / 4 - (from - opens) / 30;
}

const textOf = (body: string, tokens: readonly Token[], { from, to }: TokenRange): string => {
  const text = slice(body, spanOf(tokens, { from, to })).replaceAll(/\s+/gu, ' ');
  return lowerAt(tokens, from) === 'the' ? `the${text.slice(3)}` : text;
};

/** "John Ferriola" of "the company's chief executive, John Ferriola", "the report" of itself; nothing of "aides". */
function nameOf(words: string, forms: WrittenForms): string | undefined {
  const chunks = words.replaceAll(/\s+/gu, ' ').split(/, | \(/u);
  const isName = (chunk: string): boolean => {
    const [first = '', ...others] = chunk.replace(/^[Tt]he /u, '').split(' ');
    return (
      /^\p{Lu}/u.test(others.at(-1) ?? first) &&
      [first, ...others].every((word) => /^\p{Lu}/u.test(word) || PARTICLES.has(word)) &&
      !/['’]s?$/u.test(chunk) &&
      (others.length > 0
        ? !forms.isSmall(first) || TITLES.has(bare(first.toLowerCase()))
        : forms.isName(first))
    );
  };
  const [whole = ''] = chunks;
  const last = bare(whole.split(' ').at(-1)?.toLowerCase() ?? '');
  const isBody =
    /^the /iu.test(whole) && (isSpeakerNoun(last) || /^\p{Lu}/u.test(whole.split(' ').at(-1) ?? ''));
  const name = chunks.find(isName) ?? (isBody ? whole : undefined);
  return name?.replace(/^The /u, 'the ');
}

/** What is said is about these noun phrases: names, what has "the", and what a preposition leads to; in order. */
function topicsIn(
  tokens: readonly Token[],
  { from, to }: TokenRange,
  forms: WrittenForms,
): readonly TokenRange[] {
  const topics: TokenRange[] = [];
  for (let at = from; at < to; at += 1) {
    const before = lowerAt(tokens, at - 1);
    const start = lowerAt(tokens, at) === 'the' ? at + 1 : at;
    const first = tokens[start];
    const leads = start > at || isNameWord(first) || PREPOSITIONS.has(before);
    let end = leads ? endOfPhrase(tokens, start, to) : undefined;
    if (first === undefined || end === undefined || isCapital(tokens[at - 1]) || NO_OBJECT.test(before))
      continue;
    // "The harbour of Corvo"
    const next = lowerAt(tokens, end + 1) === 'the' ? end + 2 : end + 1;
    if (lowerAt(tokens, end) === 'of') end = endOfPhrase(tokens, next, to) ?? to + 1;
    const isAlone = end - at === 1 && isNameWord(first);
    const isKnown = isAlone
      ? forms.isName(first.text) && !isTitleOrPeople(first)
      : !opensSmall(tokens, start, forms);
    const isShort = tokens.slice(start, end).some(({ lower }) => SHORT.test(lower));
    if (isKnown && !isShort && end <= to) topics.push({ from: at, to: end });
    at = Math.min(end, to) - 1;
  }
  return topics;
}

/** Whether the word has its capital from opening a sentence, or asks. */
function opensSmall(tokens: readonly Token[], at: number, forms: WrittenForms): boolean {
  const { text = '', lower = '' } = tokens[at] ?? {};
  return (
    /^(?:what|how|why)$/u.test(lower) ||
    (isCapital(tokens[at]) && !isWord(tokens[at - 1]) && forms.isSmall(text))
  );
}

const isTitleOrPeople = ({ lower }: Token): boolean =>
  NATIONALITY.test(bare(lower)) || TITLES.has(bare(lower));

/** Past "Secretary of State" or "military operation", of which the last word tells something and nothing goes on. */
function endOfPhrase(tokens: readonly Token[], from: number, to: number): number | undefined {
  const isLink = (at: number): boolean =>
    PARTICLES.has(lowerAt(tokens, at)) &&
    at > from &&
    isNameWord(tokens[at - 1]) &&
    isNameWord(tokens[at + 1]);
  let end = from;
  while (
    end < to &&
    end - from < MOST_WORDS &&
    (isNameWord(tokens[end]) || isPlain(tokens[end]) || isLink(end))
  )
    end += 1;
  // "Corvo stays closed", "Ann Lee walked in": what follows a name may be its verb.
  const mayBeVerb =
    end - from > 1 &&
    isNameWord(tokens[end - 2]) &&
    !NATIONALITY.test(bare(lowerAt(tokens, end - 2))) &&
    !isNameWord(tokens[end - 1]) &&
    /(?:s|ed)$/u.test(lowerAt(tokens, end - 1));
  if (mayBeVerb) end -= 1;
  const last = tokens[end - 1];
  if (
    last === undefined ||
    end === from ||
    isGenitive(last) ||
    VAGUE.has(last.lower) ||
    !(mayBeVerb || closes(tokens[end]))
  )
    return undefined;
  if (lowerAt(tokens, end) === 'of') return end;
  return isNameWord(last) || last.text.length > (end - from > 1 ? 3 : LEAST_ALONE) ? end : undefined;
}

const isPlain = (token: Token | undefined): boolean =>
  isWord(token) &&
  /^\p{Ll}/u.test(token.text) &&
  !(closes(token) || isGenitive(token) || isTimeWord(token) || SPEECH_VERBS.has(token.lower)) &&
  !(isAdverb(token) || /(?:ing|est)$/u.test(token.lower)) &&
  ![DETERMINERS, PRONOUNS, NEGATIONS].some((words) => words.has(token.lower));

/** "I'm", "they’ve". */
const SHORT = /['’](?:re|ve|ll|d|m|t)$/u;
/** Nouns that say little of what a sentence is about. */
const VAGUE = wordSet(
  `thing things ways time times fact rest part parts kind kinds sort case cases place places word words reason reasons
   question questions point points ones people woman women person side course sense idea number numbers moment other
   others first last same more most least example issue issues matter situation event events result results world day
   days year years right left ground face hands line name stage table light floor road next best worst only`,
);

/** Whether a name may end before the token, and no longer noun phrase goes on. */
const closes = (token: Token | undefined): boolean =>
  !isWord(token) ||
  isVerbLike(token.lower) ||
  [PREPOSITIONS, FINITE, COORDINATORS, SUBORDINATORS].some((words) => words.has(token.lower)) ||
  /^(?:or|nor|which|who|to)$/u.test(token.lower);
