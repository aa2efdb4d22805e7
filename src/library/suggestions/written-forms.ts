import type { Report } from '../../corpus/report.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { slice } from '../../text/span.ts';

/** How a report writes its words where they do not open a sentence. */
export interface WrittenForms {
  /** Whether it has a capital there. */
  isName(word: string): boolean;
  /** Whether it is written small somewhere. */
  isSmall(word: string): boolean;
  /** Whether this is the report's title, but for an article. */
  isTitle(words: string): boolean;
}

/** Before these a capital says nothing. */
const INSIDE = /(?<=[\p{Ll}\p{N},’'] )\p{Lu}[\p{L}'’.-]*/gu;
const SMALL = /(?<![\p{L}'’])\p{Ll}[\p{L}-]*/gu;

const plain = (word: string): string => word.replace(/['’]s?$|\.$/u, '');
const withoutArticle = (words: string): string => words.toLowerCase().replace(/^(?:an?|the) /u, '');

export function* readWrittenForms({ title, body, paragraphs }: Report): Task<WrittenForms> {
  const names = new Set<string>();
  const smalls = new Set<string>();
  for (const { span } of paragraphs) {
    const text = slice(body, span);
    for (const [word] of text.matchAll(INSIDE)) names.add(plain(word));
    for (const [word] of text.matchAll(SMALL)) smalls.add(word);
    yield;
  }
  const isSmall = (word: string): boolean => smalls.has(plain(word).toLowerCase());
  return {
    isSmall,
    isName: (word) => /^\p{Lu}/u.test(word) && names.has(plain(word)) && !isSmall(word),
    isTitle: (words) => withoutArticle(words) === withoutArticle(title),
  };
}
