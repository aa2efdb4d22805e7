import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/local-discord/test/**/*.test.ts'],
    testTimeout: 20_000,
    // Nothing of ours keeps state in a module, and loading the client library for each file took a minute in all.
    isolate: false,
    // Much of a test is waiting for processes and sockets; by itself vitest takes one worker on two cores.
    maxWorkers: 2,
    setupFiles: ['test/property-runs.ts'],
  },
});
