import { expect, it } from 'vitest';
import { noReader } from '../../../src/reader/reader.ts';
import { findProblems } from '../../../src/tools/lint/find-problems.ts';
import { createTempFolder } from '../../support/temp-folder.ts';

const report = (text: string, question = '') =>
  `---\ntitle: A report\n${question && `questions:\n  - ${question}\n`}---\n\n${text}\n`;
const FERRY = 'The ferry Estrella sank off Corvo in a storm. Nobody was hurt.';
const COLOURS = 'The lighthouse was painted white and red.';
const SINKING = 'Where did the ferry Estrella sink?';

/** The messages of problems and of clashes, with the lines of their files. */
async function checked(files: Readonly<Record<string, string>>) {
  const folder = await createTempFolder(files);
  const { problems, clashes } = await findProblems(
    folder,
    { show: () => undefined, done: () => undefined },
    noReader,
  );
  const [unanswered, warnings] = [problems, clashes].map((faults) =>
    faults.map(({ file, line, message }) => `${file.replace(folder, 'data')}:${line}: ${message}`),
  );
  return { unanswered, warnings };
}

it.each([
  [
    'nothing where the report answers its question',
    { 'a.md': report(FERRY, SINKING), 'b.md': report(COLOURS) },
    { unanswered: [], warnings: [] },
  ],
  [
    'a problem where its own report does not, though another one does',
    { 'a.md': report(COLOURS, SINKING), 'b.md': report(FERRY) },
    {
      unanswered: [
        `data/a.md:4: the suggested question "${SINKING}" is answered "none" (nothing comes near), wanted a passage of this report that is quoted`,
      ],
      warnings: [],
    },
  ],
  [
    'a warning where another report answers it before its own',
    {
      'a.md': report('Estrella, the ferry, was seen as she sank.', SINKING),
      'b.md': report(`${COLOURS}\n\n${FERRY}`),
    },
    {
      unanswered: [],
      warnings: [
        `data/a.md:4: the suggested question "${SINKING}" is answered by b ¶ 2 when all reports are asked`,
      ],
    },
  ],
])('findProblems() tells of %s', async (_, files, found) => {
  expect(await checked(files)).toEqual(found);
});
