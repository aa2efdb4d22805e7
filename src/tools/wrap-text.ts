import { stripVTControlCharacters } from 'node:util';

/** In columns; longer lines are hard to read. */
const WIDEST = 100;

/** Of the lines in a terminal of so many columns. */
export const widthOf = (columns: number): number => Math.min(columns, WIDEST);

/** Control characters never reach the terminal. */
export const printable = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ');

export const wrapped = (text: string, width: number): readonly string[] => wrap(printable(text), width);

/** `text` in lines of at most `width` columns where words allow; marks of style take no columns. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && stripVTControlCharacters(longer).length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line ?? ''];
}
