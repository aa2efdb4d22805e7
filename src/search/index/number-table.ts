import type { Task } from '../../text/cooperative-task.ts';

/** Looks a number up in a list: its index, or undefined where the list has it not. */
export type FindNumber = (number: number) => number | undefined;

/** Numbers between two chances for the event loop: some tenths of a millisecond. */
const CHUNK = 4096;
/** Knuth's multiplier: spreads numbers that follow one another. */
const SPREAD = 2_654_435_769;

/** Indexes `numbers`, each of which is in it once and none negative: a hash table of 8 to 16 bytes a number. */
export function* indexNumbers(numbers: Int32Array): Task<FindNumber> {
  const bits = Math.max(1, Math.ceil(Math.log2(2 * numbers.length + 1)));
  /** By place: index of the number there, plus 1; 0 where the place is free. At least half of them are. */
  const table = new Int32Array(2 ** bits);
  const placeOf = (number: number): number => {
    let place = Math.imul(number, SPREAD) >>> (32 - bits);
    for (let at = table[place]; at && numbers[at - 1] !== number; at = table[place])
      place = (place + 1) & (table.length - 1);
    return place;
  };
  for (const [at, number] of numbers.entries()) {
    table[placeOf(number)] = at + 1;
    if (at % CHUNK === 0) yield;
  }
  return (number) => {
    const at = table[placeOf(number)] ?? 0;
    return at === 0 ? undefined : at - 1;
  };
}
