import { expect, it } from 'vitest';
import { isOneEdit } from '../../src/text/spelling.ts';

it.each([
  ['a letter left out', 'falujah', 'fallujah', true],
  ['a letter too many', 'convooy', 'convoy', true],
  ['another letter', 'canvoy', 'convoy', true],
  ['two letters swapped', 'covnoy', 'convoy', true],
  ['the same word', 'convoy', 'convoy', true],
  ['two slips', 'canvy', 'convoy', false],
  ['letters swapped far apart', 'yonvoc', 'convoy', false],
])('isOneEdit() judges %s', (_, a, b, expected) => {
  expect(isOneEdit(a, b)).toBe(expected);
  expect(isOneEdit(b, a)).toBe(expected);
});
