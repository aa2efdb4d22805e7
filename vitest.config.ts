import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/local-discord/test/**/*.test.ts'],
    // A busy machine makes the longest test ten times slower; only a test that hangs needs this long.
    testTimeout: 60_000,
    // Nothing of ours keeps state in a module, and loading the client library for each file took a minute in all.
    isolate: false,
    // Much of a test is waiting for processes and sockets: three workers fill two cores.
    maxWorkers: 3,
    setupFiles: ['test/property-runs.ts'],
  },
});
