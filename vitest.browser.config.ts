import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/need-chromium.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // One browser at a time: the machine has two cores.
    fileParallelism: false,
  },
});
