import { isScalar, isSeq } from 'yaml';

/** Strings and lists of strings; anything deeper is a fault anyway and need not be copied. */
export function toPlainValue(node: unknown): unknown {
  if (isScalar(node)) return node.value;
  return isSeq(node) ? node.items.map((item) => (isScalar(item) ? item.value : {})) : {};
}

/** What people see in the file, to follow "title is". */
export function describeValue(node: unknown): string {
  if (isScalar(node)) return isBlankScalar(node) ? 'empty' : quoteShort(String(node.value));
  return isSeq(node) ? 'a list' : 'a group of "key: value" lines';
}

export const isBlankScalar = (node: unknown): boolean => isScalar(node) && String(node.value).trim() === '';

/** Long enough to recognise a value by, short enough for a line of a terminal. In UTF-16 code units. */
const QUOTED_LENGTH = 60;

export const quoteShort = (text: string): string =>
  JSON.stringify(text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text);
