import { describe, expect, it } from 'vitest';
import { ENGLISH_SHORT_MONTHS, MONTHS, monthNames } from '../../src/text/calendar.ts';

describe('the calendar', () => {
  it.each(['en', 'de', 'fr', 'es', 'pt'])('contains the names that the runtime writes in %s', (language) => {
    const names = monthNames(language);
    expect(MONTHS.map((known, month) => known.includes((names[month] ?? '').toLowerCase()))).toEqual(
      Array.from({ length: 12 }, () => true),
    );
  });

  it('gives no name to two months', () => {
    const names = MONTHS.flat();
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['jan', 'january'],
    ['may', 'may'],
    ['sep', 'september'],
    ['sept', 'september'],
  ])('reads the short form %s', (short, month) => {
    expect(ENGLISH_SHORT_MONTHS.get(short)).toBe(month);
  });
});
