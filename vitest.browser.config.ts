import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    globalSetup: ['test/browser/need-chromium.ts'],
    // The browser may have to share the machine: waiting long costs nothing while nothing is wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    // One browser at a time: the machine has two cores.
    fileParallelism: false,
  },
});
