import { appositionEnd } from './appositions.ts';
import { DETERMINERS, isPersonNoun } from '../words/lexicon.ts';
import { isNameWord } from '../words/name-words.ts';
import { type Mention, nameEnd, readName } from './names.ts';
import type { Token } from '../words/tokens.ts';

/** Where a person is named or meant in a paragraph, outside its quotations, in order. */
export const findMentions = (tokens: readonly Token[]): Mention[] => {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    if (isNameWord(token)) {
      const to = nameEnd(tokens, at);
      const name = readName(tokens, { from: at, to });
      if (name !== undefined) {
        const end = tokens[appositionEnd(tokens, to, tokens.length) - 1]?.end ?? name.span.end;
        mentions.push({ ...name, span: { start: name.span.start, end: Math.max(end, name.span.end) } });
      }
      at = Math.max(at, to - 1);
    } else if (isUnnamedPerson(tokens, at)) {
      mentions.push({ span: { start: token.start, end: token.end } });
    }
  }
  return mentions;
};

/** "the driver": a noun for one person that is no office of a name beside it. */
const isUnnamedPerson = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (token?.kind !== 'word' || !isPersonNoun(token.lower)) return false;
  let start = at;
  while (
    start > 0 &&
    at - start < 4 &&
    tokens[start - 1]?.kind === 'word' &&
    !DETERMINERS.has(tokens[start]?.lower ?? '')
  )
    start -= 1;
  if (!/^(?:a|an|the|his|her|one|another|this|that)$/u.test(tokens[start]?.lower ?? '')) return false;
  const before = tokens[start - 1];
  const after = tokens[at + 1];
  const besideName =
    isNameWord(after) ||
    (before?.kind === 'comma' && isNameWord(tokens[start - 2])) ||
    (after?.kind === 'comma' && isNameWord(tokens[at + 2]));
  return !besideName && !/^(?:is|was|as|became|of)$/u.test(before?.lower ?? '');
};
