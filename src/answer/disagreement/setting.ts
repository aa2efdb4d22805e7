import type { Paragraph, Report } from '../../corpus/report.ts';
import { foldWord } from '../../search/fold-word.ts';
import type { Language } from '../../search/language.ts';
import { stemOf } from './words.ts';

/** What stands around a sentence, and so goes without saying in it. */
export interface Setting {
  /** Stems of the report's title, the section's heading, and the capitalised words of this and the first paragraph. */
  readonly stems: () => ReadonlySet<string>;
  /** The whole paragraph. */
  readonly text: () => string;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CAPITALISED = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*/gu;

export function createSetting(report: Report, paragraph: Paragraph, language: Language): Setting {
  const text = (): string => report.body.slice(paragraph.span.start, paragraph.span.end);
  let stems: ReadonlySet<string> | undefined;
  const read = (): ReadonlySet<string> => {
    const lead = report.paragraphs[0]?.span ?? paragraph.span;
    const words = [
      ...(report.title.match(WORD) ?? []),
      ...(paragraph.heading?.match(WORD) ?? []),
      ...(text().match(CAPITALISED) ?? []),
      ...(report.body.slice(lead.start, lead.end).match(CAPITALISED) ?? []),
    ].map(foldWord);
    return new Set(
      words.filter((word) => !language.functionWords.has(word)).map((word) => stemOf(word, language)),
    );
  };
  return { text, stems: () => (stems ??= read()) };
}
