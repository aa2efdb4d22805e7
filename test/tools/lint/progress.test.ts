import { expect, it } from 'vitest';
import { createProgress } from '../../../src/tools/lint/find-problems.ts';

it.each([
  [
    'shows how far it is on one line of a terminal, and leaves none behind',
    true,
    '\r\u001B[Kone\r\u001B[Ktwo\r\u001B[K',
  ],
  ['writes nothing to a file or a pipe', false, ''],
])('progress %s', (_, isTTY, written) => {
  let output = '';
  const progress = createProgress({
    isTTY,
    write: (text: string | Uint8Array) => ((output += String(text)), true),
  });
  progress.show('one');
  progress.show('two');
  progress.done();
  expect(output).toBe(written);
});
