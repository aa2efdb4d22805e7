import type { Span } from '../../text/span.ts';

/** A passage in quotation marks: `outer` with its marks, `inner` without them. */
export interface Quotation {
  readonly outer: Span;
  readonly inner: Span;
}

/** Top-level quotations of a text, in order, not overlapping. */
export interface Quotations {
  readonly closed: readonly Quotation[];
  /** From a mark that the text does not close, as in a quotation of several paragraphs, to the text's end. */
  readonly unclosed?: Quotation;
}

interface Mark {
  readonly char: string;
  readonly at: number;
  readonly end: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  readonly afterDigit: boolean;
}

/** Two typewriter apostrophes, as news wires write them, are one straight double mark. */
const MARK = /''(?!')|["“”„«»‹›‘’']/gu;
const OPENING_NEIGHBOUR = /[\s([{\-–—/"“„«‘'*_>]/u;
const WORD = /[\p{L}\p{N}]/u;
/** Words that lose their first letters to an apostrophe: 'tis opens no quotation. */
const ELISION = /^(?:tis|twas|twere|twill|em|til|till|cause|bout|round|neath|n|s|cos|fraid|sup)(?![\p{L}])/iu;

const findMarks = (text: string): Mark[] =>
  [...text.matchAll(MARK)].map(({ 0: mark, index: at }) => {
    const end = at + mark.length;
    const before = text[at - 1] ?? ' ';
    const after = text[end] ?? ' ';
    return {
      char: mark.length > 1 ? '"' : mark,
      at,
      end,
      canOpen: OPENING_NEIGHBOUR.test(before) && !/\s/u.test(after),
      canClose: !/\s/u.test(before) && !WORD.test(after),
      afterDigit: /\d/u.test(before),
    };
  });

/** What may close a quotation, by the mark that opened it. */
const CLOSERS: Readonly<Record<string, string>> = {
  // Careless writers close one kind of double mark with the other.
  '"': '"”',
  '“': '”"',
  '”': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};
/** Marks that open some languages' quotations and close others'. */
const OPENING_OR_CLOSING = new Set(['”', '»', '›', '"']);

const quotation = (open: Mark, close: Pick<Mark, 'at' | 'end'>): Quotation => ({
  outer: { start: open.at, end: close.end },
  inner: { start: open.end, end: close.at },
});

/** Double marks and guillemets, with a stack: a close mark unwinds to the nearest mark it fits. */
const pairDoubles = (marks: readonly Mark[]): { closed: Quotation[]; unclosed: Mark[] } => {
  const closed: Quotation[] = [];
  const stack: Mark[] = [];
  const waiting = new Map<string, number>();
  const count = (mark: Mark, by: number): void => {
    for (const closer of CLOSERS[mark.char] ?? '') waiting.set(closer, (waiting.get(closer) ?? 0) + by);
  };
  const close = (mark: Mark): void => {
    for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
      count(open, -1);
      if (CLOSERS[open.char]?.includes(mark.char)) {
        closed.push(quotation(open, mark));
        return;
      }
    }
  };
  for (const [index, mark] of marks.entries()) {
    const isOpen = (waiting.get(mark.char) ?? 0) > 0;
    const straight = mark.char === '"';
    if (isOpen && (!straight || mark.canClose)) {
      // 5" inside a quotation: the next straight mark closes too, so this one measures inches.
      const next = marks[index + 1];
      const inches = straight && mark.afterDigit && next?.canClose === true && !next.canOpen;
      if (!inches) close(mark);
    } else if (!OPENING_OR_CLOSING.has(mark.char) || (mark.canOpen && !(straight && mark.afterDigit))) {
      // A straight mark that can only open shows that the one before was never closed.
      if (straight && stack.at(-1)?.char === '"') count(stack.pop() ?? mark, -1);
      stack.push(mark);
      count(mark, 1);
    }
  }
  return { closed, unclosed: stack };
};

const opensSingle = (text: string, mark: Mark): boolean =>
  (mark.char === '‘' || (mark.char === "'" && mark.canOpen)) &&
  mark.canOpen &&
  /[\p{L}"“«]/u.test(text[mark.at + 1] ?? '') &&
  !ELISION.test(text.slice(mark.at + 1, mark.at + 8));

/** Single marks outside the double ones. Apostrophes look like close marks, so a plural's `s’ ` waits for a better one. */
const pairSingles = (text: string, marks: readonly Mark[]): { closed: Quotation[]; unclosed?: Mark } => {
  const closed: Quotation[] = [];
  let open: Mark | undefined;
  let fallback: Mark | undefined;
  for (const mark of marks) {
    if (opensSingle(text, mark)) {
      if (open !== undefined && fallback !== undefined) closed.push(quotation(open, fallback));
      // A second open mark shows that the one before was never closed: singles do not nest in singles.
      open = mark;
      fallback = undefined;
    } else if (open !== undefined && mark.canClose && mark.char === (open.char === '‘' ? '’' : "'")) {
      if (/s/u.test(text[mark.at - 1] ?? '') && /\s\p{L}/u.test(text.slice(mark.at + 1, mark.at + 3))) {
        fallback ??= mark;
      } else {
        closed.push(quotation(open, mark));
        open = undefined;
        fallback = undefined;
      }
    }
  }
  if (open !== undefined && fallback !== undefined) closed.push(quotation(open, fallback));
  else if (open !== undefined && open.char === '‘') return { closed, unclosed: open };
  return { closed };
};

/** Leaves out every quotation inside another. */
const topLevel = (quotations: readonly Quotation[]): Quotation[] => {
  const ordered = [...quotations].sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
  let end = -1;
  return ordered.filter(({ outer }) => {
    if (outer.start < end) return false;
    end = outer.end;
    return true;
  });
};

/** Whether an offset is outside all quotations. Asked of ascending offsets only, so that all takes linear time. */
const createIsOutside = (quotations: readonly Quotation[]): ((at: number) => boolean) => {
  let next = 0;
  return (at) => {
    while ((quotations[next]?.outer.end ?? Infinity) <= at) next += 1;
    return (quotations[next]?.outer.start ?? Infinity) > at;
  };
};

/**
 * Quotations in straight, curly, low and angle marks. Apostrophes, inches and marks without a partner are no
 * quotations. Takes time linear in the text, but for one sort of the quotations found.
 */
export const findQuotations = (text: string): Quotations => {
  const marks = findMarks(text);
  const isSingle = ({ char }: Mark): boolean => "‘’'".includes(char);
  const doubles = pairDoubles(marks.filter((mark) => !isSingle(mark)));
  const outermost = topLevel(doubles.closed);
  const isOutsideDoubles = createIsOutside(outermost);
  const singles = pairSingles(
    text,
    marks.filter((mark) => isSingle(mark) && isOutsideDoubles(mark.at)),
  );
  const closed = topLevel([...outermost, ...singles.closed]);
  const candidates = [...doubles.unclosed, ...(singles.unclosed === undefined ? [] : [singles.unclosed])];
  const isOutside = createIsOutside(closed);
  const unclosed = candidates.sort((a, b) => a.at - b.at).find(({ at }) => isOutside(at));
  const end = { at: text.length, end: text.length };
  return unclosed === undefined ? { closed } : { closed, unclosed: quotation(unclosed, end) };
};
