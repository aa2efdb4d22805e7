import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // Nothing of ours keeps state in a module, and loading the client library for each file took a minute in all.
    isolate: false,
    setupFiles: ['test/fixed-seed.ts'],
  },
});
