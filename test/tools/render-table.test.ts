import { expect, it } from 'vitest';
import { renderReports } from '../../src/tools/render-table.ts';
import { reportOf } from '../support/report.ts';

it('renderReports() gives each report a line, numbers to the right', () => {
  const ferry = reportOf(['“It sank,” said Ana Reis. “It was red,” said Ana Reis.', 'Rui Sousa denied it.'], {
    id: 'ferry',
    title: 'The ferry inquiry',
    questions: ['What sank?', 'Who saw it?'],
  });
  const bridge = reportOf(
    Array.from({ length: 12 }, () => 'The bridge was closed.'),
    {
      id: 'bridge-closed',
      title: 'The bridge',
    },
  );
  expect(
    `\n${renderReports([
      { report: ferry, unanswered: 1 },
      { report: bridge, unanswered: 0 },
    ])}`,
  ).toMatchInlineSnapshot(`
    "
    report         paragraphs  sentences  speakers  answered  title
    ferry                   2          3         1    1 of 2  The ferry inquiry
    bridge-closed          12         12         0         -  The bridge
    "
  `);
});
