import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, in that order. They begin first: one that begins last keeps a worker for a minute while
 * the others have nothing to do. Vitest knows by itself only what took long in a run before.
 */
const LONGEST = [
  'test/end-to-end/process.test.ts',
  'src/local-discord/test/page/page.test.ts',
  'test/ops/start-command.test.ts',
  'test/library/hostile-reports.test.ts',
  'test/regular-expressions.test.ts',
  'test/tools/command-line.test.ts',
  'test/end-to-end/isolation.test.ts',
  'test/render/fullest-messages.test.ts',
  'test/store/shared-store.test.ts',
  'test/end-to-end/computer-faults.test.ts',
  'test/end-to-end/rest-faults.test.ts',
];
const missing = LONGEST.find((file) => !existsSync(new URL(file, import.meta.url)));
if (missing) throw new Error(`Cannot run "${missing}" early: there is no such test; change vitest.config.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`));
      return place < 0 ? LONGEST.length : place;
    };
    return (await super.sort(files)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/local-discord/test/**/*.test.ts'],
    // Those have a configuration of their own.
    exclude: ['**/node_modules/**', 'test/servers/**', 'test/faults/**'],
    // Only a test that hangs needs as long: on a busy machine the longest take ten times their time.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000 } },
    // Nothing of ours keeps state in a module, and loading the client library for each file took a minute in all.
    isolate: false,
    // Much of a test is waiting for processes and sockets: three workers fill two cores.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    setupFiles: ['test/property-runs.ts'],
  },
});
