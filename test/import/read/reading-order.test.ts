import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PrintedLine } from '../../../src/import/read/printed-lines.ts';
import { inReadingOrder } from '../../../src/import/read/reading-order.ts';

/** Lines of two columns, lines across both, and lines anywhere. */
const printed = fc
  .array(
    fc.record({
      row: fc.integer({ min: 1, max: 20 }),
      left: fc.oneof(fc.constantFrom(50, 65, 310), fc.integer({ min: 0, max: 500 })),
      width: fc.oneof(fc.constantFrom(230, 240), fc.integer({ min: 1, max: 500 })),
      jitter: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 60 },
  )
  .map((lines) =>
    lines.map(({ row, left, width, jitter }, at): PrintedLine => ({
      place: '',
      text: `line ${at} of a page in print`,
      left,
      right: left + width,
      base: 800 - 12 * row - jitter,
      size: 10,
      row,
      rowFromBottom: 21 - row,
      aslant: false,
    })),
  );

const numbers = (lines: readonly { readonly text: string }[]): readonly number[] =>
  lines.flatMap(({ text }) => [...text.matchAll(/\d+/gu)].map(([number]) => Number(number)));

it('inReadingOrder() loses no line, and takes none twice', () => {
  fc.assert(
    fc.property(printed, (lines) => {
      expect(numbers(inReadingOrder(lines)).toSorted((a, b) => a - b)).toEqual(numbers(lines));
    }),
    { numRuns: 500 },
  );
});
