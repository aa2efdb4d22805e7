import { expect, it } from 'vitest';
import { findReportId } from '../../src/import/report-file.ts';

it.each([
  ['words', 'Ferry sinks off Corvo!', 'ferry-sinks-off-corvo'],
  ['accents', 'À la traversée – déjà', 'a-la-traversee-deja'],
  ['a path', '../../etc/passwd', 'etc-passwd'],
  [
    'a long title, by whole words',
    'harbour '.repeat(12),
    Array.from({ length: 7 }, () => 'harbour').join('-'),
  ],
  ['a long word', 'a'.repeat(80), 'a'.repeat(60)],
  ['no letter that an id may have', '船が沈む', undefined],
])('findReportId() makes an id of %s', (_, title, id) => {
  expect(findReportId(title)).toBe(id);
});
