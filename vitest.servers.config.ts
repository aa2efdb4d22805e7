import { defineConfig } from 'vitest/config';

/** The tests that start servers or play faults, apart from the others because of the time that takes. */
export default defineConfig({
  test: {
    include: ['test/servers/**/*.test.ts', 'test/faults/**/*.test.ts'],
    // On a busy computer some take four minutes instead of one.
    testTimeout: 500_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    isolate: false,
    maxWorkers: 2,
    setupFiles: ['test/property-runs.ts'],
  },
});
