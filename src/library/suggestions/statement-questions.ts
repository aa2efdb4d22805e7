import type { Statement } from '../../attribution/find-statements.ts';
import { bare, isSpeakerNoun, PARTICLES, PREPOSITIONS, TITLES } from '../../attribution/words/lexicon.ts';
import { isGenitive, isNameWord, isWord } from '../../attribution/words/name-words.ts';
import { readTokens, type Token, type TokenRange } from '../../attribution/words/tokens.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Span } from '../../text/span.ts';
import { type ReportWords, writePhrase } from './report-words.ts';
import { findTopics } from './topics.ts';

/** A question made from words of a report. */
export interface Made {
  readonly question: string;
  /** A larger one means a better question. */
  readonly weight: number;
  /** Whom or what it asks about. */
  readonly about: string;
  /** What it is made from; `told` by the report itself. */
  readonly kind: 'said' | 'person' | 'told' | 'section';
}

const TOPICS_OF_ONE = 3;

/** "What did Ann Lee say about the mill?" `tokens` are those of the paragraph. */
export function questionsOfStatement(
  { body }: Report,
  paragraph: Paragraph,
  tokens: readonly Token[],
  statement: Statement,
  words: ReportWords,
): readonly Made[] {
  const speaker = findSpeaker(body, paragraph, statement, words);
  if (speaker === undefined) return [];
  const from = tokens.findIndex(({ start }) => start >= statement.span.start);
  const end = tokens.findIndex(({ start }) => start >= statement.span.end);
  const to = end === -1 ? tokens.length : end;
  // "Lee, referring to the mill, said": no clause.
  if (statement.kind === 'reported' && (tokens[from]?.lower ?? '').endsWith('ing')) return [];
  const named = new Set(speaker.name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return findTopics(tokens, { from, to }, words)
    .filter((topic) =>
      tokens
        .slice(topic.from, topic.to)
        .every(
          (token) => !isNameWord(token) || !named.has(bare(token.lower)) || TITLES.has(bare(token.lower)),
        ),
    )
    .slice(0, TOPICS_OF_ONE)
    .flatMap((topic) => {
      const about = writePhrase(body, tokens, topic, words);
      const question = `What did ${speaker.name} say about ${about}?`;
      // Reported speech is more often misread than a quotation.
      const weight =
        3 + topic.score / 2 + (speaker.isNamed ? 1 : 0) - (statement.kind === 'reported' ? 0.5 : 0);
      return about === undefined
        ? []
        : [{ question, weight, about: speaker.name.split(' ').at(-1) ?? '', kind: 'said' }];
    });
}

interface SpeakerName {
  readonly name: string;
  readonly isNamed: boolean;
}

/** In the paragraph's own words when they name somebody with a title or in full, else in the report's fullest. */
function findSpeaker(
  body: string,
  paragraph: Paragraph,
  { words: own, speaker }: Statement,
  words: ReportWords,
): SpeakerName | undefined {
  if (speaker === undefined) return undefined;
  const near = own && nameOf(body, paragraph, own, words);
  if (near?.isNamed === true && near.name.includes(' ')) return near;
  return nameOf(body, paragraph, speaker, words) ?? near;
}

/** "John Ferriola" of "the company's chief executive, John Ferriola", "the report" of itself; nothing of "aides". */
function nameOf(body: string, paragraph: Paragraph, span: Span, words: ReportWords): SpeakerName | undefined {
  const tokens = readTokens(body, { ...paragraph, span, sentences: [] }, []).slice(0, -1);
  const chunks = chunksOf(tokens).filter(({ from, to }) => tokens.slice(from, to).every(isWord));
  for (const chunk of chunks) {
    const from = tokens.findIndex((token, at) => at >= chunk.from && isNameWord(token));
    const first = tokens[from];
    // Of "the head of the FBI" and "the FBI's head" the name is another's.
    const leads = tokens.slice(chunk.from, from).every(({ lower }) => !PREPOSITIONS.has(lower));
    const isName =
      isNameWord(tokens[chunk.to - 1]) &&
      tokens
        .slice(from, chunk.to)
        .every((token) => (isNameWord(token) ? !isGenitive(token) : PARTICLES.has(token.lower)));
    if (!isName || !leads || first === undefined) continue;
    if (words.inside(first, tokens[from + 1]) !== first.text) continue;
    const hasArticle = tokens[from - 1]?.lower === 'the';
    const name = writePhrase(body, tokens, { from: hasArticle ? from - 1 : from, to: chunk.to }, words);
    if (name !== undefined) return { name, isNamed: true };
  }
  const [chunk] = chunks;
  if (chunk === undefined) return undefined;
  const [first, last] = [tokens[chunk.from], tokens[chunk.to - 1]];
  const isNamed = tokens.slice(chunk.from, chunk.to).some((token) => isNameWord(token));
  const isArticled = first?.lower === 'the' || (isNamed && /^an?$/u.test(first?.lower ?? ''));
  const isWhole = isNameWord(last) || isSpeakerNoun(bare(last?.lower ?? ''));
  const name = isArticled && isWhole ? writePhrase(body, tokens, chunk, words) : undefined;
  return name === undefined ? undefined : { name, isNamed };
}

function chunksOf(tokens: readonly Token[]): readonly TokenRange[] {
  const commas = tokens.flatMap(({ kind }, at) => (kind === 'comma' ? [at] : []));
  return [-1, ...commas].map((comma, at) => ({ from: comma + 1, to: commas[at] ?? tokens.length }));
}
