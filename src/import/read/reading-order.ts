import { median, type PrintedLine } from './printed-lines.ts';

export interface OrderedLine extends MergedLine {
  /** How far to the right the lines of its column reach. */
  readonly edge: number;
}

interface MergedLine extends PrintedLine {
  /** Whether wide gaps part it, as the cells of a table stand. */
  readonly tabular: boolean;
}

/**
 * The lines of a page as a person reads them: column by column where it has columns, with what spans them above or
 * below; else in the order of the file. Parts of one line of print are put together.
 */
export function inReadingOrder(lines: readonly PrintedLine[]): readonly OrderedLine[] {
  const gutter = findGutter(lines);
  if (gutter === undefined) return withEdges(mergeRows(lines));
  const wide = lines.filter((line) => sideOf(line, gutter) === 'both').toSorted(fromTop);
  const spanning = withEdges(mergeRows(wide));
  const bounds = [...spanning, undefined];
  return bounds.flatMap((below, at) => {
    const above = spanning[at - 1];
    const band = lines.filter(
      ({ row }) => (above === undefined || row >= above.row) && (below === undefined || row < below.row),
    );
    const column = (side: 'left' | 'right') =>
      inReadingOrder(band.filter((line) => sideOf(line, gutter) === side).toSorted(fromTop));
    return [...column('left'), ...column('right'), ...(below === undefined ? [] : [below])];
  });
}

const fromTop = (a: PrintedLine, b: PrintedLine): number => a.row - b.row || a.left - b.left;

/** Letters of one column never come this close to the next. In points. */
const LEAST_GUTTER = 4;
/** Lines that begin this close to each other begin at one edge. In points. */
const EDGE = 3;

/** `gutter` is where the right column begins. */
function sideOf({ left, right }: PrintedLine, gutter: number): 'left' | 'right' | 'both' {
  if (left >= gutter - EDGE) return 'right';
  return right <= gutter - LEAST_GUTTER ? 'left' : 'both';
}

/** Fewer lines side by side may be anything. */
const LEAST_LINES = 4;
/** Cells of a table are shorter. In characters, of a usual line. */
const LEAST_LENGTH = 15;
/** A usual line of prose fills so much of its column. */
const LEAST_FILLED = 0.45;

/** Where the right of two columns begins, or undefined when the lines are not in columns. */
function findGutter(lines: readonly PrintedLine[]): number | undefined {
  const candidates = groupByEdge(lines)
    .filter((group) => group.length >= LEAST_LINES)
    .map((group) => Math.min(...group.map(({ left }) => left)))
    .filter((edge) => partAt(lines, edge));
  return candidates.sort((a, b) => spannedAt(lines, a) - spannedAt(lines, b))[0];
}

function groupByEdge(lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] {
  const groups = new Map<number, PrintedLine[]>();
  for (const line of lines) {
    const edge = Math.round(line.left / EDGE);
    const group = groups.get(edge);
    if (group === undefined) groups.set(edge, [line]);
    else group.push(line);
  }
  return [...groups.values()];
}

const spannedAt = (lines: readonly PrintedLine[], edge: number): number =>
  lines.filter((line) => sideOf(line, edge) === 'both').length;

/** Whether columns of prose stand side by side on both sides of `edge`. */
function partAt(lines: readonly PrintedLine[], edge: number): boolean {
  const left = lines.filter((line) => sideOf(line, edge) === 'left');
  const right = lines.filter((line) => sideOf(line, edge) === 'right');
  if (!isColumn(left) || !isColumn(right)) return false;
  const [a, b] = [heights(left), heights(right)];
  const shared = Math.min(a.top, b.top) - Math.max(a.bottom, b.bottom);
  return shared >= Math.min(a.top - a.bottom, b.top - b.bottom) / 2;
}

const heights = (lines: readonly PrintedLine[]) => ({
  top: lines.reduce((most, { base }) => Math.max(most, base), -Infinity),
  bottom: lines.reduce((least, { base }) => Math.min(least, base), Infinity),
});

/** Judged by the lines at its commonest edge: there may be columns beside that one. */
function isColumn(lines: readonly PrintedLine[]): boolean {
  const usual = groupByEdge(lines).reduce((most, group) => (group.length > most.length ? group : most), []);
  if (usual.length < LEAST_LINES) return false;
  const widths = usual.map(({ left, right }) => right - left);
  return (
    median(usual.map(({ text }) => text.length)) >= LEAST_LENGTH &&
    median(widths) >= LEAST_FILLED * widths.reduce((most, width) => Math.max(most, width), 0)
  );
}

/** No justified print has such gaps between words. In heights of a letter. */
const CELL_GAP = 3;

/** Puts neighbours at one height together. */
function mergeRows(lines: readonly PrintedLine[]): readonly MergedLine[] {
  const merged: MergedLine[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    const goesOn =
      last !== undefined && Math.abs(last.base - line.base) <= last.size / 2 && line.left >= last.right;
    if (goesOn)
      merged[merged.length - 1] = {
        ...last,
        text: `${last.text} ${line.text}`,
        right: line.right,
        size: Math.max(last.size, line.size),
        tabular: last.tabular || line.left - last.right > CELL_GAP * last.size,
      };
    else merged.push({ ...line, tabular: false });
  }
  return merged;
}

/** Lines that begin this close to each other are of one column. In points. */
const COLUMN = 30;

function withEdges(lines: readonly MergedLine[]): readonly OrderedLine[] {
  const reach = new Map<number, number>();
  const near = ({ left }: PrintedLine): number => Math.floor(left / COLUMN);
  for (const line of lines) reach.set(near(line), Math.max(reach.get(near(line)) ?? 0, line.right));
  return lines.map((line) => ({
    ...line,
    edge: Math.max(...[-1, 0, 1].map((by) => reach.get(near(line) + by) ?? 0)),
  }));
}
