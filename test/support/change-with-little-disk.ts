/**
 * A process of its own, since what it may write is limited (`ulimit -f`): changes each folder of reports, and prints why
 * it could not and whether the old version is still served.
 */
import { readFile } from 'node:fs/promises';
import type { ReportEdit } from '../../src/library/change-reports.ts';
import { openCollections } from '../../src/library/collections.ts';
import { createFolderContent } from '../../src/library/folder/folder-content.ts';

export interface LittleDiskCase {
  readonly folder: string;
  readonly edits: readonly ReportEdit[];
}
export interface LittleDiskOutcome {
  readonly why: string;
  readonly isAsBefore: boolean;
}

const cases: readonly LittleDiskCase[] = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8'));
const outcomes: LittleDiskOutcome[] = [];
for (const { folder, edits } of cases) {
  const collections = await openCollections(createFolderContent(folder));
  const collection = await collections.collectionOf(undefined);
  const { version } = collections.shared;
  const why = await collection.change(edits, '11').then(
    ({ kind }) => kind,
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );
  outcomes.push({ why, isAsBefore: collections.shared.version === version });
}
process.stdout.write(JSON.stringify(outcomes));
