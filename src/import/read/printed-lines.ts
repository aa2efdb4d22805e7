import { normaliseSpace } from '../../text/white-space.ts';

/** As much of a page of pdf.js as is read here: its own types do not resolve in unpdf's package. */
export interface PdfPage {
  getTextContent(): Promise<{ readonly items: readonly TextItem[] }>;
  /** `transform` leads to what a reader sees, with y from the top. */
  getViewport(of: { readonly scale: number }): {
    readonly transform: readonly number[];
    readonly height: number;
  };
  cleanup(): void;
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly dir: string;
  readonly hasEOL: boolean;
}

/**
 * Letters that stand together on a page: a line of print, or the part of one up to a wide gap. Lengths are in points,
 * from the page's lower left corner.
 */
export interface PrintedLine {
  readonly place: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Height of the letters. */
  readonly size: number;
  /** On its page, from the top, counted from 1; lines side by side have the same. */
  readonly row: number;
  /** From the bottom, in the same way. */
  readonly rowFromBottom: number;
  /** Across the page, as a stamp or a watermark stands. */
  readonly aslant: boolean;
}

/** A run of letters as it stands for a reader who has turned the page the right way up. */
interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  readonly aslant: boolean;
  /** Whether the next run begins another line. */
  readonly ends: boolean;
  /** Runs of Hebrew and Arabic follow each other from right to left. */
  readonly backwards: boolean;
}

/** The runs of one page, in the order of the file. */
async function runsOf(page: PdfPage): Promise<readonly Run[]> {
  const { items } = await page.getTextContent();
  const { transform, height } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform;
  return items.map((item) => {
    const [across = 0, along = 0, , , x = 0, y = 0] = item.transform;
    const left = a * x + c * y + e;
    const [dx, dy] = [a * across + c * along, b * across + d * along];
    return {
      text: item.str,
      left,
      right: left + item.width,
      base: height - (b * x + d * y + f),
      size: item.height,
      aslant: Math.abs(dy) > Math.abs(dx) / 10 || dx < 0,
      ends: item.hasEOL,
      backwards: item.dir === 'rtl',
    };
  });
}

/** A gap as wide as the letters are high parts a line. Looser print is put together again, in the order of reading. */
const GAP = 1;

/** The lines of page `number`, in the order of the file. */
export async function printedLines(page: PdfPage, number: number): Promise<readonly PrintedLine[]> {
  const lines: Omit<Run, 'ends' | 'backwards'>[] = [];
  let open: Run | undefined;
  const close = (): void => {
    const text = normaliseSpace(endHyphen(open?.text ?? ''));
    if (open !== undefined && text !== '') lines.push({ ...open, text });
    open = undefined;
  };
  for (const run of await runsOf(page)) {
    const apart = open !== undefined && run.text.trim() !== '' && isApart(open, run);
    if (apart) close();
    // A blank says nothing of where letters stand.
    if (open !== undefined && run.text.trim() === '') open = { ...open, text: open.text + run.text };
    else if (run.text.trim() !== '') open = open === undefined ? run : joined(open, run);
    if (run.ends) close();
  }
  close();
  return withRows(lines, number);
}

const isApart = (open: Run, run: Run): boolean =>
  Math.abs(open.base - run.base) > open.size / 2 ||
  (!run.backwards && (run.left > open.right + GAP * open.size || run.left < open.left - open.size));

const joined = (open: Run, run: Run): Run => ({
  ...open,
  text: open.text + run.text,
  left: Math.min(open.left, run.left),
  right: Math.max(open.right, run.right),
  size: Math.max(open.size, run.size),
});

/** Programs write the hyphen of a line's end as they like; within a line a soft one is not seen. */
const endHyphen = (text: string): string => text.replace(/[\u00AD\u2010]$/u, '-');

function withRows(lines: readonly Omit<Run, 'ends' | 'backwards'>[], page: number): readonly PrintedLine[] {
  const bases: number[] = [];
  for (const { base, size } of lines.toSorted((a, b) => b.base - a.base)) {
    const last = bases.at(-1);
    if (last === undefined || last - base > size / 2) bases.push(base);
  }
  return lines.map(({ text, left, right, base, size, aslant }) => {
    const row = bases.findLastIndex((each) => each >= base) + 1;
    return {
      place: `page ${page}, line ${row}`,
      text,
      left,
      right,
      base,
      size,
      row,
      rowFromBottom: bases.length + 1 - row,
      aslant,
    };
  });
}

/** The value below which `share` of all values lie; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
