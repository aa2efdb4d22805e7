import { isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode, type YAMLMap } from 'yaml';
import type { z } from 'zod';
import { findNearestWord } from '../text/spelling.ts';
import { type Faulty, faulty, type Problem } from './fault.ts';
import { findYamlTrap } from './front-matter.ts';
import { describeWanted, REPORT_KEYS, reportSchema, type ReportMetadata } from './report-schema.ts';

/** Lines of problems count from 1 within the front matter. */
export type ParsedFrontMatter = { readonly kind: 'metadata'; readonly metadata: ReportMetadata } | Faulty;

interface Entry {
  readonly key: string;
  readonly value: ParsedNode | null;
  readonly line: number;
}

/** The YAML of front matter as a map, undefined when it is blank. What is no map is a fault. */
export function parseYamlMap(source: string) {
  const trap = findYamlTrap(source);
  if (trap !== undefined) return faulty(trap.line, trap.message);
  const lines = new LineCounter();
  // The "failsafe" schema keeps every value as it was written: `title: 1984` is a title, not a number.
  const document = parseDocument(source, {
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
  });
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const broken = [...document.errors, ...document.warnings].map((error) => ({
    line: lineOf(error.pos[0]),
    message: `the front matter is not valid YAML: ${lowerFirst(error.message)}; a value with ":" or "#", or with a sign first, wants quotation marks around it`,
  }));
  // YAML's later complaints about a line mostly follow from its first one.
  if (broken.length > 0) return { kind: 'faulty' as const, problems: firstOf(broken, ({ line }) => line) };
  const { contents } = document;
  if (contents === null || isMap(contents) || isBlankScalar(contents))
    return { kind: 'map' as const, document, map: isMap(contents) ? contents : undefined, lineOf };
  const message = 'the front matter is not made of "key: value" lines, wanted at least "title: ..."';
  return faulty(lineOf(contents.range[0]), message);
}

/** Does not throw on any text: every fault is listed, because people mend a file once, not fault by fault. */
export function parseFrontMatter(source: string): ParsedFrontMatter {
  const parsed = parseYamlMap(source);
  if (parsed.kind === 'faulty') return parsed;
  const { document, map, lineOf } = parsed;
  const entries = map ? readEntries(map, lineOf) : [];
  const values = entries.map(({ key, value }): [string, unknown] => [
    key,
    value?.toJS(document, { mapAsMap: true }) ?? {},
  ]);
  return validate(entries, Object.fromEntries(values), lineOf);
}

function validate(
  entries: readonly Entry[],
  values: Readonly<Record<string, unknown>>,
  lineOf: (offset: number) => number,
): ParsedFrontMatter {
  const result = reportSchema.safeParse(values);
  const repeated = findRepeatedKeys(entries);
  if (result.success && repeated.length === 0) return { kind: 'metadata', metadata: result.data };
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const issues = result.error?.issues ?? [];
  const problems = [...repeated, ...issues.flatMap((issue) => explain(issue, byKey, lineOf))];
  // One value can break two rules, and is then described twice in the same words.
  const different = firstOf(problems, ({ line, message }) => `${line} ${message}`);
  return { kind: 'faulty', problems: different.toSorted((a, b) => a.line - b.line) };
}

function explain(
  issue: z.core.$ZodIssue,
  entries: ReadonlyMap<string, Entry>,
  lineOf: (offset: number) => number,
): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ line: entries.get(key)?.line ?? 1, message: unknownKey(key) }));
  }
  const [key = '', index] = issue.path.map(String);
  const entry = entries.get(key);
  if (entry === undefined) return [{ line: 1, message: `${key} is missing, wanted ${describeWanted(key)}` }];
  const item = isSeq(entry.value) && index !== undefined ? entry.value.get(index, true) : undefined;
  if (item === undefined) {
    const message = `${key} is ${describeValue(entry.value)}, wanted ${describeWanted(key)}`;
    return [{ line: entry.line, message }];
  }
  const message = `item ${Number(index) + 1} of ${key} is ${describeValue(item)}, wanted one line of text`;
  return [{ line: lineOf(item.range?.[0] ?? 0), message }];
}

const readEntries = (map: YAMLMap.Parsed, lineOf: (offset: number) => number): readonly Entry[] =>
  map.items.map(({ key, value }) => ({
    key: isScalar(key) ? String(key.value) : '(not a word)',
    value,
    line: lineOf(key.range[0]),
  }));

function findRepeatedKeys(entries: readonly Entry[]): readonly Problem[] {
  const seen = new Set<string>();
  return entries
    .filter(({ key }) => seen.has(key) || !seen.add(key))
    .map(({ key, line }) => ({ line, message: `${quoteShort(key)} is given again, wanted it once` }));
}

function unknownKey(key: string): string {
  const nearest = findNearestWord(key, REPORT_KEYS);
  const wanted =
    nearest === undefined ? `wanted one of ${REPORT_KEYS.join(', ')}` : `did you mean "${nearest}"?`;
  return `${quoteShort(key)} is not a known key, ${wanted}`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function firstOf(problems: readonly Problem[], keyOf: (problem: Problem) => unknown): readonly Problem[] {
  const seen = new Set<unknown>();
  return problems.filter((problem) => !seen.has(keyOf(problem)) && seen.add(keyOf(problem)));
}

/** What people see in the file, to follow "title is". */
function describeValue(node: unknown): string {
  if (isScalar(node)) return isBlankScalar(node) ? 'empty' : quoteShort(String(node.value));
  return isSeq(node) ? 'a list' : 'a group of "key: value" lines';
}

const isBlankScalar = (node: unknown): boolean => isScalar(node) && String(node.value).trim() === '';

/** Long enough to recognise a value by, short enough for a line of a terminal. In UTF-16 code units. */
const QUOTED_LENGTH = 60;

const quoteShort = (text: string): string =>
  JSON.stringify(text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH)}…` : text);
