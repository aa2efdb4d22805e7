import { type FoldedReport, foldText, isLinkable } from '../../corpus/folded-report.ts';
import type { Report } from '../../corpus/report.ts';
import { firstWords, isWordBorder, lastWords } from '../../text/segmentation.ts';
import { type Span, slice, trimSpan } from '../../text/span.ts';

/** Discord's limit for the address of a link button, in characters. */
const LINK_LIMIT = 512;
const DIRECTIVE = ':~:';

/**
 * Where to read a range of the report's body at its source: the report's address with a text fragment that browsers
 * scroll to, when one of at most 512 characters leads to it and to no other in the report, for the first of `spans`
 * with one; else the address alone; undefined when there is no http or https address of at most 512 characters. Pure
 * ASCII. `fold` gives the folded report, and is called only where it is linkable.
 */
export function sourceLink(
  report: Report,
  spans: readonly Span[],
  fold: () => FoldedReport,
): string | undefined {
  const address = findAddress(report.url);
  if (address === undefined || address.length > LINK_LIMIT) return undefined;
  if (!isLinkable(report)) return address;
  const page = address.split(DIRECTIVE, 1)[0] ?? address;
  const base = `${page}${page.includes('#') ? '' : '#'}${DIRECTIVE}text=`;
  const folded = fold();
  for (const span of spans) {
    const directive = findTextDirective(report, span, folded, LINK_LIMIT - base.length);
    if (directive !== undefined) return base + directive;
  }
  return address;
}

/** As written when it is ASCII; else as browsers send it. */
function findAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return undefined;
  return /^[!-~]+$/u.test(url) ? url : new URL(url).href;
}

/**
 * What a text directive looks for (WICG, URL Fragment Text Directives): `start`, or all from `start` to the next
 * `end`, with `prefix` right before it and `suffix` right after it. Ranges of the report's body, each in one block.
 */
interface Directive {
  readonly prefix?: Span | undefined;
  readonly start: Span;
  readonly end?: Span | undefined;
  readonly suffix?: Span | undefined;
}

/** Longer text is named by its first and last words: a page may differ somewhere inside. In UTF-16 code units. */
const LONGEST_EXACT = 300;
/** How many words of context, or of each end of a long text, are tried. */
const WORD_COUNTS = [3, 5, 8, 13];

/**
 * The shortest of some text directives, percent-encoded, with at most `budget` characters, that leads to `span` and to
 * nothing before it in the report. Undefined when none does: the same words occur twice, in the same context.
 */
function findTextDirective(
  report: Report,
  span: Span,
  folded: FoldedReport,
  budget: number,
): string | undefined {
  const target = findTarget(report, span, folded);
  if (target === undefined) return undefined;
  for (const directive of candidates(target)) {
    const encoded = encodeDirective(report.body, directive);
    if (encoded.length <= budget && isUnique(target, directive)) return encoded;
  }
  return undefined;
}

/** A span to link to, and the blocks in which it begins and ends, with those before and after. */
interface Target {
  readonly report: Report;
  readonly folded: FoldedReport;
  readonly span: Span;
  readonly first: Span;
  readonly last: Span;
  readonly before: Span | undefined;
  readonly after: Span | undefined;
}

/** Undefined for what browsers do not find: they find whole words, of whole characters, in blocks. */
function findTarget(report: Report, span: Span, folded: FoldedReport): Target | undefined {
  const { body, language } = report;
  const { blocks } = folded;
  const firstAt = blocks.findLastIndex(({ start }) => start <= span.start);
  const lastAt = blocks.findLastIndex(({ start }) => start < span.end);
  const [first, last] = [blocks[firstAt], blocks[lastAt]];
  if (first === undefined || last === undefined) return undefined;
  const text = slice(body, span);
  const isFindable =
    span.start < Math.min(first.end, span.end) &&
    span.end <= last.end &&
    text === text.trim() &&
    /[\p{L}\p{N}]/u.test(text) &&
    !/\p{Cs}/u.test(text) &&
    isWordBorder(body, first, span.start, language) &&
    isWordBorder(body, last, span.end, language);
  return isFindable
    ? { report, folded, span, first, last, before: blocks[firstAt - 1], after: blocks[lastAt + 1] }
    : undefined;
}

function* candidates(target: Target): Generator<Directive> {
  const { span, first, last } = target;
  if (first === last && span.end - span.start <= LONGEST_EXACT) {
    yield { start: span };
    for (const count of WORD_COUNTS) {
      const [prefix, suffix] = [wordsBefore(target, count), wordsAfter(target, count)];
      if (prefix) yield { prefix, start: span };
      if (suffix) yield { start: span, suffix };
      if (prefix && suffix) yield { prefix, start: span, suffix };
    }
  }
  for (const count of WORD_COUNTS) {
    const range = rangeOf(target, count);
    if (range === undefined) return;
    yield range;
    yield { ...range, prefix: wordsBefore(target, count) };
  }
}

/** The first and the last `count` words, with what is around them; undefined when they would touch. */
function rangeOf({ report, span, first, last }: Target, count: number): Directive | undefined {
  const { body, language } = report;
  const heads = firstWords(body, { start: span.start, end: Math.min(span.end, first.end) }, language);
  const tails = lastWords(body, { start: Math.max(span.start, last.start), end: span.end }, language);
  const head = heads[Math.min(count, heads.length) - 1];
  const tail = tails[Math.max(0, tails.length - count)];
  if (head === undefined || tail === undefined || head.end >= tail.start) return undefined;
  return { start: { start: span.start, end: head.end }, end: { start: tail.start, end: span.end } };
}

function wordsBefore({ report, span, first, before }: Target, count: number): Span | undefined {
  const { body, language } = report;
  const own = { start: first.start, end: span.start };
  const block = slice(body, own).trim() === '' ? before : own;
  if (block === undefined) return undefined;
  const start = lastWords(body, block, language).at(-count)?.start ?? block.start;
  return trimSpan(body, { start, end: block.end });
}

function wordsAfter({ report, span, last, after }: Target, count: number): Span | undefined {
  const { body, language } = report;
  const own = { start: span.end, end: last.end };
  const block = slice(body, own).trim() === '' ? after : own;
  if (block === undefined) return undefined;
  const end = firstWords(body, block, language)[count - 1]?.end ?? block.end;
  return trimSpan(body, { start: block.start, end });
}

/**
 * Compares as loosely as any browser does and takes no notice of words, so that whatever a browser may find is
 * counted. Of a range, the first words must occur once in the report, and the last ones not earlier in the span.
 */
function isUnique({ report: { body }, folded, span }: Target, directive: Directive): boolean {
  const { prefix, start, end, suffix } = directive;
  const fold = (part: Span | undefined): string => (part ? foldText(slice(body, part)) : '');
  const key = fold(prefix) + fold(start) + fold(suffix);
  const found = folded.text.indexOf(key);
  if (found < 0 || folded.text.includes(key, found + 1)) return false;
  if (end === undefined) return true;
  const whole = fold(span);
  const tail = fold(end);
  return whole.indexOf(tail, fold(start).length) === whole.length - tail.length;
}

const encodeDirective = (body: string, { prefix, start, end, suffix }: Directive): string =>
  [
    prefix && `${encodePart(slice(body, prefix))}-`,
    encodePart(slice(body, start)),
    end && encodePart(slice(body, end)),
    suffix && `-${encodePart(slice(body, suffix))}`,
  ]
    .filter((part) => part !== undefined)
    .join(',');

/** A hyphen or a comma of the text would be read as one of the directive. */
const encodePart = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\s+/gu, ' ')).replaceAll('-', '%2D');
