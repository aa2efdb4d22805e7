import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findParagraphs } from '../../src/corpus/paragraphs.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import type { Report } from '../../src/corpus/report.ts';
import { slice } from '../../src/text/span.ts';
import { paragraphId } from './contender.ts';

export interface GeneratedText {
  readonly reports: readonly Report[];
  readonly questions: readonly PlacedQuestion[];
}

export interface PlacedQuestion {
  readonly question: string;
  /** The paragraph that it was made of, by id. */
  readonly paragraph: string;
}

const PARAGRAPHS_IN_REPORT = 40;
const SENTENCES_IN_PARAGRAPH = 5;
const WORDS_IN_SENTENCE = 20;
const WORDS_IN_QUESTION = 5;
const OPENINGS = ['What is the', 'Who was the', 'How many of the', 'When did the', 'Where is the'];
const FUNCTION_WORDS =
  'the of and in to a is that for it was on are as with be by at from this were which or an had'.split(' ');

/** Writes reports in a made-up language; each call goes on where the last one ended. */
export interface TextGenerator {
  sentence(): string;
  /** Ids count from 0 in each call. */
  reports(paragraphs: number, inReport?: number): readonly Report[];
  ask(reports: readonly Report[]): PlacedQuestion;
}

/** A language whose words are as unequal in frequency as a real one's (Zipf's law), large enough for so many paragraphs. */
export function createTextGenerator(paragraphs: number, seed: number): TextGenerator {
  const random = createRandom(seed);
  // Heaps' law: new words grow with the square root of the text, some 44,000 words at 10,000 paragraphs.
  const words = createWords(Math.round(44 * Math.sqrt(paragraphs * 100)), random);
  const zipf = (): string => words[Math.floor(words.length ** random()) - 1] ?? 'the';
  const sentence = (): string => {
    const [first = '', ...rest] = Array.from({ length: WORDS_IN_SENTENCE }, () =>
      random() < 0.45 ? (FUNCTION_WORDS[Math.floor(FUNCTION_WORDS.length * random() ** 2)] ?? 'the') : zipf(),
    );
    return `${first.slice(0, 1).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`;
  };
  const writeReport = (id: string, length: number): Report => {
    const body = Array.from({ length }, () =>
      Array.from({ length: SENTENCES_IN_PARAGRAPH }, sentence).join(' '),
    ).join('\n\n');
    const found = runSync(findParagraphs(body, 'en'));
    return { id, title: id, language: 'en', questions: [], body, paragraphs: found };
  };
  return {
    sentence,
    reports: (count, inReport = PARAGRAPHS_IN_REPORT) =>
      Array.from({ length: Math.ceil(count / inReport) }, (_, at) =>
        writeReport(`report-${at}`, Math.min(inReport, count - at * inReport)),
      ),
    ask: (reports) => ask(reports, random),
  };
}

/** Made-up reports, and questions about them. */
export function generateText(paragraphs: number, questions: number, seed: number): GeneratedText {
  const generator = createTextGenerator(paragraphs, seed);
  const reports = generator.reports(paragraphs);
  return { reports, questions: Array.from({ length: questions }, () => generator.ask(reports)) };
}

/** A few words of one sentence, the way people ask: an opening, then what they remember. */
function ask(reports: readonly Report[], random: () => number): PlacedQuestion {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(items.length * random())];
  const report = pick(reports);
  const paragraph = report && pick(report.paragraphs);
  const span = paragraph && pick(paragraph.sentences);
  if (!report || !paragraph || !span) throw new RangeError('Cannot ask a question: there are no paragraphs');
  const content = slice(report.body, span)
    .toLowerCase()
    .replace('.', '')
    .split(' ')
    .filter((word) => !FUNCTION_WORDS.includes(word));
  const start = Math.floor(random() * Math.max(1, content.length - WORDS_IN_QUESTION));
  const words = content.slice(start, start + WORDS_IN_QUESTION).join(' ');
  return { question: `${pick(OPENINGS)} ${words}?`, paragraph: paragraphId(report.id, paragraph.number) };
}

function createWords(count: number, random: () => number): readonly string[] {
  const syllables = 'bdfghklmnprstvw'
    .split('')
    .flatMap((consonant) => 'aeiou'.split('').map((vowel) => consonant + vowel));
  const words = new Set<string>();
  while (words.size < count) {
    const length = 2 + Math.floor(3 * random());
    words.add(
      Array.from({ length }, () => syllables[Math.floor(syllables.length * random())] ?? '').join(''),
    );
  }
  return [...words];
}

/** Mulberry32: small, seeded, good enough to make text. 0 to 1, without 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The file of a generated report. */
export const fileTextOf = ({ title, body }: Report): string => `---\ntitle: ${title}\n---\n\n${body}\n`;

/** Writes generated reports as the files that the bot loads. */
export async function writeReports(folder: string, reports: readonly Report[]): Promise<void> {
  for (const report of reports) await writeFile(join(folder, `${report.id}.md`), fileTextOf(report));
}
